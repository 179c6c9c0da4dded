// See server_list.hpp.
#include "ui/models/server_list.hpp"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSettings>
#include <algorithm>

namespace chicane::ui::models {

namespace {

const auto settings_key = QStringLiteral("servers");
constexpr int default_port = 8080;

}  // namespace

QUrl server_url(const QString& typed) {
    auto text = typed.trimmed();
    if (text.isEmpty() || text.contains(u' ')) return {};
    const bool with_scheme = text.contains(u"://");
    QUrl url(with_scheme ? text : QStringLiteral("http://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")) return {};
    if (!with_scheme && url.port() < 0) url.setPort(default_port);
    url.setPath({});
    url.setQuery(QString());
    return url;
}

ServerList::ServerList(QSettings& settings, QObject* parent) : QObject(parent), settings_(settings) {
    network_.setTransferTimeout(probe_wait_max_ms);
    for (const auto& url :
         settings_.value(settings_key, QStringList{QStringLiteral("http://127.0.0.1:8080")}).toStringList()) {
        known_.append(Known{.url = url});
    }
    show();
}

QUrl ServerList::add(const QString& typed) {
    const auto url = server_url(typed);
    if (url.isEmpty()) return {};
    remember(url);
    probe(url.toString());
    return url;
}

void ServerList::remember(const QUrl& server) {
    const auto url = server.toString();
    const auto found = std::ranges::find(known_, url, &Known::url);
    const auto entry = found == known_.end() ? Known{.url = url} : *found;
    if (found != known_.end()) known_.erase(found);
    known_.prepend(entry);
    while (known_.size() > servers_max) known_.removeLast();
    save();
    show();
}

bool ServerList::fits(const QString& typed) { return !server_url(typed).isEmpty(); }

QUrl ServerList::urlAt(int row) const { return row >= 0 && row < known_.size() ? QUrl(known_[row].url) : QUrl(); }

void ServerList::probeAll() {
    for (const auto& known : known_) probe(known.url);
}

void ServerList::probe(const QString& url) {
    QElapsedTimer watch;
    watch.start();
    auto* reply = network_.get(QNetworkRequest(QUrl(url + QStringLiteral("/api/v1/health"))));
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, watch] {
        reply->deleteLater();
        const auto found = std::ranges::find(known_, url, &Known::url);
        if (found == known_.end()) return;
        const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto body = QJsonDocument::fromJson(reply->readAll()).object();
        const bool ours = body.contains(u"status");
        found->status = status == 200 && ours ? QStringLiteral("ok")
                        : ours                ? QStringLiteral("degraded")
                                              : QStringLiteral("lost");
        found->version = body[u"version"].toString();
        found->answer_ms = watch.elapsed();
        show();
    });
}

void ServerList::save() {
    QStringList urls;
    for (const auto& known : known_) urls.append(known.url);
    settings_.setValue(settings_key, urls);
}

void ServerList::show() {
    QList<KeyedRow> rows;
    for (const auto& known : known_) {
        const QUrl url(known.url);
        const bool here = url.host() == u"127.0.0.1" || url.host() == u"localhost";
        rows.append(
            {known.url,
             {known.url, url.authority(), known.status, known.version, static_cast<int>(known.answer_ms), here}});
    }
    rows_.set_rows(rows);
}

}  // namespace chicane::ui::models
