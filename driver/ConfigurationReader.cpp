// Reads .scalelint.yaml.
#include "driver/Configuration.h"

#include "analysis/extract/Globs.h"
#include "analysis/model/Reader.h"
#include "analysis/model/Scalars.h"
#include "analysis/model/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"

#include <functional>

using llvm::StringRef;
using llvm::Twine;
using scalelint::model::Node;

namespace scalelint::driver {
namespace {

// Reads one document; every fault goes to `problems` and the reading goes on.
class Reader {
public:
  Reader(Configuration &result, llvm::ArrayRef<const Check *> known, llvm::vfs::FileSystem &files,
         model::Problems &problems)
      : result(result), known(known), files(files), problems(problems) {}

  void document(const Node &node) {
    map(node, "the configuration",
        {{"profile", [&](const Node &value) { profile(value, result); }},
         {"checks", [&](const Node &value) { checks(value, result); }},
         {"exclude", [&](const Node &value) { result.exclude = globs(value); }},
         {"rules", [&](const Node &value) { result.rules = existing(value); }},
         {"roots", [&](const Node &value) { roots(value); }},
         {"schema", [&](const Node &value) { schema(value); }},
         {"endpoints", [&](const Node &value) { endpoints(value); }},
         {"tables", [&](const Node &value) { tables(value); }},
         {"routes", [&](const Node &value) { routes(value); }},
         {"timeouts",
          [&](const Node &value) { timeouts(value, [&](auto ceiling) { result.timeouts.ceiling = ceiling; }); }},
         {"limits", [&](const Node &value) { limits(value); }},
         {"suppressions",
          [&](const Node &value) { suppressions(value, [&](bool is) { result.suppressions.requireReason = is; }); }},
         {"overrides", [&](const Node &value) { overrides(value); }}});
  }

private:
  struct Key {
    StringRef name;
    std::function<void(const Node &)> read;
  };

  // `ofAll` are keys that can't stand here since they hold for the whole program.
  void map(const Node &node, StringRef what, llvm::ArrayRef<Key> keys, llvm::ArrayRef<StringRef> ofAll = {}) {
    if (node.kind == Node::Kind::Nothing)
      return;
    if (node.kind != Node::Kind::Map)
      return problems.add(node.place, "expected " + what + " to be a map");
    for (const auto &entry : node.entries) {
      auto *key = llvm::find_if(keys, [&](const Key &key) { return key.name == entry.key; });
      if (key != keys.end()) {
        key->read(entry.value);
        continue;
      }
      if (llvm::is_contained(ofAll, entry.key)) {
        problems.add(entry.place, "'" + entry.key + "' holds for the whole program; it can't differ by path");
        continue;
      }
      std::vector<StringRef> names;
      for (const Key &each : keys)
        names.push_back(each.name);
      problems.add(entry.place, "unknown key '" + entry.key + "'" + model::hint(entry.key, names));
    }
  }

  std::string text(const Node &node) {
    if (node.kind == Node::Kind::Scalar && !node.text.empty())
      return node.text;
    problems.add(node.place, "expected a text");
    return {};
  }

  // A list, or a single element in its place.
  llvm::ArrayRef<Node> items(const Node &node) {
    if (node.kind == Node::Kind::List)
      return node.items;
    if (node.kind == Node::Kind::Nothing)
      return {};
    return node;
  }

  std::vector<std::string> texts(const Node &node) {
    std::vector<std::string> result;
    for (const Node &item : items(node))
      if (std::string word = text(item); !word.empty())
        result.push_back(word);
    return result;
  }

  std::vector<std::string> globs(const Node &node) {
    std::vector<std::string> result;
    for (const Node &item : items(node)) {
      std::string glob = text(item);
      if (!glob.empty() && !extract::isGlob(glob))
        problems.add(item.place, "'" + glob + "' is not a glob");
      else if (!glob.empty())
        result.push_back(glob);
    }
    return result;
  }

  std::string existingPath(const Node &node) {
    std::string word = text(node);
    if (word.empty())
      return {};
    llvm::SmallString<256> path(word);
    llvm::sys::fs::make_absolute(result.folder, path);
    llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
    if (!files.exists(path))
      problems.add(node.place, "no such file or folder: '" + word + "'");
    return std::string(path);
  }

  std::vector<std::string> existing(const Node &node) {
    std::vector<std::string> result;
    for (const Node &item : items(node))
      if (std::string path = existingPath(item); !path.empty())
        result.push_back(path);
    return result;
  }

  template <class T>
  void choose(const Node &node, StringRef what, llvm::ArrayRef<std::pair<StringRef, T>> choices,
              std::function<void(T)> set) {
    std::string word = text(node);
    if (word.empty())
      return;
    std::vector<StringRef> words;
    for (const auto &[name, value] : choices) {
      words.push_back(name);
      if (word == name)
        return set(value);
    }
    problems.add(node.place, "unknown " + what + " '" + word + "'" + model::hint(word, words));
  }

