// The tables as JSON Schema: a Shape becomes a subschema, a MapShape a definition, a Rule a
// condition.
#include "analysis/model/Schema.h"

#include "analysis/model/Sections.h"

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace scalelint::model {
namespace {

class SchemaWriter {
public:
  explicit SchemaWriter(llvm::json::OStream &json) : json(json) {}

  void write(const MapShape &root) {
    collect(root);
    json.object([&] {
      json.attribute("$schema", "https://json-schema.org/draft/2020-12/schema");
      json.attribute("title", "scalelint rule pack");
      json.attribute("$ref", reference(root));
      json.attributeObject("$defs", [&] {
        for (const MapShape *map : definitions)
          json.attributeObject(map->name, [&] { definition(*map); });
      });
    });
  }

private:
  static std::string reference(const MapShape &map) { return ("#/$defs/" + map.name).str(); }

  // Definitions in the order in which the tables reach them.
  void collect(const MapShape &map) {
    if (llvm::is_contained(definitions, &map))
      return;
    definitions.push_back(&map);
    for (const KeyShape &key : map.keys)
      collect(*key.value);
  }
  void collect(const Shape &shape) {
    if (shape.map)
      collect(*shape.map);
    if (shape.element)
      collect(*shape.element);
  }

  void definition(const MapShape &map) {
    json.attribute("description", map.what);
    json.attribute("type", "object");
    json.attribute("additionalProperties", false);
    json.attributeObject("properties", [&] {
      for (const KeyShape &key : map.keys)
        json.attributeObject(key.name, [&] {
          json.attribute("description", key.meaning);
          subschema(*key.value);
        });
    });
    json.attributeArray("required", [&] {
      for (const KeyShape &key : map.keys)
        if (key.need == Need::Required)
          json.value(key.name);
    });
    if (map.rules.empty())
      return;
    json.attributeArray("allOf", [&] {
      for (const Rule &rule : map.rules)
        json.object([&] { condition(rule); });
    });
  }

  // The attributes of the schema of one value.
  void subschema(const Shape &shape) {
    if ((shape.scalar != Scalar::None) + (shape.element != nullptr) + (shape.map != nullptr) == 1)
      return alternative(shape);
    json.attributeArray("anyOf", [&] {
      if (shape.scalar != Scalar::None)
        json.object([&] { scalar(shape); });
      if (shape.map)
        json.object([&] { json.attribute("$ref", reference(*shape.map)); });
      if (shape.element)
        json.object([&] { list(*shape.element); });
    });
  }

  void alternative(const Shape &shape) {
    if (shape.map)
      json.attribute("$ref", reference(*shape.map));
    else if (shape.element)
      list(*shape.element);
    else
      scalar(shape);
  }

  void list(const Shape &element) {
    json.attribute("type", "array");
    json.attribute("minItems", 1);
    json.attributeObject("items", [&] { subschema(element); });
  }

  void scalar(const Shape &shape) {
    switch (shape.scalar) {
    case Scalar::None:
      return;
    case Scalar::Text: // a YAML reader gives 3 and yes types of their own
      json.attribute("type", llvm::json::Array{"string", "number", "boolean"});
      return;
    case Scalar::Value: // NULL too
      json.attribute("type", llvm::json::Array{"string", "number", "boolean", "null"});
      return;
    case Scalar::Name:
    case Scalar::Type:
    case Scalar::Matcher:
      json.attribute("type", "string");
      return;
    case Scalar::Link:
      json.attribute("type", "string");
      json.attribute("pattern", "^https?://");
      return;
    case Scalar::Word:
      json.attributeArray("enum", [&] {
        for (llvm::StringRef word : shape.words)
          json.value(word);
      });
      return;
    case Scalar::YesNo: // yes and no are words in YAML 1.2
      json.attribute("enum", llvm::json::Array{"yes", "no", true, false});
      return;
    case Scalar::Number:
      json.attribute("type", "integer");
      json.attribute("minimum", 0);
      json.attribute("maximum", 1000);
      return;
    case Scalar::Default:
      json.attribute("type", "string");
      json.attribute("pattern", "^(none|unknown|[0-9]+(ms|s|min))$");
      return;
    }
  }

  void keyIsPresent(llvm::StringRef key) { json.attribute("required", llvm::json::Array{key}); }

  void keyIsWord(llvm::StringRef key, const std::vector<llvm::StringRef> &words) {
    keyIsPresent(key);
    json.attributeObject("properties", [&] {
      json.attributeObject(key, [&] {
        json.attributeArray("enum", [&] {
          for (llvm::StringRef word : words)
            word == "true" ? json.value(true) : json.value(word);
        });
      });
    });
  }

  void condition(const Rule &rule) {
    switch (rule.kind) {
    case Rule::Kind::ExactlyOne:
      json.attributeArray("oneOf", [&] {
        for (llvm::StringRef key : rule.keys)
          json.object([&] { keyIsPresent(key); });
      });
      return;
    case Rule::Kind::AtMostOne:
      json.attributeObject("not", [&] { anyTwoOf(rule.keys); });
      return;
    case Rule::Kind::Needs:
      json.attributeObject("if", [&] { keyIsPresent(rule.keys[0]); });
      json.attributeObject("then", [&] {
        rule.words.empty() ? keyIsPresent(rule.keys[1]) : keyIsWord(rule.keys[1], rule.words);
      });
      return;
    case Rule::Kind::WordNeeds:
      json.attributeObject("if", [&] { keyIsWord(rule.keys[0], rule.words); });
      json.attributeObject("then", [&] { keyIsPresent(rule.keys[1]); });
      return;
    }
  }

  void anyTwoOf(const std::vector<llvm::StringRef> &keys) {
    json.attributeArray("anyOf", [&] {
      for (size_t i = 0; i < keys.size(); ++i)
        for (size_t j = i + 1; j < keys.size(); ++j)
          json.object([&] { json.attribute("required", llvm::json::Array{keys[i], keys[j]}); });
    });
  }

  llvm::json::OStream &json;
  std::vector<const MapShape *> definitions;
};

} // namespace

std::string rulePackSchema() {
  std::string text;
  llvm::raw_string_ostream out(text);
  {
    llvm::json::OStream json(out, 2);
    SchemaWriter(json).write(tableOf<RulePack>().map);
  }
  out << "\n";
  return text;
}

} // namespace scalelint::model
