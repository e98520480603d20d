// Fixtures: read, analysed in memory, compared.
#include "tests/support/Fixture.h"

#include "analysis/extract/Extractor.h"
#include "analysis/extract/Frontend.h"
#include "analysis/program/Lenses.h"
#include "driver/RulePacks.h"
#include "driver/Schema.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <map>

namespace scalelint::test {

static const std::string Source = SCALELINT_SOURCE_DIR;
static const std::string Root = "/fixture"; // where the parts live in memory

// Compiler flags of Debian packages, asked once each.
static std::vector<std::string> packageFlags(llvm::StringRef packages) {
  static std::map<std::string, std::vector<std::string>> known;
  auto [it, inserted] = known.try_emplace(packages.str());
  if (!inserted)
    return it->second;
  auto program = llvm::sys::findProgramByName("pkg-config");
  llvm::SmallString<128> output;
  if (!program || llvm::sys::fs::createTemporaryFile("flags", "txt", output))
    return it->second;
  llvm::SmallVector<llvm::StringRef> arguments = {"pkg-config", "--cflags"};
  packages.split(arguments, ' ', -1, false);
  std::optional<llvm::StringRef> redirects[] = {std::nullopt, output.str(), std::nullopt};
  if (llvm::sys::ExecuteAndWait(*program, arguments, std::nullopt, redirects) == 0)
    if (auto text = llvm::MemoryBuffer::getFile(output)) {
      llvm::SmallVector<llvm::StringRef> flags;
      (*text)->getBuffer().trim().split(flags, ' ', -1, false);
      for (llvm::StringRef flag : flags)
        it->second.push_back(flag.str());
    }
  llvm::sys::fs::remove(output);
  return it->second;
}

static void directive(Fixture &fixture, llvm::StringRef line) {
  auto words = [](llvm::StringRef text, auto visit) {
    llvm::SmallVector<llvm::StringRef> parts;
    text.trim().split(parts, ' ', -1, false);
    for (llvm::StringRef part : parts)
      visit(part.str());
  };
  if (line.consume_front("// flags:"))
    words(line, [&](std::string flag) { fixture.flags.push_back(std::move(flag)); });
  else if (line.consume_front("// pkg-config:"))
    llvm::append_range(fixture.flags, packageFlags(line.trim()));
  else if (line.consume_front("// headers:"))
    words(line, [&](std::string name) { fixture.flags.push_back("-isystem" + Source + "/testdata/headers/" + name); });
  else if (line.consume_front("// config:"))
    fixture.config = line.trim().str();
  else if (line.consume_front("// shows:"))
    for (llvm::StringRef word : llvm::split(line, ','))
      fixture.shows.push_back(word.trim().str());
}

// `// expect: id (note) "words"`, possibly several on a line.
static void readExpectations(Fixture &fixture, const std::string &part, unsigned number, llvm::StringRef line) {
  struct Form { llvm::StringRef marker; Expectation::Kind kind; };
  const Form forms[] = {{"// expect:", Expectation::Kind::Expect},
                        {"// ok:", Expectation::Kind::Ok},
                        {"// false alarm:", Expectation::Kind::FalseAlarm},
                        {"// missed:", Expectation::Kind::Missed}};
  for (const Form &form : forms)
    for (size_t at = line.find(form.marker); at != llvm::StringRef::npos; at = line.find(form.marker, at + 1)) {
      llvm::StringRef rest = line.substr(at + form.marker.size()).ltrim();
      rest = rest.take_front(rest.find("// "));
      Expectation expectation{form.kind, part, number};
      if (form.kind != Expectation::Kind::Ok) {
        expectation.check = rest.take_until([](char c) { return c == ' '; }).str();
        rest = rest.drop_front(expectation.check.size()).ltrim();
        expectation.note = rest.consume_front("(note)");
        size_t open = rest.find('"'), close = rest.rfind('"');
        if (open != llvm::StringRef::npos && close > open)
          expectation.substring = rest.slice(open + 1, close).str();
      }
      fixture.expectations.push_back(std::move(expectation));
    }
}

Fixture parseFixture(const std::string &name, llvm::StringRef text) {
  Fixture fixture;
  fixture.parts.push_back({name, ""});
  unsigned number = 0;
  llvm::SmallVector<llvm::StringRef> lines;
  text.split(lines, '\n');
  for (llvm::StringRef line : lines) {
    if (line.consume_front("//--- ")) {
      fixture.parts.push_back({line.trim().str(), ""});
      number = 0;
      continue;
    }
    if (fixture.parts.size() == 1)
      directive(fixture, line);
    ++number;
    readExpectations(fixture, fixture.parts.back().name, number, line);
    fixture.parts.back().text += line.str() + "\n";
  }
  if (fixture.parts.size() > 1)
    fixture.parts.erase(fixture.parts.begin()); // the head of a fixture in several parts is no source
  return fixture;
}

llvm::Expected<Fixture> readFixture(const std::string &path) {
  auto text = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  if (!text)
    return llvm::createStringError(text.getError(), "cannot read " + path);
  Fixture fixture = parseFixture(llvm::sys::path::filename(path).str(), (*text)->getBuffer());
  fixture.path = path;
  return fixture;
}

std::vector<std::string> checkFixtures() {
  std::vector<std::string> result;
  std::string folder = Source + "/testdata/checks/";
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error), end; it != end && !error; it.increment(error))
    if (llvm::StringRef(it->path()).ends_with(".cpp"))
      result.push_back(llvm::StringRef(it->path()).drop_front(folder.size()).drop_back(4).str());
  llvm::sort(result);
  return result;
}

