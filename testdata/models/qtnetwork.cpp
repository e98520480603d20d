// The QtNetwork pack: a desktop client of the shop.
// flags: -std=c++17 -fPIC
// pkg-config: Qt5Network Qt5Concurrent
#include <QByteArray>
#include <QEventLoop>
#include <QFuture>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslSocket>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>
#include <QtConcurrent>

namespace {

void readStock(QNetworkAccessManager &manager) {
  QNetworkRequest request(QUrl("http://stock/v1/all")); // is: creates "Qt network request"; text "http://stock/v1/all"
  QNetworkReply *reply = manager.get(request);          // is: http.request "http://stock/v1/all"
  QObject::connect(reply, &QNetworkReply::finished, [reply] { reply->deleteLater(); }); // is: runs on-event-loop
  reply->readAll();                                     // is: nothing
}

void everyMethod(QNetworkAccessManager &manager, const QByteArray &body) {
  QNetworkRequest request;                              // is: creates "Qt network request"
  request.setTransferTimeout(10000);                    // is: sets read-timeout 10s
  request.setUrl(QUrl("http://stock/v1/orders"));       // is: text "http://stock/v1/orders"
  request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"); // is: nothing
  manager.setTransferTimeout(5000);                     // is: sets read-timeout 5s
  manager.head(request);                                // is: http.request
  manager.post(request, body);                          // is: http.request
  manager.put(request, body);                           // is: http.request
  manager.deleteResource(request);                      // is: http.request
  manager.sendCustomRequest(request, "PATCH", body);    // is: http.request
  QNetworkRequest again(request);                       // is: nothing
  again.setUrl(QUrl::fromUserInput("stock/v1/orders")); // is: text "stock/v1/orders"
  QString host("stock");                                // is: text "stock"
  manager.clearConnectionCache();                       // is: nothing
}

QByteArray readAndWait() {
  QNetworkAccessManager manager; // is: session.open
  QEventLoop loop;               // is: nothing
  QNetworkReply *reply = manager.get(QNetworkRequest(QUrl("http://stock/v1/one"))); // is: creates "Qt network request"; http.request "http://stock/v1/one"
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit); // is: runs on-event-loop
  QTimer::singleShot(5000, &loop, [&loop] { loop.quit(); });                   // is: runs on-event-loop
  loop.exec();                   // is: wait
  return reply->readAll();
}

QByteArray rawProtocol() {
  QTcpSocket socket;                     // is: creates "Qt socket"
  socket.connectToHost("cache", 6379);   // is: session.open "cache"
  if (!socket.waitForConnected(2000))    // is: session.open; sets connect-timeout 2s
    return {};
  socket.write("PING\r\n");              // is: nothing
  socket.waitForBytesWritten();          // is: receive-response
  socket.waitForReadyRead();             // is: receive-response; sets read-timeout 30s
  QByteArray answer = socket.readLine(); // is: nothing
  socket.disconnectFromHost();           // is: nothing
  socket.waitForDisconnected();          // is: session.close
  QSslSocket secure;                     // is: creates "Qt socket"
  secure.connectToHostEncrypted("cache", 6380); // is: session.open "cache"
  secure.waitForEncrypted();             // is: session.open
  return answer;
}

void threadsAndNames(QObject *context, QThreadPool *pool, QThread *thread) {
  QHostInfo::fromName("stock");                              // is: dns.resolve "stock"
  QHostInfo::lookupHost("stock", [](const QHostInfo &) {});  // is: dns.resolve "stock"; runs on-event-loop
  QHostInfo::localHostName();                                // is: nothing
  QMetaObject::invokeMethod(context, [] {});                 // is: runs on-event-loop
  QFuture<int> future = QtConcurrent::run([] { return 7; }); // is: runs on-pool
  QtConcurrent::run(pool, [] { return 7; });                 // is: runs on-pool
  future.waitForFinished();                                  // is: wait
  future.result();                                           // is: wait
  future.isFinished();                                       // is: nothing
  thread->wait();                                            // is: wait
  QThread::sleep(1);                                         // is: sleep
  QThread::msleep(100);                                      // is: sleep
  QThread::usleep(100);                                      // is: sleep
}

class EchoServer : public QTcpServer {
protected:
  void incomingConnection(qintptr handle) override { // is: root
    QTcpSocket socket;
    socket.setSocketDescriptor(handle); // is: nothing
    socket.waitForReadyRead(1000);      // is: receive-response; sets read-timeout 1s
    socket.write(socket.readAll());
  }
};

} // namespace

int main() {
  QNetworkAccessManager manager;
  readStock(manager);
  everyMethod(manager, "{}");
  readAndWait();
  rawProtocol();
  threadsAndNames(&manager, QThreadPool::globalInstance(), QThread::currentThread());
  EchoServer server;
  server.listen(QHostAddress::Any, 7); // is: nothing
}
