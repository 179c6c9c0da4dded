// See api_client.hpp.
#include "ui/models/api_client.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QPointer>

namespace chicane::ui::models {

namespace {

const auto problem_prefix = QStringLiteral("urn:chicane:problem:");
constexpr int status_unauthorized = 401;
constexpr int status_error_min = 400;

}  // namespace

Problem problem_from(int status, const QJsonObject& body) {
    auto code = body[u"type"].toString();
    code.remove(problem_prefix);
    return {status, code.isEmpty() ? QString::number(status) : code, body[u"title"].toString(),
            body[u"detail"].toString(), body};
}

ApiClient::ApiClient(QObject* parent) : QObject(parent) {}

void ApiClient::set_server(const QUrl& server) {
    if (server == server_) return;
    sign_out();  // at the old server: a new one must not see its token
    server_ = server;
    emit serverChanged();
}

QUrl ApiClient::url_of(const QString& path) const {
    auto base = server_.toString(QUrl::StripTrailingSlash);
    return QUrl(base + QStringLiteral("/api/v1/") + path);
}

QNetworkRequest ApiClient::socket_request(const QString& path) const {
    auto url = url_of(path);
    url.setScheme(url.scheme() == u"https" ? QStringLiteral("wss") : QStringLiteral("ws"));
    QNetworkRequest request(url);
    if (signed_in()) request.setRawHeader("Authorization", "Bearer " + token_);
    return request;
}

void ApiClient::send(const Ask& ask, QObject* receiver, Then then) {
    QNetworkRequest request(url_of(ask.path));
    request.setRawHeader("Accept-Language", language_);
    request.setRawHeader("Accept", "application/json");
    // The token alone says who asks: a cookie beside it would outlive it.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (signed_in()) request.setRawHeader("Authorization", "Bearer " + token_);
    if (ask.version) request.setRawHeader("If-Match", '"' + QByteArray::number(*ask.version) + '"');
    if (!ask.key.isEmpty()) request.setRawHeader("Idempotency-Key", ask.key.toUtf8());
    QByteArray bytes;
    if (ask.verb != "GET" && ask.verb != "DELETE") {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        bytes = QJsonDocument(ask.body).toJson(QJsonDocument::Compact);
    }
    request.setTransferTimeout(ask.wait_max_ms);
    auto* reply = network_.sendCustomRequest(request, ask.verb, bytes);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    const bool deed = ask.verb != "GET" && !ask.path.contains(u"dry_run");
    deeds_ += deed ? 1 : 0;
    // One slot for both, so that what was done is known before its receiver is told; without a receiver it is counted all the same.
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, deed, alive = QPointer<QObject>(receiver), then = std::move(then)] {
                const auto answer = read(*reply);
                if (deed && !answer.problem && answer.body[u"seq"].isDouble())
                    emit did(answer.body[u"seq"].toInteger());
                deeds_ -= deed ? 1 : 0;
                if (alive) then(answer);
                if (deed && deeds_ == 0) emit settled();
            });
}

Answer ApiClient::read(QNetworkReply& reply) {
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    set_online(status != 0);
    if (status == 0) {
        return {{},
                Problem{0,
                        QStringLiteral("offline"),
                        tr("The server does not answer."),
                        tr("%1 does not answer. What you typed is kept.").arg(server_.authority()),
                        {}}};
    }
    const auto bytes = reply.readAll();
    const bool json = reply.header(QNetworkRequest::ContentTypeHeader).toString().contains(u"json");
    const auto body = json ? QJsonDocument::fromJson(bytes).object() : QJsonObject();
    if (status < status_error_min) return {body, std::nullopt, json ? QByteArray() : bytes};
    // A wrong password is answered likewise, but nobody was signed in by it.
    const bool with_token = reply.request().hasRawHeader("Authorization");
    if (status == status_unauthorized && with_token) emit tokenRefused();
    return {body, problem_from(status, body)};
}

void ApiClient::sign_in(const QString& user, const QString& password, QObject* receiver, Then then) {
    token_.clear();
    const Ask ask{.verb = "POST", .path = QStringLiteral("login"), .body = {{"user", user}, {"password", password}}};
    send(ask, receiver, [this, then = std::move(then)](const Answer& answer) {
        if (!answer.problem) {
            token_ = answer.body[u"token"].toString().toUtf8();
            user_ = answer.body[u"user"].toObject();
            emit signedInChanged();
        }
        then(answer);
    });
}

void ApiClient::sign_out() {
    if (!signed_in()) return;
    send({.verb = "DELETE", .path = QStringLiteral("login")}, this, [](const Answer&) {});
    token_.clear();
    user_ = {};
    emit signedInChanged();
}

bool ApiClient::may(const QString& role) const { return user_[u"roles"].toArray().contains(role); }

void ApiClient::set_online(bool online) {
    if (online_ == online) return;
    online_ = online;
    emit onlineChanged();
}

}  // namespace chicane::ui::models
