// For Thrift the version is in the namespace of the generated interface; the place is the handler class.
//--- search.h
#pragma once
#include <memory>
#include <string>
#include <thrift/TDispatchProcessor.h>

namespace search {
class SearchIf {
public:
  virtual ~SearchIf() = default;
  virtual void find(std::string &_return, const std::string &words) = 0;
};
class SearchProcessor : public apache::thrift::TDispatchProcessor { // ok: generated
public:
  explicit SearchProcessor(std::shared_ptr<SearchIf> iface) : iface_(std::move(iface)) {}

protected:
  bool dispatchCall(apache::thrift::protocol::TProtocol *in, apache::thrift::protocol::TProtocol *out,
                    const std::string &fname, int32_t seqid, void *context) override;
  std::shared_ptr<SearchIf> iface_;
};
} // namespace search

namespace billing::v2 {
class BillingIf {
public:
  virtual ~BillingIf() = default;
  virtual int64_t total(const std::string &account) = 0;
};
class BillingProcessor : public apache::thrift::TDispatchProcessor { // ok: generated
public:
  explicit BillingProcessor(std::shared_ptr<BillingIf> iface) : iface_(std::move(iface)) {}

protected:
  bool dispatchCall(apache::thrift::protocol::TProtocol *in, apache::thrift::protocol::TProtocol *out,
                    const std::string &fname, int32_t seqid, void *context) override;
  std::shared_ptr<BillingIf> iface_;
};
} // namespace billing::v2

//--- server.cpp
#include "search.h"

class SearchHandler : public search::SearchIf { // expect: scale-unversioned-route "search"
public:
  void find(std::string &_return, const std::string &words) override { _return = words; }
};

class BillingHandler : public billing::v2::BillingIf { // ok: billing.v2
public:
  int64_t total(const std::string &account) override { return static_cast<int64_t>(account.size()); }
};

void serve() {
  search::SearchProcessor search(std::make_shared<SearchHandler>());
  billing::v2::BillingProcessor billing(std::make_shared<BillingHandler>());
}
