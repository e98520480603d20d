// The gRPC pack. Billing has the shape of what grpc_cpp_plugin makes of a service with a unary, a server-streaming,
// a client-streaming and a two-way method; the messages are the well-known types.
#include <google/protobuf/empty.pb.h>
#include <google/protobuf/wrappers.pb.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/support/async_stream.h>
#include <grpcpp/support/async_unary_call.h>
#include <grpcpp/support/client_callback.h>
#include <grpcpp/support/client_interceptor.h>
#include <grpcpp/support/server_callback.h>
#include <grpcpp/support/stub_options.h>
#include <grpcpp/support/sync_stream.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace shop::billing::v1 {

using InvoiceRequest = google::protobuf::StringValue;
using Invoice = google::protobuf::StringValue;

class Billing final {
public:
  class StubInterface {
  public:
    virtual ~StubInterface() {}
    virtual grpc::Status GetInvoice(grpc::ClientContext *context, const InvoiceRequest &request, Invoice *response) = 0;
    std::unique_ptr<grpc::ClientAsyncResponseReaderInterface<Invoice>>
    AsyncGetInvoice(grpc::ClientContext *context, const InvoiceRequest &request, grpc::CompletionQueue *queue);
    std::unique_ptr<grpc::ClientReaderInterface<Invoice>> ListInvoices(grpc::ClientContext *context,
                                                                       const InvoiceRequest &request);
    class async_interface {
    public:
      virtual ~async_interface() {}
      virtual void GetInvoice(grpc::ClientContext *context, const InvoiceRequest *request, Invoice *response,
                              std::function<void(grpc::Status)>) = 0;
      virtual void GetInvoice(grpc::ClientContext *context, const InvoiceRequest *request, Invoice *response,
                              grpc::ClientUnaryReactor *reactor) = 0;
    };
    virtual class async_interface *async() { return nullptr; }
  };
  class Stub final : public StubInterface {
  public:
    explicit Stub(const std::shared_ptr<grpc::ChannelInterface> &channel);
    grpc::Status GetInvoice(grpc::ClientContext *context, const InvoiceRequest &request, Invoice *response) override;
    std::unique_ptr<grpc::ClientAsyncResponseReader<Invoice>>
    AsyncGetInvoice(grpc::ClientContext *context, const InvoiceRequest &request, grpc::CompletionQueue *queue);
    std::unique_ptr<grpc::ClientAsyncResponseReader<Invoice>>
    PrepareAsyncGetInvoice(grpc::ClientContext *context, const InvoiceRequest &request, grpc::CompletionQueue *queue);
    std::unique_ptr<grpc::ClientReader<Invoice>> ListInvoices(grpc::ClientContext *context,
                                                              const InvoiceRequest &request);
    std::unique_ptr<grpc::ClientWriter<Invoice>> UploadInvoices(grpc::ClientContext *context, InvoiceRequest *response);
    std::unique_ptr<grpc::ClientReaderWriter<Invoice, Invoice>> Chat(grpc::ClientContext *context);
    class async final : public StubInterface::async_interface {
    public:
      explicit async(Stub *stub) : stub(stub) {}
      void GetInvoice(grpc::ClientContext *context, const InvoiceRequest *request, Invoice *response,
                      std::function<void(grpc::Status)>) override;
      void GetInvoice(grpc::ClientContext *context, const InvoiceRequest *request, Invoice *response,
                      grpc::ClientUnaryReactor *reactor) override;

    private:
      [[maybe_unused]] Stub *stub;
    };
    class async *async() override { return &asyncStub; }

  private:
    class async asyncStub { this };
  };
  static std::unique_ptr<Stub> NewStub(const std::shared_ptr<grpc::ChannelInterface> &channel,
                                       const grpc::StubOptions &options = grpc::StubOptions());
  class Service : public grpc::Service {
  public:
    Service();
    virtual ~Service();
    virtual grpc::Status GetInvoice(grpc::ServerContext *context, const InvoiceRequest *request, Invoice *response);
    virtual grpc::Status UploadInvoices(grpc::ServerContext *context, grpc::ServerReader<Invoice> *reader,
                                        InvoiceRequest *response);
  };
  class CallbackService : public grpc::Service {
  public:
    virtual grpc::ServerUnaryReactor *GetInvoice(grpc::CallbackServerContext *context, const InvoiceRequest *request,
                                                 Invoice *response);
  };
};

} // namespace shop::billing::v1

