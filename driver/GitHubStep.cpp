// What the runner of GitHub Actions gives and takes.
#include "driver/GitHubStep.h"

#include "driver/report/GitHub.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>

namespace scalelint::driver {

// The colours of a terminal are wanted in a log only when they are asked for.
void writeLog(llvm::raw_ostream &os, const report::Report &report, const report::SourceProvider &sources,
              const report::TextOptions &options) {
  std::string text;
  llvm::raw_string_ostream out(text);
  report::writeText(out, report, sources, options);
  os << report::withoutCommands(text);
  report::writeAnnotations(os, report, sources);
}

static std::string variable(const char *name) {
  const char *value = std::getenv(name);
  return value ? value : "";
}

// "https://github.com/acme/shop/blob/1f3c…/", by the variables that every step has:
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
static std::string addressOfSources() {
  std::string server = variable("GITHUB_SERVER_URL"), repository = variable("GITHUB_REPOSITORY"),
              commit = variable("GITHUB_SHA");
  if (server.empty() || repository.empty() || commit.empty())
    return "";
  return server + "/" + repository + "/blob/" + commit + "/";
}

llvm::Error addToJobSummary(const report::Report &report) {
  std::string file = variable("GITHUB_STEP_SUMMARY");
  if (file.empty())
    return llvm::Error::success();
  uint64_t taken = 0;
  if (llvm::sys::fs::file_size(file, taken))
    taken = 0; // there is none yet
  std::error_code error;
  llvm::raw_fd_ostream out(file, error, llvm::sys::fs::OF_Append);
  if (!error) {
    out << report::jobSummary(report, addressOfSources(), taken);
    out.close();
    error = out.error();
    out.clear_error();
  }
  if (error)
    return llvm::createStringError(error, "cannot write the job summary " + file + ": " + error.message());
  return llvm::Error::success();
}

} // namespace scalelint::driver
