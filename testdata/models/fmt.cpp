// fmt against the installed headers, <format> and <print> against the declarations in testdata/headers.
// headers: std-format
// flags: -DFMT_HEADER_ONLY
#include <cstdio>
#include <fmt/core.h>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/printf.h>
#include <format>
#include <fstream>
#include <iostream>
#include <iterator>
#include <locale>
#include <print>
#include <sstream>
#include <string>
#include <vector>

void take(const std::string &sql);

void fmtTexts(int id, const std::vector<int> &ids, const std::string &column) {
  take(fmt::format("SELECT name FROM users WHERE id = {}", id)); // is: text "SELECT name FROM users WHERE id = {}"
  take(fmt::format(std::locale(), "SELECT {}", id)); // is: text "SELECT {}"
  take(fmt::format(fmt::runtime("SELECT 1"))); // is: text "SELECT 1"
  take(fmt::format("DELETE FROM users WHERE id IN ({})", fmt::join(ids, ", "))); // is: text "DELETE FROM users WHERE id IN ({*})"
  take(fmt::vformat("SELECT {} FROM users", fmt::make_format_args(column))); // is: text "SELECT {} FROM users"
  take(fmt::sprintf("SELECT name FROM users WHERE id = %d", id)); // is: text "SELECT name FROM users WHERE id = {}"
  take(fmt::to_string(id)); // is: text "{}"; pure
  fmt::formatted_size("order {}", id); // is: pure
  fmt::make_format_args(id); // is: nothing
}

void fmtBuffers(int id, const std::string &column) {
  std::string sql;
  fmt::format_to(std::back_inserter(sql), "SELECT name FROM users WHERE id = {}", id); // is: text "SELECT name FROM users WHERE id = {}"
  char fixed[100];
  fmt::format_to_n(fixed, sizeof fixed, "SELECT {}", id); // is: text "SELECT {}"
  std::string sorted;
  fmt::vformat_to(std::back_inserter(sorted), "SELECT name FROM users ORDER BY {}", fmt::make_format_args(column)); // is: text "SELECT name FROM users ORDER BY {}"
  fmt::memory_buffer buffer;
  fmt::appender out(buffer); // is: flows
  std::ostringstream stream;
  fmt::print(stream, "SELECT {}", id); // is: text "SELECT {}"
}

void fmtConsole(std::FILE *report, std::ofstream &file, int id) {
  fmt::print("order {}\n", id); // is: output-text
  fmt::print(stderr, "order {}\n", id); // is: output-text
  fmt::printf("order %d\n", id); // is: output-text
  fmt::fprintf(stdout, "order %d\n", id); // is: output-text
  fmt::fprintf(report, "order %d\n", id); // is: nothing
}

void standardTexts(int id, const std::string &column) {
  take(std::format("SELECT name FROM users WHERE id = {}", id)); // is: text "SELECT name FROM users WHERE id = {}"
  take(std::format(std::locale(), "SELECT {}", id)); // is: text "SELECT {}"
  take(std::vformat("SELECT {} FROM users", std::make_format_args(column))); // is: text "SELECT {} FROM users"
  std::string sql;
  std::format_to(std::back_inserter(sql), "SELECT name FROM users WHERE id = {}", id); // is: text "SELECT name FROM users WHERE id = {}"
  char fixed[100];
  std::format_to_n(fixed, sizeof fixed, "SELECT {}", id); // is: text "SELECT {}"
  std::string sorted;
  std::vformat_to(std::back_inserter(sorted), "SELECT name FROM users ORDER BY {}", std::make_format_args(column)); // is: text "SELECT name FROM users ORDER BY {}"
  std::formatted_size("order {}", id); // is: pure
  std::make_format_args(id); // is: nothing
}

void standardConsole(int id) {
  std::print("order {}", id); // is: output-text
  std::print(stderr, "order {}", id); // is: output-text
  std::println("order {}", id); // is: output-text
  std::println(stderr, "order {}", id); // is: output-text
}
