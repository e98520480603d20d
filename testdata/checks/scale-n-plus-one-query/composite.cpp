// shows: recursion
// Parts of parts: the loop meets itself again by way of another class, which makes no second loop of it.
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Part {
  virtual ~Part() = default;
  virtual void load(pqxx::work &tx) = 0;
};

struct Wheel : Part {
  int id;
  std::string name;
  void load(pqxx::work &tx) override {
    name = tx.exec_params1("SELECT name FROM wheels WHERE id = $1", id)[0].as<std::string>(); // ok: reported in the loop
  }
};

struct Group : Part {
  std::vector<Part *> parts;
  void load(pqxx::work &tx) override {
    for (Part *part : parts)
      part->load(tx); // expect: scale-n-plus-one-query "once per element of 'parts' (N+1)"
  }
};

struct Axle : Group {
  bool loaded = false;
  void load(pqxx::work &tx) override {
    Group::load(tx);
    loaded = true;
  }
};
