// shows: other-file, callback
// A project's own visitor keeps a std::function and calls it for each node.
//--- tree.h
#pragma once
#include <functional>
#include <string>
#include <vector>

struct Folder {
  long id = 0;
  std::string name;
};

class FolderVisitor {
public:
  using Callback = std::function<void(const Folder &)>;
  void onFolder(Callback callback) { onFolder_ = std::move(callback); }
  void onDone(Callback callback) { onDone_ = std::move(callback); }
  void visit(const std::vector<Folder> &folders);

private:
  Callback onFolder_, onDone_;
};

//--- tree.cpp
#include "tree.h"

void FolderVisitor::visit(const std::vector<Folder> &folders) {
  for (const auto &folder : folders)
    onFolder_(folder); // ok: the callback's body is the place
  if (!folders.empty())
    onDone_(folders.back()); // ok: once
}

//--- quota.cpp
#include "tree.h"
#include <pqxx/pqxx>

long usedBytes(pqxx::work &tx, const std::vector<Folder> &folders) {
  long sum = 0;
  FolderVisitor visitor;
  visitor.onFolder([&](const Folder &folder) {
    sum += tx.exec_params1("SELECT sum(size) FROM files WHERE folder_id = $1", // expect: scale-n-plus-one-query "'files'"
                           folder.id)[0].as<long>();
  });
  visitor.onDone([&](const Folder &folder) {
    tx.exec_params1("SELECT quota FROM folders WHERE id = $1", folder.id); // ok: runs once, after the walk
  });
  visitor.visit(folders);
  return sum;
}