using namespace shop::billing::v1;

namespace {

std::chrono::system_clock::time_point inSeconds(int count) {
  return std::chrono::system_clock::now() + std::chrono::seconds(count);
}

// A method of ours that takes a context is no stub.
class ContextTagger {
public:
  void tag(grpc::ClientContext *context) { context->AddMetadata("service", "shop"); } // is: nothing
};

void channels() {
  auto credentials = grpc::InsecureChannelCredentials();
  auto plain = grpc::CreateChannel("billing:50051", credentials); // is: session.open "billing:50051"
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 10000);            // is: nothing
  auto custom = grpc::CreateCustomChannel("billing:50051", credentials, arguments); // is: session.open "billing:50051"
  auto traced = grpc::experimental::CreateCustomChannelWithInterceptors("billing:50051", credentials, arguments, {}); // is: session.open "billing:50051"
  plain->WaitForConnected(inSeconds(1));                          // is: wait
  auto stub = Billing::NewStub(plain);                            // is: nothing
}

std::string invoiceOf(Billing::Stub &stub, const std::string &customer) {
  grpc::ClientContext context;            // is: creates "gRPC client context"
  context.set_deadline(inSeconds(2));     // is: sets total-timeout
  context.set_wait_for_ready(true);       // is: nothing
  ContextTagger().tag(&context);          // is: nothing
  InvoiceRequest request;
  request.set_value(customer);
  Invoice invoice;
  grpc::Status status = stub.GetInvoice(&context, request, &invoice); // is: rpc.call
  return status.ok() ? invoice.value() : std::string();
}

size_t countInvoices(Billing::StubInterface &stub) {
  grpc::ClientContext context; // is: creates "gRPC client context"
  InvoiceRequest request;
  Invoice invoice;
  size_t count = 0;
  auto reader = stub.ListInvoices(&context, request); // is: rpc.call; flows
  while (reader->Read(&invoice))                      // is: receive-response; next-input
    ++count;
  grpc::Status status = reader->Finish();             // is: receive-response
  return status.ok() ? count : 0;
}

void stream(Billing::Stub &stub, grpc::ClientContext &context) {
  Invoice invoice;
  auto reader = stub.ListInvoices(&context, invoice);    // is: rpc.call; flows
  reader->WaitForInitialMetadata();                      // is: receive-response
  reader->Read(&invoice);                                // is: receive-response; next-input
  auto writer = stub.UploadInvoices(&context, &invoice); // is: rpc.call; flows
  writer->Write(invoice);                                // is: rpc.call
  writer->WriteLast(invoice, grpc::WriteOptions());      // is: rpc.call
  writer->WritesDone();                                  // is: rpc.call
  writer->Finish();                                      // is: receive-response
  auto chat = stub.Chat(&context);                       // is: rpc.call; flows
  chat->Write(invoice);                                  // is: rpc.call
  chat->Read(&invoice);                                  // is: receive-response; next-input
}

class InvoiceReactor : public grpc::ClientUnaryReactor {
public:
  void OnDone(const grpc::Status &) override {} // is: root
};

class FeedReactor : public grpc::ClientReadReactor<Invoice> {
public:
  void OnReadDone(bool) override {}           // is: root
  void OnDone(const grpc::Status &) override {} // is: nothing
};

class ChatReactor : public grpc::ClientBidiReactor<Invoice, Invoice> {
public:
  void OnReadDone(bool) override {} // is: root
};

