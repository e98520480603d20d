// shows: copy
// A transaction per turn: one finding that names the commit too.
#include <pqxx/pqxx>
#include <vector>

struct Transfer {
  long from = 0, to = 0, cents = 0;
};

void settle(pqxx::connection &connection, const std::vector<Transfer> &transfers) {
  for (const auto &transfer : transfers) {
    pqxx::work tx(connection); // ok: BEGIN belongs to the finding below
    tx.exec_params("INSERT INTO transfers (sender, receiver, cents) VALUES ($1, $2, $3)", // expect: scale-write-in-loop "commit"
                   transfer.from, transfer.to, transfer.cents);
    tx.commit(); // ok: named in the finding above
  }
}

void settleTogether(pqxx::connection &connection, const std::vector<Transfer> &transfers) {
  pqxx::work tx(connection);
  pqxx::stream_to rows(tx, "transfers", std::vector<std::string>{"sender", "receiver", "cents"});
  for (const auto &transfer : transfers)
    rows << std::make_tuple(transfer.from, transfer.to, transfer.cents); // ok: COPY
  rows.complete();
  tx.commit();
}

void readEach(pqxx::connection &connection, const std::vector<Transfer> &transfers) {
  for (const auto &transfer : transfers) {
    pqxx::read_transaction tx(connection);
    tx.exec_params("SELECT cents FROM accounts WHERE id = $1", transfer.from); // ok: reads only
    tx.commit();                                                               // ok: commits a read
  }
}
