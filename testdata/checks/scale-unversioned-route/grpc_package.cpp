// For gRPC the version is a suffix of the proto package; the place is the implementing class.
//--- services.h
#pragma once
#include <google/protobuf/wrappers.pb.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

namespace accounts {
class Accounts final {
public:
  static constexpr char const *service_full_name() { return "accounts.Accounts"; }
  class Service : public grpc::Service { // ok: generated, not the project's own
  public:
    Service() = default;
    virtual grpc::Status Find(grpc::ServerContext *context, const google::protobuf::StringValue *request,
                              google::protobuf::StringValue *response);
  };
};
} // namespace accounts

namespace ledger::v1 {
class Ledger final {
public:
  static constexpr char const *service_full_name() { return "ledger.v1.Ledger"; }
  class Service : public grpc::Service { // ok: generated
  public:
    Service() = default;
    virtual grpc::Status Book(grpc::ServerContext *context, const google::protobuf::StringValue *request,
                              google::protobuf::StringValue *response);
  };
};
} // namespace ledger::v1

//--- server.cpp
#include "services.h"

class AccountsService final : public accounts::Accounts::Service { // expect: scale-unversioned-route "accounts"
public:
  grpc::Status Find(grpc::ServerContext *, const google::protobuf::StringValue *request,
                    google::protobuf::StringValue *response) override {
    response->set_value(request->value());
    return grpc::Status::OK;
  }
};

class LedgerService final : public ledger::v1::Ledger::Service { // ok: ledger.v1
public:
  grpc::Status Book(grpc::ServerContext *, const google::protobuf::StringValue *request,
                    google::protobuf::StringValue *response) override {
    response->set_value(request->value());
    return grpc::Status::OK;
  }
};

void serve() {
  AccountsService accounts;
  LedgerService ledger;
}
