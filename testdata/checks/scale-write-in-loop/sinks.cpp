// shows: other-file, virtual, template
// The write is behind an interface, or behind the class that a template is given.
//--- sink.h
#pragma once
#include <pqxx/pqxx>
#include <string>
#include <vector>

class Sink {
public:
  virtual ~Sink() = default;
  virtual void write(const std::string &line) = 0;
};

class TableSink : public Sink {
public:
  explicit TableSink(pqxx::work &tx) : tx_(tx) {}
  void write(const std::string &line) override;

private:
  pqxx::work &tx_;
};

class MemorySink final : public Sink {
public:
  void write(const std::string &line) override { lines_.push_back(line); }

private:
  std::vector<std::string> lines_;
};

template <class Target> class Copier {
public:
  explicit Copier(Target &target) : target_(target) {}
  void copy(const std::vector<std::string> &lines) {
    for (const auto &line : lines)
      target_.write(line); // expect: scale-write-in-loop "'lines'"
  }

private:
  Target &target_;
};

template <class Each> void eachLine(const std::vector<std::string> &lines, Each each) {
  for (const auto &line : lines)
    each(line); // ok: the callback's body is the place
}

//--- sink.cpp
#include "sink.h"

void TableSink::write(const std::string &line) {
  tx_.exec_params0("INSERT INTO log (line) VALUES ($1)", line); // ok: reported at the loops
}

//--- import.cpp
#include "sink.h"

void import(Sink &sink, const std::vector<std::string> &lines) {
  for (const auto &line : lines)
    sink.write(line); // expect: scale-write-in-loop "'lines'"
}

void importLocally(MemorySink &sink, const std::vector<std::string> &lines) {
  for (const auto &line : lines)
    sink.write(line); // ok: the class is final, this override only keeps
}

std::size_t importAll(pqxx::work &tx, const std::vector<std::string> &lines) {
  TableSink table(tx);
  Copier<TableSink>(table).copy(lines); // ok: reported in the template
  MemorySink memory;
  Copier<MemorySink>(memory).copy(lines); // ok: keeps them in memory
  std::size_t length = 0;
  eachLine(lines, [&](const std::string &line) { length += line.size(); }); // ok: writes nothing
  eachLine(lines, [&](const std::string &line) { table.write(line); }); // expect: scale-write-in-loop "'log'"
  return length;
}
