// Writes a planned SARIF log. The parts of a run are in Sarif.cpp, those of a result in
// SarifResult.cpp.
#pragma once

#include "driver/report/SarifPlan.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

namespace scalelint::report {

// What paths are relative to.
inline constexpr const char *RootId = "SRCROOT";

class SarifWriter {
public:
  SarifWriter(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources,
              const SarifPlan &plan, SarifUse use)
      : json(os, 1), report(report), sources(sources), plan(plan), use(use) {}

  void log();

private:
  void run();
  void tool();
  void rule(const Check &);
  void ruleProperties(const Check &);
  void relationship(unsigned cwe);
  void taxonomies();
  void invocation();
  void notification(const Notification &);
  void versionControl();
  void artifacts();

  void result(const SarifResult &);
  void baselineState(const SarifResult &);
  void gone(const GoneResult &);
  void primaryLocation(const SarifResult &);
  void codeFlow(const std::vector<const Step *> &);
  void relatedLocations(const SarifResult &);
  void fixes(const std::vector<Fix> &);
  void fix(const Fix &);
  void suppressions(const SarifResult &);
  void resultProperties(const SarifResult &);

  enum class Context { Without, With };
  void physicalLocation(const SourceRange &, Context);
  void uriOf(const std::string &path); // the attributes that say where a file is
  void artifactLocation(const std::string &path);
  // Also when the source can't be read: then lines alone are known to mean the same to every
  // reader.
  void region(const SourceRange &);
  void contextRegion(const SourceText &, const SourceRange &, Stretch);
  void position(const SourceText &, Stretch);
  void snippet(llvm::StringRef);

  void text(llvm::StringRef key, llvm::StringRef value);
  void message(llvm::StringRef key, llvm::StringRef value);
  template <class Items, class WriteItem>
  void array(llvm::StringRef key, const Items &items, WriteItem writeItem) {
    json.attributeArray(key, [&] {
      for (const auto &item : items)
        writeItem(item);
    });
  }

  llvm::json::OStream json;
  const Report &report;
  const SourceProvider &sources;
  const SarifPlan &plan;
  const SarifUse use;
};

} // namespace scalelint::report
