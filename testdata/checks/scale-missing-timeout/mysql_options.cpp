// shows: in-constructor
// The MySQL client has a connect and a read timeout, both set through pointers before connecting.
#include <mysql/mysql.h>

void query(MYSQL *connection) {
  mysql_real_connect(connection, "db", "shop", "secret", "shop", 3306, nullptr, 0);
  mysql_query(connection, "SELECT COUNT(*) FROM orders"); // ok: reported at the creation
  mysql_close(connection);
}

void bare() {
  MYSQL *connection = mysql_init(nullptr); // expect: scale-missing-timeout "timeout"
  mysql_options(connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
  query(connection);
}

void connectOnly() {
  unsigned int seconds = 3;
  MYSQL *connection = mysql_init(nullptr); // expect: scale-missing-timeout "timeout"
  mysql_options(connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  query(connection);
}

void complete() {
  unsigned int seconds = 3;
  MYSQL *connection = mysql_init(nullptr); // ok: connect, read and write are set
  mysql_options(connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  mysql_options(connection, MYSQL_OPT_READ_TIMEOUT, &seconds);
  mysql_options(connection, MYSQL_OPT_WRITE_TIMEOUT, &seconds);
  query(connection);
}

class Store {
public:
  Store() {
    mysql_init(&connection_); // ok: set in configure()
    configure();
    mysql_real_connect(&connection_, "db", "shop", "secret", "shop", 3306, nullptr, 0);
  }
  void ping() { mysql_query(&connection_, "SELECT 1"); }

private:
  void configure() {
    const unsigned int connectSeconds = 2, readSeconds = 10;
    mysql_options(&connection_, MYSQL_OPT_CONNECT_TIMEOUT, &connectSeconds);
    mysql_options(&connection_, MYSQL_OPT_READ_TIMEOUT, &readSeconds);
    mysql_options(&connection_, MYSQL_OPT_WRITE_TIMEOUT, &readSeconds);
  }
  MYSQL connection_;
};
