// A PostgreSQL of the test's own, in a temporary folder, reachable by a socket in it alone.
#pragma once

#include "tests/support/Program.h"

#include "llvm/ADT/StringExtras.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <memory>

namespace scalelint::test {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

class Server {
public:
  // Says in `problem` what went wrong.
  Server() {
    std::string data = folder / "data";
    // It refuses to run as root; the packages make the user.
    if (geteuid() == 0)
      runAs = {"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"};
    if (!runAs.empty() && run("chown", {"postgres", folder.path()}).exit != 0)
      problem = "no user 'postgres'";
    if (problem.empty())
      start({"initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"});
    if (problem.empty())
      start({"pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", "-F -h '' -k " + folder.path(), "start"});
    if (!problem.empty())
      return;
    connection = PQconnectdb(("host=" + folder.path() + " user=postgres dbname=postgres").c_str());
    if (PQstatus(connection) != CONNECTION_OK)
      problem = PQerrorMessage(connection);
  }

  ~Server() {
    PQfinish(connection);
    start({"pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"});
  }

  // A failure says so in `problem` and is an empty result.
  Result ask(const std::string &text) {
    Result result(PQexec(connection, text.c_str()), PQclear);
    ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
      problem = text + "\n" + PQerrorMessage(connection);
    return result;
  }

  std::string problem;

private:
  // Of Debian's package: its programs stand in no PATH.
  void start(std::vector<std::string> command) {
    std::string version = run("pg_config", {"--version"}).output; // "PostgreSQL 15.7 (…)"
    std::string major = llvm::StringRef(version).split(' ').second.split('.').first.str();
    command.front() = "/usr/lib/postgresql/" + major + "/bin/" + command.front();
    command.insert(command.begin(), runAs.begin(), runAs.end());
    std::string program = command.front();
    command.erase(command.begin());
    Ran ran = run(program, command);
    if (ran.exit != 0)
      problem = llvm::join(command, " ") + "\n" + ran.output + ran.errors;
  }

  TemporaryFolder folder;
  std::vector<std::string> runAs;
  PGconn *connection = nullptr;
};

} // namespace scalelint::test
