// Paths of routes as the frameworks write them: plain, with :id, {id} or <id>, or as regular expressions.
#include "checks/contract/RoutePath.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

namespace scalelint {

using llvm::StringRef;

bool isVersion(StringRef segment) {
  if (!segment.consume_front_insensitive("v"))
    return false;
  auto digits = [&] {
    size_t count = segment.take_while(llvm::isDigit).size();
    segment = segment.drop_front(count);
    return count > 0;
  };
  if (!digits())
    return false;
  while (segment.consume_front("."))
    if (!digits())
      return false;
  for (StringRef stage : {"alpha", "beta", "rc", "preview", "p"})
    if (segment.consume_front_insensitive(stage)) {
      digits();
      break;
    }
  return segment.empty();
}

bool namesVersion(StringRef name) {
  if (name.equals_insensitive("v") || name.equals_insensitive("ver") || name.equals_insensitive("apiversion"))
    return true;
  StringRef word = name.take_back(StringRef("version").size());
  if (!word.equals_insensitive("version"))
    return false;
  // The last word of the name, not the end of one: "conversion" is none.
  StringRef before = name.drop_back(word.size());
  return before.empty() || !llvm::isAlpha(before.back()) || (word.front() == 'V' && llvm::isLower(before.back()));
}

namespace {
// One segment while it is read: characters, and where pieces are unknown.
struct Draft {
  std::string text;
  bool unknown = false;
};
} // namespace

static bool isPattern(StringRef text) {
  return text.find_first_of("()[]{}<>*\\|+") != StringRef::npos || text.starts_with(":");
}

// ":version", "{version}", "{version:[0-9]+}", "<string:version>", "v{number}", "v(\d+)".
static bool isVersionPattern(StringRef text) {
  if (text.size() > 1 && (text.front() == 'v' || text.front() == 'V') && StringRef("([{<\\").contains(text[1]))
    return true;
  text = text.ltrim(":{<(").rtrim(">})");
  auto [first, second] = text.split(':');
  return namesVersion(first) || namesVersion(second);
}

static RouteSegment segmentOf(const Draft &draft) {
  RouteSegment segment;
  segment.text = draft.text;
  if (draft.unknown)
    segment.kind = RouteSegment::Kind::Unknown;
  else if (isPattern(draft.text))
    segment.kind = RouteSegment::Kind::Parameter;
  segment.version = segment.kind == RouteSegment::Kind::Fixed ? isVersion(draft.text) : isVersionPattern(draft.text);
  return segment;
}

static bool versionInQuery(StringRef query) {
  llvm::SmallVector<StringRef> parameters;
  query.split(parameters, '&');
  return llvm::any_of(parameters, [](StringRef parameter) { return namesVersion(parameter.split('=').first); });
}

RoutePath routePath(const program::Text &text) {
  RoutePath path;
  Draft draft;
  int depth = 0; // inside a group or a character class a slash separates nothing
  std::string query;
  bool inQuery = false;
  auto finish = [&] {
    if (StringRef(draft.text).ends_with("\\")) // an escaped slash
      draft.text.pop_back();
    if (!draft.text.empty() || draft.unknown)
      path.segments.push_back(segmentOf(draft));
    draft = {};
  };
  for (const sql::Piece &piece : text.pieces) {
    if (piece.hole) {
      draft.unknown |= !inQuery;
      continue;
    }
    for (size_t i = 0; i < piece.text.size(); ++i) {
      char c = piece.text[i];
      if (inQuery) {
        query += c;
        continue;
      }
      if (c == '(' || c == '[' || c == '{')
        ++depth;
      if ((c == ')' || c == ']' || c == '}') && depth)
        --depth;
      bool anchor = (c == '^' || c == '$') && depth == 0;
      bool asks = c == '?' && depth == 0 && i + 1 < piece.text.size() && llvm::isAlpha(piece.text[i + 1]);
      if (c == '/' && depth == 0)
        finish();
      else if (asks)
        inQuery = true;
      else if (!anchor)
        draft.text += c;
    }
  }
  finish();
  path.versionInQuery = versionInQuery(query);
  return path;
}

static bool isOneOf(StringRef word, std::initializer_list<StringRef> words) {
  return llvm::any_of(words, [&](StringRef each) { return word.equals_insensitive(each); });
}

// What probes, collectors and browsers fetch.
static bool isOperationalWord(StringRef word) {
  return isOneOf(word, {"health", "healthz", "healthcheck", "health-check", "health_check", "heartbeat", "ping",
                        "status", "live", "livez", "liveness", "alive", "ready", "readyz", "readiness", "startupz",
                        "metrics", "metricsz", "prometheus"}) ||
         isOneOf(word, {"doc", "docs", "api-docs", "apidocs", "documentation", "swagger", "swagger-ui", "openapi",
                        "redoc", ".well-known"}) ||
         isOneOf(word, {"static", "assets", "public", "css", "js", "fonts"});
}

static bool isFile(StringRef name) {
  StringRef extension = name.rsplit('.').second;
  return isOneOf(extension, {"ico", "css", "js", "map", "html", "htm", "png", "jpg", "jpeg", "gif", "svg", "webp",
                             "txt", "xml", "woff", "woff2", "ttf", "webmanifest", "wasm", "pdf"}) ||
         isOneOf(name, {"openapi.json", "openapi.yaml", "openapi.yml", "swagger.json", "swagger.yaml", "swagger.yml",
                        "manifest.json"});
}

bool isOperational(const RoutePath &path) {
  using Kind = RouteSegment::Kind;
  auto fixed = [](const RouteSegment &segment) { return segment.kind == Kind::Fixed; };
  if (path.segments.empty() || llvm::none_of(path.segments, fixed))
    return llvm::none_of(path.segments, [](const RouteSegment &segment) { return segment.kind == Kind::Unknown; });
  const RouteSegment &first = path.segments.front(), &last = path.segments.back();
  if (fixed(first) && isOperationalWord(first.text))
    return true;
  if (!fixed(last))
    return false;
  // `/api/health`, not the health of something: `/patients/{id}/health`.
  return isFile(last.text) || (isOperationalWord(last.text) && llvm::all_of(path.segments, fixed));
}

} // namespace scalelint
