#include "analysis/sql/ParseTree.h"

#include <pg_query.h>

namespace scalelint::sql {
namespace {

// libpg_query counts characters of UTF-8 by their first byte, from 1.
size_t byteOf(llvm::StringRef text, int cursor) {
  size_t byte = 0;
  for (int n = 1; n < cursor && byte < text.size(); ++n) {
    unsigned char c = text[byte];
    byte += c < 0x80             ? 1
            : (c & 0xe0) == 0xc0 ? 2
            : (c & 0xf0) == 0xe0 ? 3
            : (c & 0xf8) == 0xf0 ? 4
                                 : 1;
  }
  return std::min(byte, text.size());
}

const void *fieldOf(const ProtobufCMessage &message, const ProtobufCFieldDescriptor &field) {
  return reinterpret_cast<const char *>(&message) + field.offset;
}
template <class T>
T quantifierOf(const ProtobufCMessage &message, const ProtobufCFieldDescriptor &field) {
  return *reinterpret_cast<const T *>(reinterpret_cast<const char *>(&message) +
                                      field.quantifier_offset);
}

} // namespace

ParseTree parseTree(const std::string &text) {
  ParseTree parsed;
  PgQueryProtobufParseResult result = pg_query_parse_protobuf(text.c_str());
  if (result.error) {
    parsed.error = result.error->message ? result.error->message : "syntax error";
    parsed.errorByte = byteOf(text, result.error->cursorpos);
  } else {
    parsed.tree.reset(pg_query__parse_result__unpack(
        nullptr, result.parse_tree.len, reinterpret_cast<const uint8_t *>(result.parse_tree.data)));
    if (!parsed.tree)
      parsed.error = "parse tree is not readable";
  }
  pg_query_free_protobuf_parse_result(result);
  return parsed;
}

std::string fingerprintOf(const std::string &text) {
  PgQueryFingerprintResult result = pg_query_fingerprint(text.c_str());
  std::string fingerprint = result.fingerprint_str && !result.error ? result.fingerprint_str : "";
  pg_query_free_fingerprint_result(result);
  return fingerprint;
}

Node inside(const PgQuery__Node *node) {
  if (!node || node->node_case == PG_QUERY__NODE__NODE__NOT_SET)
    return nullptr;
  // Every alternative of the union is a pointer to a message.
  return reinterpret_cast<Node>(node->alias);
}

std::vector<Node> listOf(PgQuery__Node *const *nodes, size_t count) {
  std::vector<Node> list;
  for (size_t i = 0; i != count; ++i)
    if (Node node = inside(nodes[i]))
      list.push_back(node);
  return list;
}

void forEachChild(Node node, llvm::function_ref<void(Node)> visit) {
  auto child = [&](Node message) {
    if (message && message->descriptor == &pg_query__node__descriptor)
      message = inside(reinterpret_cast<const PgQuery__Node *>(message));
    if (message)
      visit(message);
  };
  const ProtobufCMessageDescriptor &descriptor = *node->descriptor;
  for (unsigned i = 0; i != descriptor.n_fields; ++i) {
    const ProtobufCFieldDescriptor &field = descriptor.fields[i];
    if (field.type != PROTOBUF_C_TYPE_MESSAGE)
      continue;
    if (field.label == PROTOBUF_C_LABEL_REPEATED) {
      auto *list = *static_cast<ProtobufCMessage **const *>(fieldOf(*node, field));
      for (size_t n = 0; n != quantifierOf<size_t>(*node, field); ++n)
        child(list[n]);
      continue;
    }
    if ((field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) &&
        quantifierOf<uint32_t>(*node, field) != field.id)
      continue;
    child(*static_cast<const ProtobufCMessage *const *>(fieldOf(*node, field)));
  }
}

llvm::StringRef lastName(PgQuery__Node *const *nodes, size_t count) {
  const auto *name = count ? as<PgQuery__String>(nodes[count - 1]) : nullptr;
  return name ? name->sval : "";
}

} // namespace scalelint::sql