std::vector<std::string> implementedFixtures() {
  std::vector<std::string> result = checkFixtures();
  llvm::erase_if(result, [](llvm::StringRef name) { return !findCheck(name.split('/').first.str()); });
  return result;
}

llvm::Expected<Fixture> checkFixture(const std::string &name) {
  return readFixture(Source + "/testdata/checks/" + name + ".cpp");
}

std::string testName(std::string fixture) {
  for (char &c : fixture)
    if (!llvm::isAlnum(c))
      c = '_';
  return fixture;
}

// The packs that come along, read once for all fixtures.
static driver::RulePacks &packs() {
  static driver::RulePacks loaded = llvm::cantFail(driver::loadPacks(Source + "/rules", {}));
  return loaded;
}

const std::vector<model::RulePack> &rulePacks() { return packs().packs; }

// The disk, with the fixture's parts in their folder.
static llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> filesOf(const Fixture &fixture) {
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::createPhysicalFileSystem());
  files->pushOverlay(memory);
  for (const Part &part : fixture.parts)
    memory->addFile(Root + "/" + part.name, 0, llvm::MemoryBuffer::getMemBufferCopy(part.text));
  return files;
}

static llvm::Expected<driver::Configuration> configurationOf(const Fixture &fixture, llvm::vfs::FileSystem &files) {
  if (fixture.config.empty())
    return driver::Configuration();
  return driver::parseConfiguration(fixture.config, Root + "/.scalelint.yaml", {}, files);
}

// Everything that the summary of a part depends on.
static std::string identityOf(const Fixture &fixture, const Part &part) {
  std::string identity = llvm::join(fixture.flags, "\n");
  for (const Part &each : fixture.parts)
    if (each.name == part.name || !llvm::StringRef(each.name).ends_with(".cpp"))
      identity += "\n//--- " + each.name + "\n" + each.text;
  return identity + "\n//--- " + part.name;
}

static llvm::Expected<summary::TUSummary> analyse(const Fixture &fixture, const Part &part,
                                                  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files) {
  extract::UserCode user({Root});
  extract::Unit unit{"/", Root + "/" + part.name, {"c++", "-std=c++20"}};
  llvm::append_range(unit.arguments, fixture.flags);
  unit.arguments.push_back(unit.file);
  extract::FrontendOptions options;
  options.files = std::move(files);
  auto summary = extract::analyse(unit, user, options,
                                  [&](clang::ASTContext &context, clang::Preprocessor &, summary::TUSummary &into) {
                                    extract::extract(context, user, packs().compiled, into);
                                  });
  if (!summary)
    return summary.takeError();
  for (const summary::Diagnostic &problem : summary->diagnostics)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   part.name + ":" + std::to_string(problem.span.line) + ": " + problem.message);
  return summary;
}

// The same, kept for the fixture that is being looked at: its other parts stay as they are when one is fixed.
static llvm::Expected<summary::TUSummary> summaryOf(const Fixture &fixture, const Part &part,
                                                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files) {
  static std::string path;
  static std::map<std::string, summary::TUSummary> known;
  if (path != fixture.path)
    known.clear();
  path = fixture.path;
  std::string identity = identityOf(fixture, part);
  auto it = known.find(identity);
  if (it == known.end()) {
    auto summary = analyse(fixture, part, std::move(files));
    if (!summary)
      return summary.takeError();
    it = known.try_emplace(identity, std::move(*summary)).first;
  }
  return it->second;
}

