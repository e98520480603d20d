// The vocabularies, in the order in which rules/README.md names them.
#include "analysis/model/Words.h"

namespace scalelint::model {

llvm::ArrayRef<Word<Does>> wordsOf(Does) {
  static constexpr Word<Does> words[] = {
      {"sql.execute", Does::SqlExecute},
      {"sql.prepare", Does::SqlPrepare},
      {"sql.fetch-row", Does::SqlFetchRow},
      {"sql.begin", Does::SqlBegin},
      {"sql.commit", Does::SqlCommit},
      {"sql.rollback", Does::SqlRollback},
      {"sql.bulk", Does::SqlBulk},
      {"document.read", Does::DocumentRead},
      {"document.write", Does::DocumentWrite},
      {"document.fetch-row", Does::DocumentFetchRow},
      {"session.open", Does::SessionOpen},
      {"session.close", Does::SessionClose},
      {"session.checkout", Does::SessionCheckout},
      {"session.return", Does::SessionReturn},
      {"http.request", Does::HttpRequest},
      {"rpc.call", Does::RpcCall},
      {"receive-response", Does::ReceiveResponse},
      {"cache.read", Does::CacheRead},
      {"cache.write", Does::CacheWrite},
      {"cache.command", Does::CacheCommand},
      {"queue.publish", Does::QueuePublish},
      {"queue.consume", Does::QueueConsume},
      {"mail.send", Does::MailSend},
      {"dns.resolve", Does::DnsResolve},
      {"process.run", Does::ProcessRun},
      {"render", Does::Render},
  };
  return words;
}

llvm::ArrayRef<Word<Rows>> wordsOf(Rows) {
  static constexpr Word<Rows> words[] = {
      {"materialised", Rows::Materialised},
      {"streamed", Rows::Streamed},
      {"single", Rows::Single},
      {"none", Rows::None},
  };
  return words;
}

llvm::ArrayRef<Word<Access>> wordsOf(Access) {
  static constexpr Word<Access> words[] = {{"read", Access::Read}, {"write", Access::Write}};
  return words;
}

llvm::ArrayRef<Word<Dialect>> wordsOf(Dialect) {
  static constexpr Word<Dialect> words[] = {
      {"postgresql", Dialect::PostgreSQL},
      {"mysql", Dialect::MySQL},
      {"sqlite", Dialect::SQLite},
  };
  return words;
}

llvm::ArrayRef<Word<Unit>> wordsOf(Unit) {
  static constexpr Word<Unit> words[] = {
      {"ns", Unit::Nanoseconds},  {"us", Unit::Microseconds}, {"ms", Unit::Milliseconds},
      {"s", Unit::Seconds},       {"min", Unit::Minutes},     {"duration", Unit::Duration},
      {"timeval", Unit::Timeval}, {"text", Unit::Text},
  };
  return words;
}

llvm::ArrayRef<Word<RootKind>> wordsOf(RootKind) {
  static constexpr Word<RootKind> words[] = {
      {"request", RootKind::Request},
      {"background", RootKind::Background},
      {"startup", RootKind::Startup},
  };
  return words;
}

llvm::ArrayRef<Word<Runs>> wordsOf(Runs) {
  static constexpr Word<Runs> words[] = {
      {"per-element", Runs::PerElement},
      {"once", Runs::Once},
      {"later", Runs::Later},
      {"on-thread", Runs::OnThread},
      {"on-pool", Runs::OnPool},
      {"on-event-loop", Runs::OnEventLoop},
  };
  return words;
}

llvm::ArrayRef<Word<ScopeKind>> wordsOf(ScopeKind) {
  static constexpr Word<ScopeKind> words[] = {
      {"lock", ScopeKind::Lock},
      {"transaction", ScopeKind::Transaction},
      {"span", ScopeKind::Span},
      {"connection", ScopeKind::Connection},
  };
  return words;
}

llvm::ArrayRef<Word<TextForm>> wordsOf(TextForm) {
  static constexpr Word<TextForm> words[] = {
      {"same", TextForm::Same},       {"concat", TextForm::Concat},
      {"append", TextForm::Append},   {"assign", TextForm::Assign},
      {"stream", TextForm::Stream},   {"braces", TextForm::Braces},
      {"percent", TextForm::Percent}, {"numbered", TextForm::Numbered},
      {"join", TextForm::Join},       {"hole", TextForm::Hole},
  };
  return words;
}

llvm::ArrayRef<Word<Mark>> wordsOf(Mark) {
  static constexpr Word<Mark> words[] = {
      {"sleep", Mark::Sleep},
      {"grows", Mark::Grows},
      {"shrinks", Mark::Shrinks},
      {"log", Mark::Log},
      {"metric", Mark::Metric},
      {"span", Mark::Span},
      {"limiter", Mark::Limiter},
      {"breaker", Mark::Breaker},
      {"cache-lookup", Mark::CacheLookup},
      {"cache-store", Mark::CacheStore},
      {"random", Mark::Random},
      {"poll", Mark::Poll},
      {"next-input", Mark::NextInput},
      {"size", Mark::Size},
      {"empty", Mark::Empty},
      {"begin", Mark::Begin},
      {"end", Mark::End},
      {"pure", Mark::Pure},
      {"wait", Mark::Wait},
      {"output-text", Mark::OutputText},
      {"request-header", Mark::RequestHeader},
      {"request-parameter", Mark::RequestParameter},
      {"limits-rows", Mark::LimitsRows},
  };
  return words;
}

llvm::ArrayRef<llvm::StringLiteral> aspectWords() {
  static constexpr llvm::StringLiteral words[] = {
      "connect-timeout",   "read-timeout",     "write-timeout", "total-timeout",
      "statement-timeout", "tcp-user-timeout", "low-speed",     "pool-timeout",
      "body-limit",        "pool-size",        "retries",
  };
  return words;
}

llvm::ArrayRef<llvm::StringLiteral> httpMethodWords() {
  static constexpr llvm::StringLiteral words[] = {"GET",    "HEAD",    "POST",    "PUT",  "PATCH",
                                                  "DELETE", "OPTIONS", "CONNECT", "TRACE"};
  return words;
}

} // namespace scalelint::model
