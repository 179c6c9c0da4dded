// The one client of the server's API (/api/v1): token, versions, keys against doubling, problems as values. UI thread; an answer
// is handed over only while its receiver lives.
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <optional>

namespace chicane::ui::models {

inline constexpr int answer_wait_max_ms = 8'000;  ///< longer is "does not answer": an official does not wait

/// What went wrong, as the server says it (RFC 9457) or as the network does: then `code` is `offline`.
struct Problem {
    int status = 0;
    QString code;
    QString title;
    QString detail;
    QJsonObject body;

    /// The sentence for people: the detail, else the title.
    QString text() const { return detail.isEmpty() ? title : detail; }
};

struct Answer {
    QJsonObject body;
    std::optional<Problem> problem;
    QByteArray bytes = {};  ///< of an answer that is no JSON: a file
};

/// One request. `version`: If-Match of an aggregate; `key`: Idempotency-Key of a POST that creates.
struct Ask {
    QByteArray verb = "GET";
    QString path;  ///< below /api/v1, with its query
    QJsonObject body = {};
    std::optional<qint64> version = std::nullopt;
    QString key = {};
    int wait_max_ms = answer_wait_max_ms;  ///< more where the server looks for something
};

class ApiClient : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(QUrl server READ server NOTIFY serverChanged)
    Q_PROPERTY(QString address READ address NOTIFY serverChanged)
    Q_PROPERTY(bool signedIn READ signed_in NOTIFY signedInChanged)
    Q_PROPERTY(QString userName READ user_name NOTIFY signedInChanged)
    Q_PROPERTY(bool online READ online NOTIFY onlineChanged)

  public:
    using Then = std::function<void(const Answer&)>;

    explicit ApiClient(QObject* parent = nullptr);

    QUrl server() const { return server_; }
    QString address() const { return server_.authority(); }
    void set_server(const QUrl& server);
    void set_language(const QString& language) { language_ = language.toUtf8(); }

    /// Sends and calls `then` on the UI thread, unless `receiver` is gone by then.
    void send(const Ask& ask, QObject* receiver, Then then);
    void get(const QString& path, QObject* receiver, Then then) { send({.path = path}, receiver, std::move(then)); }

    void sign_in(const QString& user, const QString& password, QObject* receiver, Then then);
    void sign_out();

    bool signed_in() const { return !token_.isEmpty(); }
    QString user_name() const { return user_[u"name"].toString(); }
    Q_INVOKABLE bool may(const QString& role) const;
    bool online() const { return online_; }
    /// Something was asked to be done that has no answer yet.
    bool deed_waits() const { return deeds_ > 0; }
    /// A socket of the same server, with the token: `tracks/main/live`.
    QNetworkRequest socket_request(const QString& path) const;

  signals:
    void serverChanged();
    void signedInChanged();
    void onlineChanged();
    /// Something was done: the number of its entry in the journal, where the answer says it.
    void did(qint64 seq);
    /// Nothing waits for its answer any more.
    void settled();
    /// The server no longer knows the token: somebody has to sign in again. What was typed stays.
    void tokenRefused();

  private:
    QUrl url_of(const QString& path) const;
    Answer read(QNetworkReply& reply);
    void set_online(bool online);

    QNetworkAccessManager network_;
    QUrl server_;
    QByteArray language_ = "en";
    QByteArray token_;
    QJsonObject user_;
    int deeds_ = 0;
    bool online_ = true;
};

/// A problem from an answer's body, where it is one.
Problem problem_from(int status, const QJsonObject& body);

}  // namespace chicane::ui::models
