// pkg-config: libpq
// shows: other-file, worker
// A helper takes the next element out of a container and says whether there was one: the container drives the loop.
//--- queue.h
#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

std::optional<std::string> pop(std::deque<std::string> &queue);
bool next(std::vector<std::string> &stack, std::string &into);
std::string takeLast(std::vector<std::string> &stack);
std::optional<std::string> first(const std::deque<std::string> &queue);

class Blocking {
public:
  void push(std::string name);
  std::optional<std::string> pop();

private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::string> names_;
  bool closed_ = false;
};

//--- queue.cpp
#include "queue.h"

std::optional<std::string> pop(std::deque<std::string> &queue) {
  if (queue.empty())
    return std::nullopt;
  std::string front = std::move(queue.front());
  queue.pop_front();
  return front;
}

bool next(std::vector<std::string> &stack, std::string &into) {
  if (stack.size() == 0)
    return false;
  into = takeLast(stack);
  return true;
}

std::string takeLast(std::vector<std::string> &stack) {
  std::string last = stack.back();
  stack.pop_back();
  return last;
}

std::optional<std::string> first(const std::deque<std::string> &queue) {
  return queue.empty() ? std::nullopt : std::optional(queue.front());
}

void Blocking::push(std::string name) {
  std::lock_guard lock(mutex_);
  names_.push_back(std::move(name));
  arrived_.notify_one();
}

std::optional<std::string> Blocking::pop() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return closed_ || !names_.empty(); });
  if (names_.empty())
    return std::nullopt;
  std::string front = std::move(names_.front());
  names_.pop_front();
  return front;
}

//--- users.cpp
#include "queue.h"
#include <libpq-fe.h>

bool load(PGconn *connection, const std::string &name) {
  const char *values[] = {name.c_str()};
  PGresult *result = PQexecParams(connection, "SELECT id FROM users WHERE name = $1", 1, nullptr, values, nullptr, nullptr, 0);
  bool found = PQntuples(result) > 0;
  PQclear(result);
  return found;
}

void drain(PGconn *connection, std::deque<std::string> queue) {
  while (auto name = pop(queue))
    load(connection, *name); // expect: scale-n-plus-one-query "element of 'queue'"
}

void drainInto(PGconn *connection, std::vector<std::string> &stack) {
  std::string name;
  while (next(stack, name))
    load(connection, name); // expect: scale-n-plus-one-query "element of 'stack'"
}

void drainUntilEmpty(PGconn *connection, std::vector<std::string> names) {
  while (!names.empty())
    load(connection, takeLast(names)); // expect: scale-n-plus-one-query "element of 'names'"
}

void drainForEver(PGconn *connection, std::deque<std::string> &queue) {
  for (;;) {
    auto name = pop(queue);
    if (!name)
      break;
    load(connection, *name); // expect: scale-n-plus-one-query "element of 'queue'"
  }
}

void onlyOne(PGconn *connection, std::deque<std::string> queue) {
  if (auto name = pop(queue))
    load(connection, *name); // ok: no loop
}

void countAll(std::deque<std::string> queue, std::size_t &count) {
  while (pop(queue))
    ++count; // ok: no query
}

void work(PGconn *connection, Blocking &jobs) {
  while (auto name = jobs.pop())
    load(connection, *name); // ok: a worker loop waits for what comes
}

void untilFound(PGconn *connection, const std::deque<std::string> &queue) {
  while (auto name = first(queue))
    if (load(connection, *name)) // ok: takes nothing out: it asks again until there is one
      break;
}
