// See fake_server.hpp.
#include "fake_server.hpp"

#include <QJsonDocument>
#include <algorithm>
#include <optional>

namespace chicane::ui::test {

namespace {

const auto api = QStringLiteral("/api/v1/");

QString bare(const QString& path) { return path.section(u'?', 0, 0); }

QByteArray text_of(const QJsonObject& message) { return QJsonDocument(message).toJson(QJsonDocument::Compact); }

// A request that is whole in `bytes`; nothing otherwise.
std::optional<Request> parse(const QByteArray& bytes) {
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0) return std::nullopt;
    const auto lines = QString::fromUtf8(bytes.left(end)).split(QStringLiteral("\r\n"));
    Request request{lines[0].section(u' ', 0, 0), lines[0].section(u' ', 1, 1).mid(api.size()), {}, {}};
    for (int i = 1; i < lines.size(); ++i) {
        request.headers.insert(lines[i].section(u':', 0, 0).toLower(), lines[i].section(u':', 1).trimmed());
    }
    const auto length = request.headers.value(QStringLiteral("content-length")).toInt();
    if (bytes.size() < end + 4 + length) return std::nullopt;
    request.body = QJsonDocument::fromJson(bytes.mid(end + 4, length)).object();
    return request;
}

}  // namespace

FakeServer::FakeServer() {
    connect(&http_, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = http_.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    connect(&upgrade_, &QWebSocketServer::newConnection, this,
            [this] { take_socket(*upgrade_.nextPendingConnection()); });
    http_.listen(QHostAddress::LocalHost);
    port_ = http_.serverPort();
    answer(QStringLiteral("GET"), QStringLiteral("health"), {{"status", "ok"}, {"version", "0.1.0"}});
    answer(QStringLiteral("POST"), QStringLiteral("login"),
           {{"token", "t"},
            {"user",
             QJsonObject{{"id", "sta_1"}, {"name", "Léa Morin"}, {"roles", QJsonArray{"race_control", "cashier"}}}}});
    answer(QStringLiteral("DELETE"), QStringLiteral("login"), {});
}

FakeServer::~FakeServer() {
    for (auto* socket : live_ + control_) socket->disconnect(this);
}

QUrl FakeServer::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port_)); }

void FakeServer::answer(const QString& verb, const QString& path, const QJsonObject& body, int status) {
    table_.insert(verb + u' ' + path, {body, status});
}

void FakeServer::answer_once(const QString& verb, const QString& path, const QJsonObject& body, int status) {
    once_[verb + u' ' + path].append({body, status});
}

void FakeServer::refuse_once(const QString& verb, const QString& path, const QString& code, const QString& detail,
                             int status, QJsonObject more) {
    more[u"type"] = QStringLiteral("urn:chicane:problem:") + code;
    more[u"title"] = code;
    more[u"detail"] = detail;
    answer_once(verb, path, more, status);
}

void FakeServer::send_board(const QJsonObject& message) {
    if (message[u"type"].toString() == u"snapshot") snapshot_ = message;
    for (auto* socket : live_) socket->sendTextMessage(QString::fromUtf8(text_of(message)));
}

void FakeServer::send_view(const QJsonObject& view) {
    view_ = {{"type", "control"}, {"view", view}};
    send_control(view_);
}

void FakeServer::send_control(const QJsonObject& message) {
    for (auto* socket : control_) socket->sendTextMessage(QString::fromUtf8(text_of(message)));
}

void FakeServer::go_away() {
    http_.close();
    for (auto* socket : http_.findChildren<QTcpSocket*>()) socket->abort();
    for (auto* socket : live_ + control_) socket->abort();
}

void FakeServer::listen_again() { http_.listen(QHostAddress::LocalHost, port_); }

Request FakeServer::last(const QString& verb, const QString& path) const {
    for (auto it = requests_.rbegin(); it != requests_.rend(); ++it) {
        if (it->verb == verb && bare(it->path) == path) return *it;
    }
    return {};
}

int FakeServer::count(const QString& verb, const QString& path) const {
    return static_cast<int>(
        std::ranges::count_if(requests_, [&](const Request& r) { return r.verb == verb && bare(r.path) == path; }));
}

void FakeServer::take(QTcpSocket& socket) {
    while (const auto request = parse(socket.peek(1 << 20))) {
        if (request->headers.value(QStringLiteral("upgrade")).toLower() == u"websocket") {
            socket.disconnect(this);
            socket.disconnect(&socket);
            upgrade_.handleConnection(&socket);
            return;
        }
        const auto length = request->headers.value(QStringLiteral("content-length")).toInt();
        socket.read(socket.peek(1 << 20).indexOf("\r\n\r\n") + 4 + length);
        requests_.append(*request);
        reply(socket, *request);
    }
}

void FakeServer::reply(QTcpSocket& socket, const Request& request) {
    const auto key = request.verb + u' ' + bare(request.path);
    Reply answer{{{"type", "urn:chicane:problem:not_found"}, {"title", "not in the table"}, {"detail", key}}, 404};
    if (auto& once = once_[key]; !once.isEmpty()) {
        answer = once.takeFirst();
    } else if (table_.contains(key)) {
        answer = table_[key];
    }
    const auto body = text_of(answer.body);
    socket.write("HTTP/1.1 " + QByteArray::number(answer.status) +
                 " -\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                 "\r\n\r\n" + body);
}

void FakeServer::take_socket(QWebSocket& socket) {
    socket.setParent(this);
    const auto path = socket.requestUrl().path();
    const bool live = path.endsWith(u"/live");
    auto& list = live ? live_ : control_;
    list.append(&socket);
    if (live) live_paths_.append(socket.requestUrl().toString(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    connect(&socket, &QWebSocket::textMessageReceived, this, [this, &socket](const QString& text) {
        asked_.append(QJsonDocument::fromJson(text.toUtf8()).object());
        if (!snapshot_.isEmpty()) socket.sendTextMessage(QString::fromUtf8(text_of(snapshot_)));
    });
    connect(&socket, &QWebSocket::disconnected, this, [this, &socket] {
        live_.removeAll(&socket);
        control_.removeAll(&socket);
        socket.deleteLater();
    });
    const auto& first = live ? snapshot_ : view_;
    if (!first.isEmpty()) socket.sendTextMessage(QString::fromUtf8(text_of(first)));
}

}  // namespace chicane::ui::test
