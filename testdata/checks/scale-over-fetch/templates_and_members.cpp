// shows: template
// The text is a static member of the row's type, used by a class template.
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Track {
  static constexpr const char *select = "SELECT * FROM tracks LIMIT 100"; // expect: scale-over-fetch "'tracks'"
  std::string title;
};

struct Album {
  static constexpr const char *select = "SELECT title FROM albums LIMIT 100"; // ok: one column
  static constexpr const char *example = "SELECT * FROM albums LIMIT 100"; // ok: nobody executes it
  std::string title;
};

template <class Row> class Repository {
public:
  explicit Repository(pqxx::work &tx) : tx_(tx) {}
  std::vector<Row> load() {
    std::vector<Row> rows;
    for (const auto &row : tx_.exec(Row::select)) // ok: reported at the text
      rows.push_back(Row{row[0].c_str()});
    return rows;
  }

private:
  pqxx::work &tx_;
};

std::size_t count(pqxx::work &tx) {
  return Repository<Track>(tx).load().size() + Repository<Album>(tx).load().size();
}
