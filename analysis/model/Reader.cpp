// yaml-cpp hands over events; the tree is built here because yaml-cpp's own one keeps neither
// repeated keys nor the place of a missing value. Nothing thrown by yaml-cpp leaves this file.
#include "analysis/model/Reader.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace scalelint::model {
namespace {

constexpr unsigned DepthLimit = 32;
constexpr unsigned ValueLimit = 100'000;

Place placeOf(const YAML::Mark &mark) {
  if (mark.is_null())
    return {};
  return {unsigned(mark.line) + 1, unsigned(mark.column) + 1};
}

class TreeBuilder : public YAML::EventHandler {
public:
  TreeBuilder(llvm::StringRef text, Problems &problems) : text(text), problems(problems) {}

  std::optional<Node> document;

  void OnDocumentStart(const YAML::Mark &) override {}
  void OnDocumentEnd() override {}

  // A plain `NULL` is a C macro before it is YAML's nothing, so the source is asked.
  void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override {
    Node node;
    node.place = placeOf(mark);
    llvm::StringRef rest = sourceAt(mark);
    llvm::StringRef word = rest.take_while([](char c) { return llvm::isAlpha(c); });
    if (word == "NULL") {
      node.kind = Node::Kind::Scalar;
      node.text = "NULL";
    }
    add(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override {
    auto known = anchored.find(anchor);
    if (known == anchored.end())
      return refuse(placeOf(mark), "alias stands inside the value it names");
    add(known->second, YAML::NullAnchor, sizeOf(known->second));
  }

  void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                const std::string &value) override {
    checkTag(mark, tag);
    checkQuotes(mark);
    Node node;
    node.kind = Node::Kind::Scalar;
    node.place = placeOf(mark);
    node.text = value;
    add(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::List, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::Map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

private:
  struct Frame {
    Node node;
    YAML::anchor_t anchor = YAML::NullAnchor;
    std::optional<Node> key; // Map: read, its value still to come
  };

  void checkTag(const YAML::Mark &mark, const std::string &tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      problems.add(placeOf(mark), "tag '" + tag + "' has no meaning here");
  }

  llvm::StringRef sourceAt(const YAML::Mark &mark) const {
    return text.drop_front(std::min<size_t>(std::max(mark.pos, 0), text.size()));
  }

  // yaml-cpp takes the end of the file for a closing quote.
  void checkQuotes(const YAML::Mark &mark) {
    llvm::StringRef rest = sourceAt(mark);
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\''))
      return;
    for (size_t i = 1; i < rest.size(); ++i) {
      if (rest.front() == '"' && rest[i] == '\\')
        ++i;
      else if (rest[i] == rest.front())
        return;
    }
    problems.add(placeOf(mark), "quote is not closed");
  }

  void refuse(Place place, const llvm::Twine &sentence) {
    if (!refused)
      problems.add(place, sentence);
    refused = true;
  }

  void open(Node::Kind kind, const YAML::Mark &mark, const std::string &tag,
            YAML::anchor_t anchor) {
    checkTag(mark, tag);
    if (frames.size() >= DepthLimit)
      refuse(placeOf(mark), "nested deeper than " + llvm::Twine(DepthLimit) + " levels");
    if (refused)
      return;
    Frame frame;
    frame.node.kind = kind;
    frame.node.place = placeOf(mark);
    frame.anchor = anchor;
    frames.push_back(std::move(frame));
  }

  void close() {
    if (refused)
      return;
    Frame frame = std::move(frames.back());
    frames.pop_back();
    add(std::move(frame.node), frame.anchor);
  }

  static unsigned sizeOf(const Node &node) {
    unsigned size = 1;
    for (const Node &item : node.items)
      size += sizeOf(item);
    for (const Node::Entry &entry : node.entries)
      size += sizeOf(entry.value);
    return size;
  }

  // `size`: how many values come with the node that were not counted yet.
  void add(Node node, YAML::anchor_t anchor, unsigned size = 1) {
    if (refused)
      return;
    values += size;
    if (values > ValueLimit)
      return refuse(node.place, "more than " + llvm::Twine(ValueLimit) + " values");
    if (anchor != YAML::NullAnchor)
      anchored[anchor] = node;
    if (frames.empty())
      document = std::move(node);
    else if (frames.back().node.kind == Node::Kind::List)
      frames.back().node.items.push_back(std::move(node));
    else
      addToMap(frames.back(), std::move(node));
  }

  void addToMap(Frame &frame, Node node) {
    if (!frame.key) {
      if (node.kind != Node::Kind::Scalar)
        problems.add(node.place, "key is not a word");
      frame.key = std::move(node);
      return;
    }
    Node key = std::move(*frame.key);
    frame.key.reset();
    if (key.kind != Node::Kind::Scalar)
      return;
    if (const Node::Entry *first = frame.node.find(key.text)) {
      problems.add(key.place, "key '" + key.text + "' stands twice; first in line " +
                                  llvm::Twine(first->place.line));
      return;
    }
    if (node.kind == Node::Kind::Nothing)
      node.place = key.place;
    frame.node.entries.push_back({std::move(key.text), key.place, std::move(node)});
  }

  llvm::StringRef text;
  Problems &problems;
  std::vector<Frame> frames;
  std::map<YAML::anchor_t, Node> anchored;
  unsigned values = 0;
  bool refused = false;
};

Place placeOf(llvm::StringRef text, size_t offset) {
  llvm::StringRef before = text.take_front(offset);
  size_t lineStart = before.rfind('\n') + 1; // npos + 1 = 0
  return {unsigned(before.count('\n')) + 1, unsigned(offset - lineStart) + 1};
}

// What yaml-cpp takes in silence or explains badly.
bool hasReadableText(llvm::StringRef text, Problems &problems) {
  size_t offset = 0;
  if (!llvm::json::isUTF8(text, &offset)) {
    problems.add(placeOf(text, offset), "text is not UTF-8");
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char c = text[i];
    if (c >= 0x20 && c != 0x7f)
      continue;
    if (c == '\n' || c == '\r' || c == '\t')
      continue;
    problems.add(placeOf(text, i),
                 llvm::Twine("control character with code ") + llvm::Twine(unsigned(c)));
    return false;
  }
  unsigned number = 0;
  bool indentedWithTab = false;
  for (llvm::StringRef line : llvm::split(text, '\n')) {
    ++number;
    size_t tab = line.take_while([](char c) { return c == ' ' || c == '\t'; }).find('\t');
    if (tab == llvm::StringRef::npos || line.trim().empty())
      continue;
    problems.add({number, unsigned(tab) + 1}, "tab in the indentation; indent with spaces");
    indentedWithTab = true;
  }
  return !indentedWithTab;
}

// yaml-cpp speaks in sentences of its own; they are kept, in the lower case of this program.
std::string sentenceOf(const YAML::ParserException &error) {
  std::string sentence = error.msg;
  if (!sentence.empty())
    sentence[0] = llvm::toLower(sentence[0]);
  return "not YAML: " + sentence;
}

} // namespace

const Node::Entry *Node::find(llvm::StringRef key) const {
  auto it = llvm::find_if(entries, [&](const Entry &entry) { return entry.key == key; });
  return it == entries.end() ? nullptr : &*it;
}

void Problems::add(Place place, const llvm::Twine &sentence) {
  auto after = llvm::upper_bound(found, place, [](Place a, const Problem &b) {
    return std::pair(a.line, a.column) < std::pair(b.place.line, b.place.column);
  });
  std::string line = sentence.str();
  for (size_t i = line.find('\n'); i != std::string::npos; i = line.find('\n', i))
    line.replace(i, 1, "\\n");
  found.insert(after, {place, std::move(line)});
}

std::vector<std::string> Problems::lines() const {
  std::vector<std::string> lines;
  for (const Problem &problem : found)
    lines.push_back((file + ":" + llvm::Twine(problem.place.line) + ":" +
                     llvm::Twine(problem.place.column) + ": " + problem.sentence)
                        .str());
  return lines;
}

std::string Problems::text() const { return llvm::join(lines(), "\n"); }

std::optional<Node> readYaml(llvm::StringRef text, Problems &problems) {
  text.consume_front("\xEF\xBB\xBF");
  std::string normalised;
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
      normalised.push_back(text[i]);
  if (!hasReadableText(normalised, problems))
    return std::nullopt;
  std::istringstream stream(normalised);
  TreeBuilder builder(normalised, problems);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder))
      return std::nullopt;
    std::optional<Node> document = std::move(builder.document);
    TreeBuilder rest(normalised, problems);
    if (parser.HandleNextDocument(rest))
      problems.add(rest.document ? rest.document->place : Place{}, "second document in one file");
    return document;
  } catch (const YAML::ParserException &error) {
    problems.add(placeOf(error.mark), sentenceOf(error));
  } catch (const std::exception &error) {
    problems.add({}, llvm::Twine("not YAML: ") + error.what());
  }
  return std::nullopt;
}

std::string hint(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known) {
  llvm::StringRef nearest;
  unsigned best = std::max<unsigned>(1, word.size() / 3) + 1;
  for (llvm::StringRef candidate : known) {
    unsigned distance = word.edit_distance(candidate, true, best);
    if (distance >= best)
      continue;
    best = distance;
    nearest = candidate;
  }
  auto isLonger = [&](llvm::StringRef candidate) { return word.size() > 2 && candidate.starts_with(word); };
  if (nearest.empty() && llvm::count_if(known, isLonger) == 1)
    nearest = *llvm::find_if(known, isLonger);
  if (!nearest.empty())
    return ("; did you mean '" + nearest + "'?").str();
  if (known.empty() || known.size() > 9)
    return "";
  std::string list;
  for (auto [index, candidate] : llvm::enumerate(known)) {
    if (index != 0)
      list += index + 1 == known.size() ? " or " : ", ";
    list += ("'" + candidate + "'").str();
  }
  return "; expected " + list;
}

} // namespace scalelint::model
