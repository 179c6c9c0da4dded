// A server in the test's own process: answers of the API from a table, both feeds, and a record of what was asked. One port for
// HTTP and WebSocket, as the real one.
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>
#include <functional>

namespace chicane::ui::test {

struct Request {
    QString verb;
    QString path;  ///< with its query
    QHash<QString, QString> headers;
    QJsonObject body;
};

struct Reply {
    QJsonObject body;
    int status = 200;
};

class FakeServer : public QObject {
  public:
    FakeServer();
    ~FakeServer() override;

    QUrl url() const;
    /// Answers a verb and path (below /api/v1, without query) with this body until told otherwise.
    void answer(const QString& verb, const QString& path, const QJsonObject& body, int status = 200);
    /// Answers once, before the table is looked at.
    void answer_once(const QString& verb, const QString& path, const QJsonObject& body, int status);
    void refuse_once(const QString& verb, const QString& path, const QString& code, const QString& detail, int status,
                     QJsonObject more = {});

    /// Sends to everybody who follows the board, and remembers a snapshot for those who come.
    void send_board(const QJsonObject& message);
    void send_view(const QJsonObject& view);
    void send_control(const QJsonObject& message);
    /// Cuts every socket; new ones are refused until `listen_again`.
    void go_away();
    void listen_again();

    const QList<Request>& requests() const { return requests_; }
    /// The newest request of this verb and path; empty path: none came.
    Request last(const QString& verb, const QString& path) const;
    int count(const QString& verb, const QString& path) const;
    const QList<QJsonObject>& asked_by_sockets() const { return asked_; }
    QStringList live_paths() const { return live_paths_; }

  private:
    void take(QTcpSocket& socket);
    void reply(QTcpSocket& socket, const Request& request);
    void take_socket(QWebSocket& socket);

    QTcpServer http_;
    QWebSocketServer upgrade_{QStringLiteral("fake"), QWebSocketServer::NonSecureMode};
    quint16 port_ = 0;
    QHash<QString, Reply> table_;
    QHash<QString, QList<Reply>> once_;
    QList<Request> requests_;
    QList<QJsonObject> asked_;
    QList<QWebSocket*> live_;
    QList<QWebSocket*> control_;
    QStringList live_paths_;
    QJsonObject snapshot_;
    QJsonObject view_;
};

}  // namespace chicane::ui::test