  void profile(const Node &node, CheckSettings &to) {
    choose<Profile>(node, "profile", {{"default", Profile::Default}, {"strict", Profile::Strict}},
                    [&](Profile profile) { to.profile = profile; });
  }

  // The globs name at least one check each, so that a misspelt one does not go unnoticed.
  bool knownCheck(const std::string &glob, model::Place place) {
    auto pattern = llvm::GlobPattern::create(glob);
    if (!pattern) {
      llvm::consumeError(pattern.takeError());
      problems.add(place, "'" + glob + "' is not a glob");
      return false;
    }
    if (known.empty() || llvm::any_of(known, [&](const Check *check) { return pattern->match(check->id); }))
      return true;
    std::vector<StringRef> ids;
    for (const Check *check : known)
      ids.push_back(check->id);
    problems.add(place, "unknown check '" + glob + "'" + model::hint(glob, ids));
    return false;
  }

  void checks(const Node &node, CheckSettings &to) {
    if (node.kind != Node::Kind::Map) {
      for (const Node &item : items(node)) {
        std::string list = text(item);
        for (StringRef glob : llvm::split(list, ',')) {
          glob = glob.trim();
          bool enabled = !glob.consume_front("-");
          if (!glob.empty() && knownCheck(glob.str(), item.place))
            to.checks.push_back({glob.str(), enabled});
        }
      }
      return;
    }
    for (const auto &entry : node.entries)
      if (knownCheck(entry.key, entry.place))
        check(entry.key, entry.value, to);
  }

  void check(const std::string &glob, const Node &node, CheckSettings &to) {
    if (node.kind == Node::Kind::Map) {
      for (const auto &entry : node.entries)
        if (std::string value = text(entry.value); !value.empty())
          option(glob, entry, value, to);
      return;
    }
    if (node.text == "on" || node.text == "off") {
      to.checks.push_back({glob, node.text == "on"});
      return;
    }
    if (auto enabled = model::parseYesNo(node.text))
      to.checks.push_back({glob, *enabled});
    else
      problems.add(node.place, "expected 'on', 'off' or a map of options");
  }

  // Of every check that the glob fits and that has it.
  void option(const std::string &glob, const Node::Entry &entry, const std::string &value, CheckSettings &to) {
    if (known.empty())
      to.checkOptions[glob].values[entry.key] = value;
    auto pattern = llvm::cantFail(llvm::GlobPattern::create(glob));
    std::vector<StringRef> names;
    for (const Check *check : known)
      if (pattern.match(check->id))
        for (const OptionDescription &each : check->options) {
          names.push_back(each.name);
          if (entry.key == each.name)
            to.checkOptions[check->id].values[entry.key] = value;
        }
    if (!known.empty() && !llvm::is_contained(names, entry.key))
      problems.add(entry.place, "'" + glob + "' has no option '" + entry.key + "'" + model::hint(entry.key, names));
  }

  void roots(const Node &node) {
    for (const Node &item : items(node)) {
      program::DeclaredRoot root;
      if (item.kind == Node::Kind::Scalar)
        root.function = text(item);
      else
        map(item, "a root",
            {{"function", [&](const Node &value) { root.function = text(value); }},
             {"kind", [&](const Node &value) { rootKind(value, root.kind); }},
             {"method", [&](const Node &value) { root.method = text(value); }},
             {"path", [&](const Node &value) { root.path = text(value); }}});
      if (root.function.empty())
        problems.add(item.place, "a root needs a 'function'");
      else if (!extract::isGlob(root.function))
        problems.add(item.place, "'" + root.function + "' is not a glob");
      else
        result.roots.push_back(std::move(root));
    }
  }

  void rootKind(const Node &node, model::RootKind &kind) {
    choose<model::RootKind>(node, "kind",
                            {{"request", model::RootKind::Request},
                             {"background", model::RootKind::Background},
                             {"startup", model::RootKind::Startup}},
                            [&](model::RootKind word) { kind = word; });
  }

  void schema(const Node &node) {
    map(node, "'schema'",
        {{"dialect",
          [&](const Node &value) {
            choose<model::Dialect>(value, "dialect",
                                   {{"postgresql", model::Dialect::PostgreSQL},
                                    {"mysql", model::Dialect::MySQL},
                                    {"sqlite", model::Dialect::SQLite}},
                                   [&](model::Dialect word) { result.schema.dialect = word; });
          }},
         {"files", [&](const Node &value) { result.schema.files = existing(value); }}});
  }

  void endpoints(const Node &node) {
    auto &to = result.endpoints;
    map(node, "'endpoints'",
        {{"writer", [&](const Node &value) { to.writer = globs(value); }},
         {"replica", [&](const Node &value) { to.replica = globs(value); }},
         {"read-your-write", [&](const Node &value) { to.readYourWrite = globs(value); }}});
  }

  void tables(const Node &node) {
    map(node, "'tables'",
        {{"small", [&](const Node &value) { result.tables.small = texts(value); }},
         {"read-mostly", [&](const Node &value) { result.tables.readMostly = texts(value); }}});
  }

