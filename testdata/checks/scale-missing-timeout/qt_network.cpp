// pkg-config: Qt5Network
// A request has no transfer timeout unless it, or the manager that sends it, gets one.
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

class Avatars {
public:
  Avatars() { impatient_.setTransferTimeout(5000); }

  QNetworkReply *bare(const QUrl &url) {
    QNetworkRequest request(url); // expect: scale-missing-timeout "timeout"
    request.setHeader(QNetworkRequest::UserAgentHeader, "avatars");
    return plain_.get(request);
  }

  QNetworkReply *bounded(const QUrl &url) {
    QNetworkRequest request(url); // ok: set on the request
    request.setTransferTimeout(3000);
    return plain_.get(request);
  }

  QNetworkReply *byDefaultConstant(const QUrl &url) {
    QNetworkRequest request(url); // ok: without an argument it is 30 s
    request.setTransferTimeout();
    return plain_.get(request);
  }

  QNetworkReply *byManager(const QUrl &url) {
    QNetworkRequest request(url); // ok: the manager's own timeout holds
    return impatient_.get(request);
  }

  QNetworkReply *endless(const QUrl &url) {
    QNetworkRequest request(url); // expect: scale-missing-timeout "timeout"
    request.setTransferTimeout(120 * 1000);
    return plain_.get(request);
  }

private:
  QNetworkAccessManager plain_, impatient_;
};
