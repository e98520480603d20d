// shows: other-file, in-wrapper, from-server-context
// A call without a deadline on its ClientContext waits for ever; one made from the server's inherits it.
//--- pricing.h
#pragma once
#include <google/protobuf/wrappers.pb.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <memory>

namespace pricing::v1 {
class Pricing final {
public:
  class Stub final {
  public:
    explicit Stub(const std::shared_ptr<grpc::ChannelInterface> &channel);
    grpc::Status GetPrice(grpc::ClientContext *context, const google::protobuf::StringValue &request,
                          google::protobuf::Int64Value *response);

  private:
    std::shared_ptr<grpc::ChannelInterface> channel_;
    const grpc::internal::RpcMethod rpcmethod_GetPrice_;
  };
};
} // namespace pricing::v1

//--- pricing.cpp
#include "pricing.h"

namespace pricing::v1 {
Pricing::Stub::Stub(const std::shared_ptr<grpc::ChannelInterface> &channel)
    : channel_(channel),
      rpcmethod_GetPrice_("/pricing.v1.Pricing/GetPrice", grpc::internal::RpcMethod::NORMAL_RPC, channel) {}

grpc::Status Pricing::Stub::GetPrice(grpc::ClientContext *context, const google::protobuf::StringValue &request,
                                     google::protobuf::Int64Value *response) {
  return grpc::internal::BlockingUnaryCall<google::protobuf::StringValue, google::protobuf::Int64Value,
                                           grpc::protobuf::MessageLite, grpc::protobuf::MessageLite>(
      channel_.get(), rpcmethod_GetPrice_, context, request, response);
}
} // namespace pricing::v1

//--- offers.cpp
#include "pricing.h"
#include <chrono>

using pricing::v1::Pricing;

grpc::Status ask(Pricing::Stub &stub, grpc::ClientContext &context) {
  google::protobuf::StringValue sku;
  google::protobuf::Int64Value cents;
  return stub.GetPrice(&context, sku, &cents); // ok: reported at the context
}

void limit(grpc::ClientContext &context, std::chrono::milliseconds deadline) {
  context.set_deadline(std::chrono::system_clock::now() + deadline);
}

grpc::Status bare(Pricing::Stub &stub) {
  grpc::ClientContext context; // expect: scale-missing-timeout "timeout"
  context.AddMetadata("tenant", "blue");
  return ask(stub, context);
}

grpc::Status bounded(Pricing::Stub &stub) {
  grpc::ClientContext context; // ok: set by the helper
  limit(context, std::chrono::milliseconds(300));
  return ask(stub, context);
}

grpc::Status inherited(Pricing::Stub &stub, grpc::ServerContext &server) {
  std::unique_ptr<grpc::ClientContext> context = grpc::ClientContext::FromServerContext(server); // ok: inherits
  return ask(stub, *context);
}