  void routes(const Node &node) {
    auto &to = result.routes;
    map(node, "'routes'",
        {{"version", [&](const Node &value) { version(value, [&](VersionPolicy word) { to.version = word; }); }},
         {"unversioned-ok", [&](const Node &value) { to.unversionedOk = globs(value); }},
         {"internal", [&](const Node &value) { to.internal = globs(value); }},
         {"contract", [&](const Node &value) { to.contract = existingPath(value); }},
         {"openapi", [&](const Node &value) { to.openapi = existingPath(value); }}});
  }

  void version(const Node &node, std::function<void(VersionPolicy)> set) {
    choose<VersionPolicy>(node, "version policy",
                          {{"path", VersionPolicy::Path},
                           {"header", VersionPolicy::Header},
                           {"query", VersionPolicy::Query},
                           {"none", VersionPolicy::None}},
                          std::move(set));
  }

  void timeouts(const Node &node, std::function<void(std::chrono::nanoseconds)> set) {
    map(node, "'timeouts'", {{"ceiling", [&](const Node &value) {
                                std::string word = text(value);
                                auto duration = model::parseDuration(word);
                                if (duration && duration->count() > 0)
                                  set(*duration);
                                else if (!word.empty())
                                  problems.add(value.place,
                                               "'" + word + "' is not a duration; write 500ms, 30s or 5min");
                              }}});
  }

  void suppressions(const Node &node, std::function<void(bool)> set) {
    map(node, "'suppressions'", {{"require-reason", [&](const Node &value) {
                                    if (auto is = model::parseYesNo(text(value)))
                                      set(*is);
                                    else if (!value.text.empty())
                                      problems.add(value.place, "expected 'true' or 'false'");
                                  }}});
  }

  void overrides(const Node &node) {
    for (const Node &item : items(node)) {
      Override to;
      map(item, "an override",
          {{"paths", [&](const Node &value) { to.paths = globs(value); }},
           {"profile", [&](const Node &value) { profile(value, to); }},
           {"checks", [&](const Node &value) { checks(value, to); }},
           {"routes", [&](const Node &value) { overriddenRoutes(value, to.sections); }},
           {"timeouts",
            [&](const Node &value) {
              timeouts(value, [&](auto ceiling) {
                to.sections.values["timeout-ceiling"] = model::spellDuration(ceiling);
              });
            }},
           {"suppressions", [&](const Node &value) { suppressions(value, [&](bool is) { to.requireReason = is; }); }}},
          {"exclude", "rules", "roots", "schema", "endpoints", "tables", "limits"});
      const Node::Entry *paths = item.find("paths");
      if (item.kind == Node::Kind::Map && (!paths || items(paths->value).empty()))
        problems.add(item.place, "an override needs 'paths'");
      result.overrides.push_back(std::move(to));
    }
  }

  void overriddenRoutes(const Node &node, CheckOptions &to) {
    map(node, "'routes'",
        {{"version",
          [&](const Node &value) {
            version(value, [&](VersionPolicy word) { to.values["routes.version"] = name(word); });
          }},
         {"unversioned-ok",
          [&](const Node &value) { to.values["routes.unversioned-ok"] = llvm::join(globs(value), "\n"); }}},
        {"internal", "contract", "openapi"});
  }

  void limits(const Node &node) {
    map(node, "'limits'", {{"body", [&](const Node &value) {
                              std::string word = text(value);
                              auto bytes = parseSize(word);
                              if (bytes)
                                result.limits.body = *bytes;
                              else if (!word.empty())
                                problems.add(value.place, "'" + word + "' is not a size; write 512KB, 8MB or 1GB");
                            }}});
  }

  static std::optional<uint64_t> parseSize(StringRef word) {
    uint64_t unit = 1;
    if (word.consume_back("KB"))
      unit = 1ull << 10;
    else if (word.consume_back("MB"))
      unit = 1ull << 20;
    else if (word.consume_back("GB"))
      unit = 1ull << 30;
    uint64_t number = 0;
    if (word.trim().getAsInteger(10, number) || number == 0 || number > (~0ull / unit))
      return std::nullopt;
    return number * unit;
  }

  Configuration &result;
  llvm::ArrayRef<const Check *> known;
  llvm::vfs::FileSystem &files;
  model::Problems &problems;
};

} // namespace

llvm::Expected<Configuration> parseConfiguration(StringRef text, StringRef file,
                                                 llvm::ArrayRef<const Check *> checks,
                                                 llvm::vfs::FileSystem &files) {
  Configuration configuration;
  configuration.file = file.str();
  configuration.folder = llvm::sys::path::parent_path(file).str();
  model::Problems problems(file);
  if (auto document = model::readYaml(text, problems))
    Reader(configuration, checks, files, problems).document(*document);
  if (!problems.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(), problems.text());
  return configuration;
}

} // namespace scalelint::driver