llvm::Expected<std::unique_ptr<program::Program>> programOf(const Fixture &fixture) {
  auto files = filesOf(fixture);
  auto configuration = configurationOf(fixture, *files);
  if (!configuration)
    return configuration.takeError();
  std::vector<summary::TUSummary> units;
  for (const Part &part : fixture.parts) {
    if (!llvm::StringRef(part.name).ends_with(".cpp"))
      continue;
    auto summary = summaryOf(fixture, part, files);
    if (!summary)
      return summary.takeError();
    units.push_back(std::move(*summary));
  }
  auto program = program::link(std::move(units), packs().packs);
  std::vector<Notification> notifications;
  program->schema = driver::readSchema(*configuration, *files, notifications);
  for (const Notification &notification : notifications)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), notification.message);
  program->look(configuration->roots);
  return program;
}

static llvm::Expected<std::vector<Finding>> findingsOf(const Fixture &fixture, const std::vector<const Check *> &checks) {
  auto configuration = configurationOf(fixture, *filesOf(fixture));
  if (!configuration)
    return configuration.takeError();
  auto program = programOf(fixture);
  if (!program)
    return program.takeError();
  std::vector<Finding> findings;
  for (const Check *check : checks)
    check->run(**program, driver::optionsOf(*configuration, *check),
               [&](Finding finding) { findings.push_back(std::move(finding)); });
  return findings;
}

llvm::Expected<std::vector<Finding>> findingsOf(const Fixture &fixture, const std::string &id) {
  const Check *check = findCheck(id);
  if (!check)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "no check '" + id + "'");
  return findingsOf(fixture, std::vector{check});
}

llvm::Expected<std::vector<Finding>> allFindingsOf(const Fixture &fixture) { return findingsOf(fixture, allChecks()); }

static std::string say(const Finding &finding) {
  return llvm::sys::path::filename(finding.primary.file).str() + ":" + std::to_string(finding.primary.line) + ": " +
         (finding.level == Level::Note ? "note: " : "warning: ") + finding.message;
}

std::vector<std::string> differences(const Fixture &fixture, const std::vector<Finding> &findings) {
  std::vector<std::string> result;
  std::vector<bool> used(findings.size(), false);
  auto at = [&](const Expectation &expectation, const Finding &finding) {
    return llvm::sys::path::filename(finding.primary.file) == expectation.part &&
           finding.primary.line == expectation.line;
  };
  for (const Expectation &expectation : fixture.expectations) {
    std::string place = expectation.part + ":" + std::to_string(expectation.line) + ": ";
    auto hit = [&]() -> const Finding * {
      for (size_t i = 0; i < findings.size(); ++i)
        if (!used[i] && at(expectation, findings[i])) {
          used[i] = true;
          return &findings[i];
        }
      return nullptr;
    };
    switch (expectation.kind) {
    case Expectation::Kind::Expect: {
      const Finding *finding = hit();
      if (!finding)
        result.push_back(place + "expected a finding, there is none");
      else if (!llvm::StringRef(finding->message).contains(expectation.substring))
        result.push_back(say(*finding) + "\n    lacks \"" + expectation.substring + "\"");
      else if (expectation.note != (finding->level == Level::Note))
        result.push_back(say(*finding) + "\n    has the wrong level");
      break;
    }
    case Expectation::Kind::Ok:
      for (const Finding &finding : findings)
        if (at(expectation, finding))
          result.push_back(say(finding) + "\n    stands on an `ok:` line");
      break;
    case Expectation::Kind::FalseAlarm:
      if (!hit())
        result.push_back(place + "the recorded false alarm is gone: make it `// ok:`");
      break;
    case Expectation::Kind::Missed:
      if (hit())
        result.push_back(place + "what was recorded as missed is found: make it `// expect:`");
      break;
    }
  }
  for (size_t i = 0; i < findings.size(); ++i)
    if (!used[i] && llvm::none_of(fixture.expectations, [&](const Expectation &expectation) {
          return expectation.kind == Expectation::Kind::Ok && at(expectation, findings[i]);
        }))
      result.push_back(say(findings[i]) + "\n    is not expected");
  return result;
}

} // namespace scalelint::test
