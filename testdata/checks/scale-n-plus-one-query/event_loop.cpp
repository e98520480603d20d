// pkg-config: libpq
// shows: event-loop
// A loop that waits for the next event serves what comes; what one event brings may be data again.
#include <libpq-fe.h>
#include <poll.h>
#include <string>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>
#include <vector>

void quotaOf(PGconn *connection, const std::string &owner) {
  const char *values[] = {owner.c_str()};
  PQclear(PQexecParams(connection, "SELECT quota FROM owners WHERE name = $1", 1, nullptr, values, nullptr, nullptr, 0));
}

std::string readName(int descriptor) {
  char name[64];
  ssize_t length = read(descriptor, name, sizeof name);
  return length > 0 ? std::string(name, static_cast<std::size_t>(length)) : std::string();
}

void byPoll(PGconn *connection, int descriptor) {
  pollfd watched{descriptor, POLLIN, 0};
  while (poll(&watched, 1, -1) > 0)
    quotaOf(connection, readName(descriptor)); // ok: one event a turn
}

void bySelect(PGconn *connection, int descriptor) {
  for (;;) {
    fd_set watched;
    FD_ZERO(&watched);
    FD_SET(descriptor, &watched);
    if (select(descriptor + 1, &watched, nullptr, nullptr, nullptr) <= 0)
      break;
    quotaOf(connection, readName(descriptor)); // ok: one event a turn
  }
}

void byEpoll(PGconn *connection, int epoll) {
  epoll_event event;
  bool open = true;
  while (open) {
    if (epoll_wait(epoll, &event, 1, 1000) == 1)
      quotaOf(connection, readName(event.data.fd)); // ok: one event a turn
    open = event.events != EPOLLHUP;
  }
}

std::vector<std::string> readNames(int descriptor);

void severalPerEvent(PGconn *connection, int descriptor) {
  pollfd watched{descriptor, POLLIN, 0};
  while (poll(&watched, 1, -1) > 0)
    for (const auto &name : readNames(descriptor))
      quotaOf(connection, name); // expect: scale-n-plus-one-query "readNames()"
}
