// shows: other-file, virtual
// A unary call per element through a generated stub, against one call with all of them.
//--- ratings.h
#pragma once
#include <google/protobuf/wrappers.pb.h>
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/impl/client_unary_call.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <memory>

namespace ratings::v1 {
class Ratings final {
public:
  class StubInterface {
  public:
    virtual ~StubInterface() = default;
    virtual grpc::Status GetRating(grpc::ClientContext *context, const google::protobuf::StringValue &request,
                                   google::protobuf::DoubleValue *response) = 0;
  };
  class Stub final : public StubInterface {
  public:
    explicit Stub(const std::shared_ptr<grpc::ChannelInterface> &channel);
    grpc::Status GetRating(grpc::ClientContext *context, const google::protobuf::StringValue &request,
                           google::protobuf::DoubleValue *response) override;

  private:
    std::shared_ptr<grpc::ChannelInterface> channel_;
    const grpc::internal::RpcMethod rpcmethod_GetRating_;
  };
};
} // namespace ratings::v1

//--- ratings.cpp
#include "ratings.h"

namespace ratings::v1 {
Ratings::Stub::Stub(const std::shared_ptr<grpc::ChannelInterface> &channel)
    : channel_(channel),
      rpcmethod_GetRating_("/ratings.v1.Ratings/GetRating", grpc::internal::RpcMethod::NORMAL_RPC, channel) {}

grpc::Status Ratings::Stub::GetRating(grpc::ClientContext *context, const google::protobuf::StringValue &request,
                                      google::protobuf::DoubleValue *response) {
  return grpc::internal::BlockingUnaryCall<google::protobuf::StringValue, google::protobuf::DoubleValue,
                                           grpc::protobuf::MessageLite, grpc::protobuf::MessageLite>(
      channel_.get(), rpcmethod_GetRating_, context, request, response);
}
} // namespace ratings::v1

//--- shop.cpp
#include "ratings.h"
#include <chrono>
#include <string>
#include <vector>

double rating(ratings::v1::Ratings::StubInterface &stub, const std::string &sku) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(200));
  google::protobuf::StringValue request;
  request.set_value(sku);
  google::protobuf::DoubleValue response;
  return stub.GetRating(&context, request, &response).ok() ? response.value() : 0; // ok: reported at the loop
}

double average(ratings::v1::Ratings::StubInterface &stub, const std::vector<std::string> &skus) {
  double sum = 0;
  for (const auto &sku : skus)
    sum += rating(stub, sku); // expect: scale-remote-call-in-loop "'skus'"
  return sum / static_cast<double>(skus.size());
}

double listed(ratings::v1::Ratings::StubInterface &stub, const std::vector<std::string> &skus) {
  std::string list;
  for (const auto &sku : skus)
    list += sku + ","; // ok: writes the list
  return rating(stub, list); // ok: one call
}
