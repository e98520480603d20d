// The Thrift pack. Stock has the shape of what the Thrift compiler makes of a service that extends another one.
#include <thrift/TDispatchProcessor.h>
#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/protocol/TCompactProtocol.h>
#include <thrift/protocol/TJSONProtocol.h>
#include <thrift/protocol/TMultiplexedProtocol.h>
#include <thrift/server/TThreadedServer.h>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/THttpClient.h>
#include <thrift/transport/TSSLSocket.h>
#include <thrift/transport/TServerSocket.h>
#include <thrift/transport/TSocket.h>
#include <thrift/transport/TSocketPool.h>
#include <thrift/transport/TZlibTransport.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

using namespace apache::thrift;
using namespace apache::thrift::protocol;
using namespace apache::thrift::transport;

namespace shop::stock {

class BaseIf {
public:
  virtual ~BaseIf() {}
  virtual void ping() = 0;
};

class StockIf : virtual public BaseIf {
public:
  virtual ~StockIf() {}
  virtual int32_t countOf(const std::string &sku) = 0;
  virtual void skus(std::vector<std::string> &_return, const int32_t limit) = 0;
};

class BaseClient : virtual public BaseIf {
public:
  BaseClient(std::shared_ptr<TProtocol> protocol) : piprot_(protocol), poprot_(protocol) {}
  std::shared_ptr<TProtocol> getInputProtocol() { return piprot_; }
  std::shared_ptr<TProtocol> getOutputProtocol() { return poprot_; }
  void ping() override;

protected:
  std::shared_ptr<TProtocol> piprot_, poprot_;
};

class StockClient : virtual public StockIf, public BaseClient {
public:
  StockClient(std::shared_ptr<TProtocol> protocol) : BaseClient(protocol) {}
  std::shared_ptr<TProtocol> getInputProtocol() { return piprot_; }
  std::shared_ptr<TProtocol> getOutputProtocol() { return poprot_; }
  int32_t countOf(const std::string &sku) override;
  void send_countOf(const std::string &sku);
  int32_t recv_countOf();
  void skus(std::vector<std::string> &_return, const int32_t limit) override;
};

class StockProcessor : public TDispatchProcessor {
public:
  StockProcessor(std::shared_ptr<StockIf> iface) : iface_(iface) {}
  bool dispatchCall(TProtocol *in, TProtocol *out, const std::string &name, int32_t sequence, void *context) override;

protected:
  std::shared_ptr<StockIf> iface_;
};

} // namespace shop::stock

using namespace shop::stock;

namespace {

// Our own class with the look of a client, and one that is none.
class PriceClient {
public:
  int priceOf(const std::string &sku) { return static_cast<int>(sku.size()); }
};

class StockHandler : public StockIf {
public:
  explicit StockHandler(std::shared_ptr<StockClient> central) : central(std::move(central)) {}
  void ping() override {}
  int32_t countOf(const std::string &sku) override { return central->countOf(sku); } // is: rpc.call
  void skus(std::vector<std::string> &names, const int32_t limit) override { central->skus(names, limit); } // is: rpc.call

private:
  std::shared_ptr<StockClient> central;
};

class ReplicaHandler : public StockIf {
public:
  void ping() override {}
  int32_t countOf(const std::string &) override { return 0; }
  void skus(std::vector<std::string> &, const int32_t) override {}
};

int32_t countOverSocket(const std::string &sku) {
  auto socket = std::make_shared<TSocket>("stock", 9090);        // is: creates "Thrift socket"
  socket->setConnTimeout(2000);                                  // is: sets connect-timeout 2s
  socket->setRecvTimeout(5000);                                  // is: sets read-timeout 5s
  socket->setSendTimeout(5000);                                  // is: sets write-timeout 5s
  socket->setKeepAlive(true);                                    // is: nothing
  auto transport = std::make_shared<TBufferedTransport>(socket); // is: flows
  auto protocol = std::make_shared<TBinaryProtocol>(transport);  // is: flows
  StockClient client(protocol);                                  // is: flows
  transport->open();                                             // is: session.open
  int32_t count = client.countOf(sku);                           // is: rpc.call
  client.ping();                                                 // is: rpc.call
  client.getInputProtocol();                                     // is: nothing
  PriceClient().priceOf(sku);                                    // is: nothing
  transport->close();                                            // is: session.close
  return count;
}

int32_t countPipelined(const std::shared_ptr<TTransport> &transport, const std::string &sku) {
  auto framed = std::make_shared<TFramedTransport>(transport);         // is: flows
  auto packed = std::make_shared<TZlibTransport>(framed);              // is: flows
  auto compact = std::make_shared<TCompactProtocol>(packed);           // is: flows
  auto shared = std::make_shared<TMultiplexedProtocol>(compact, "Stock"); // is: flows
  auto client = std::make_shared<StockClient>(shared);                 // is: flows
  client->send_countOf(sku);                                           // is: rpc.call
  return client->recv_countOf();                                       // is: receive-response
}

// A client that is written over the protocol itself.
void countByHand(TProtocol &out, TProtocol &in) {
  out.writeMessageBegin("countOf", T_CALL, 0);   // is: rpc.call
  out.writeMessageEnd();                         // is: nothing
  std::string name;
  TMessageType type = T_REPLY;
  int32_t sequence = 0;
  in.readMessageBegin(name, type, sequence);     // is: receive-response
  in.readMessageEnd();                           // is: nothing
  out.writeMessageBegin(name, T_REPLY, sequence); // is: nothing
}

void otherConnections() {
  TSocketPool pool("stock", 9090);                 // is: creates "Thrift socket"
  pool.setNumRetries(1);                           // is: nothing
  TSocket plain("stock", 9090);                    // is: creates "Thrift socket"
  TSSLSocketFactory factory;
  auto secure = factory.createSocket("stock", 443); // is: creates "Thrift socket"
  THttpClient lone("stock", 80, "/v1/rpc");        // is: creates "Thrift HTTP client"
  auto over = std::make_shared<THttpClient>(std::static_pointer_cast<TTransport>(secure), "stock", "/v1/rpc");
  THttpClient bound(std::static_pointer_cast<TTransport>(secure), "stock", "/v1/rpc"); // is: flows
  TJSONProtocol json(over);                        // is: flows
}

} // namespace

int main() {
  auto socket = std::make_shared<TSocket>("central", 9090);
  auto client = std::make_shared<StockClient>(std::make_shared<TBinaryProtocol>(socket));
  countOverSocket("7");
  countPipelined(socket, "7");
  otherConnections();
  auto handler = std::make_shared<StockHandler>(client);        // is: nothing
  auto processor = std::make_shared<StockProcessor>(handler);   // is: root
  std::shared_ptr<TProcessor> second(new StockProcessor(std::make_shared<ReplicaHandler>())); // is: root
  server::TThreadedServer threaded(processor, std::make_shared<TServerSocket>(9090),
                                   std::make_shared<TBufferedTransportFactory>(),
                                   std::make_shared<TBinaryProtocolFactory>());
  threaded.serve(); // is: nothing
}