void asynchronous(Billing::Stub &stub, grpc::ClientContext &context, grpc::CompletionQueue &queue) {
  InvoiceRequest request;
  Invoice invoice;
  grpc::Status status;
  auto started = stub.AsyncGetInvoice(&context, request, &queue);         // is: rpc.call
  started->Finish(&invoice, &status, nullptr);                            // is: nothing
  auto prepared = stub.PrepareAsyncGetInvoice(&context, request, &queue); // is: rpc.call
  prepared->StartCall();                                                  // is: nothing
  stub.async()->GetInvoice(&context, &request, &invoice, [](grpc::Status) {}); // is: rpc.call; runs on-event-loop
  InvoiceReactor reactor;
  stub.async()->GetInvoice(&context, &request, &invoice, &reactor);       // is: rpc.call
  void *tag = nullptr;
  bool ok = false;
  while (queue.Next(&tag, &ok)) {                // is: poll
  }
  queue.AsyncNext(&tag, &ok, inSeconds(1));      // is: poll
  queue.Shutdown();                              // is: nothing
}

// The service of this program: calls on with the caller's deadline.
class BillingService final : public Billing::Service {
public:
  explicit BillingService(Billing::Stub &ledger) : ledger(ledger) {}

  grpc::Status GetInvoice(grpc::ServerContext *inbound, const InvoiceRequest *request, Invoice *response) override { // is: root
    auto context = grpc::ClientContext::FromServerContext(*inbound); // is: creates "gRPC client context"; sets total-timeout
    return ledger.GetInvoice(context.get(), *request, response);     // is: rpc.call
  }
  grpc::Status UploadInvoices(grpc::ServerContext *, grpc::ServerReader<Invoice> *reader, InvoiceRequest *) override { // is: root
    Invoice invoice;
    while (reader->Read(&invoice)) // is: next-input
      ++uploaded;
    return grpc::Status::OK;       // is: nothing
  }
  void reset(grpc::ServerContext *) { uploaded = 0; } // is: nothing

private:
  Billing::Stub &ledger;
  int uploaded = 0;
};

class UploadReactor : public grpc::ServerReadReactor<Invoice> {
public:
  void OnReadDone(bool) override {} // is: root
  void OnDone() override {}         // is: nothing
};

class ListReactor : public grpc::ServerWriteReactor<Invoice> {
public:
  void OnWriteDone(bool) override {} // is: root
  void OnDone() override {}
};

class TalkReactor : public grpc::ServerBidiReactor<Invoice, Invoice> {
public:
  void OnReadDone(bool) override {} // is: root
  void OnDone() override {}
};

class BillingCallbackService final : public Billing::CallbackService {
public:
  explicit BillingCallbackService(Billing::Stub &ledger) : ledger(ledger) {}
  grpc::ServerUnaryReactor *GetInvoice(grpc::CallbackServerContext *inbound, const InvoiceRequest *request, // is: root
                                       Invoice *response) override {
    auto context = grpc::ClientContext::FromCallbackServerContext(*inbound); // is: creates "gRPC client context"; sets total-timeout
    auto *reactor = inbound->DefaultReactor();
    reactor->Finish(ledger.GetInvoice(context.get(), *request, response)); // is: rpc.call
    return reactor;
  }

private:
  Billing::Stub &ledger;
};

} // namespace

int main() {
  channels();
  auto stub = Billing::NewStub(grpc::CreateChannel("billing:50051", grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  grpc::CompletionQueue queue;
  invoiceOf(*stub, "7");
  countInvoices(*stub);
  stream(*stub, context);
  asynchronous(*stub, context, queue);
  FeedReactor feed;
  ChatReactor chat;
  UploadReactor upload;
  ListReactor list;
  TalkReactor talk;
  BillingService service(*stub);
  service.reset(nullptr);
  BillingCallbackService callbackService(*stub);
  grpc::ServerBuilder builder;                        // is: creates "gRPC server"
  builder.SetMaxReceiveMessageSize(1024 * 1024);      // is: sets body-limit
  builder.AddListeningPort("0.0.0.0:50051", grpc::InsecureServerCredentials()); // is: nothing
  builder.RegisterService(&service);                  // is: nothing
  builder.RegisterService(&callbackService);
  builder.BuildAndStart()->Wait();                    // is: nothing
}
