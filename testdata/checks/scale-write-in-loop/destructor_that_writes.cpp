// shows: other-file
// The audit row is written when the guard goes out of scope: no call is to be seen in the loop.
//--- audit.h
#pragma once
#include <pqxx/pqxx>
#include <string>

class AuditGuard {
public:
  AuditGuard(pqxx::work &tx, std::string subject) : tx_(tx), subject_(std::move(subject)) {}
  ~AuditGuard();
  AuditGuard(const AuditGuard &) = delete;
  AuditGuard &operator=(const AuditGuard &) = delete;

private:
  pqxx::work &tx_;
  std::string subject_;
};

class TraceGuard {
public:
  explicit TraceGuard(std::string &text) : text_(text) { text_ += "("; }
  ~TraceGuard() { text_ += ")"; }

private:
  std::string &text_;
};

//--- audit.cpp
#include "audit.h"

AuditGuard::~AuditGuard() { tx_.exec_params0("INSERT INTO audit (subject) VALUES ($1)", subject_); } // ok: see the loop

//--- payroll.cpp
#include "audit.h"
#include <vector>

double pay(pqxx::work &tx, const std::vector<std::string> &employees) {
  double sum = 0;
  std::string trace;
  for (const auto &employee : employees) {
    AuditGuard audit(tx, employee); // expect: scale-write-in-loop "'employees'"
    TraceGuard guard(trace);        // ok: writes to a string
    sum += static_cast<double>(employee.size());
  }
  return sum;
}

void payAll(pqxx::work &tx, const std::vector<std::string> &employees) {
  AuditGuard audit(tx, "all"); // ok: one row for the whole run
  for (const auto &employee : employees)
    (void)employee;
}
