// See device_search.hpp.
#include "ui/models/device_search.hpp"

#include <QHash>
#include <QHostAddress>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

const QByteArrayList place_roles = {"uri", "kind", "name", "path", "maker", "protocol", "certain", "device"};

namespace {

constexpr int second_ms = 1'000;

/// `tcp://192.0.2.10:5403?protocol=p3` is shown without what the column beside it says.
QString place_text(const QString& uri) { return uri.section(u'?', 0, 0).section(QStringLiteral("://"), 1); }

KeyedRow port_row(const QJsonValue& port) {
    const auto uri = port[u"uri"].toString();
    return {uri,
            {uri, QStringLiteral("port"), port[u"name"].toString(), port[u"path"].toString(), port[u"maker"].toString(),
             QString(), false, port[u"device"].toString()}};
}

KeyedRow found_row(const QJsonValue& found) {
    const auto uri = found[u"uri"].toString();
    return {uri,
            {uri, QStringLiteral("network"), place_text(uri), QString(), QString(), found[u"protocol"].toString(),
             found[u"certain"].toBool(), QString()}};
}

}  // namespace

QString network_of(const QJsonArray& devices) {
    QHash<quint32, int> times;
    quint32 most = 0;
    for (const auto& device : devices) {
        const QUrl uri(device[u"uri"].toString());
        const QHostAddress host(uri.host());
        if (uri.scheme() != u"tcp" || host.protocol() != QAbstractSocket::IPv4Protocol || host.isLoopback()) continue;
        const quint32 net = host.toIPv4Address() & 0xffff'ff00U;
        if (++times[net] > times.value(most)) most = net;
    }
    return most == 0 ? QString() : QHostAddress(most).toString() + QStringLiteral("/24");
}

DeviceSearch::DeviceSearch(ApiClient& api, QObject* parent) : QObject(parent), api_(api) {
    second_.setInterval(second_ms);
    connect(&second_, &QTimer::timeout, this, [this] {
        ++seconds_;
        emit changed();
    });
}

void DeviceSearch::begin(const QJsonArray& devices) {
    ++round_;
    look_ends();
    network_ = network_of(devices);
    ports_ = found_ = {};
    ports_known_ = false;
    scanned_ = false;
    whole_ = true;
    heard_.clear();
    ports_error_.clear();
    scan_error_.clear();
    probe_error_.clear();
    show_places();
    fetch_ports();
}

void DeviceSearch::fetch_ports() {
    api_.get(QStringLiteral("devices/ports"), this, [this, round = round_](const Answer& answer) {
        if (round != round_) return;
        ports_known_ = true;
        if (answer.problem) ports_error_ = answer.problem->text();
        ports_ = answer.body[u"items"].toArray();
        show_places();
    });
}

void DeviceSearch::show_places() {
    QList<KeyedRow> rows;
    for (const auto& port : ports_) rows.append(port_row(port));
    for (const auto& found : found_) rows.append(found_row(found));
    places_.set_rows(rows);
    emit changed();
}

void DeviceSearch::look_begins() {
    seconds_ = 0;
    second_.start();
    emit changed();
}

void DeviceSearch::look_ends() {
    second_.stop();
    scanning_ = false;
    listening_.clear();
}

void DeviceSearch::scan(const QString& network) {
    if (scanning_ || !listening_.isEmpty()) return;
    network_ = network.trimmed();
    scanning_ = true;
    scanned_ = false;
    found_ = {};
    scan_error_.clear();
    look_begins();
    const Ask ask{.verb = "POST",
                  .path = QStringLiteral("devices/scan"),
                  .body = {{"network", network_}},
                  .wait_max_ms = look_wait_max_ms};
    api_.send(ask, this, [this, round = round_](const Answer& answer) {
        if (round != round_) return;
        look_ends();
        scanned_ = !answer.problem;
        if (answer.problem) scan_error_ = answer.problem->text();
        found_ = answer.body[u"items"].toArray();
        whole_ = answer.body[u"whole"].toBool(true);
        show_places();
    });
}

void DeviceSearch::listen(const QString& uri, bool ask) {
    if (scanning_ || !listening_.isEmpty() || uri.trimmed().isEmpty()) return;
    listening_ = uri.trimmed();
    heard_.clear();
    probe_error_.clear();
    look_begins();
    QJsonObject body{{"uri", listening_}};
    if (ask) body[u"active"] = true;
    const Ask request{
        .verb = "POST", .path = QStringLiteral("devices/probe"), .body = body, .wait_max_ms = look_wait_max_ms};
    api_.send(request, this, [this, ask, round = round_](const Answer& answer) {
        if (round != round_) return;
        look_ends();
        if (answer.problem) {
            probe_error_ = answer.problem->text();
        } else {
            heard_ = answer.body.toVariantMap();
            heard_[QStringLiteral("asked")] = ask;
        }
        emit changed();
    });
}

void DeviceSearch::forgetHeard() {
    if (heard_.isEmpty() && probe_error_.isEmpty()) return;
    heard_.clear();
    probe_error_.clear();
    emit changed();
}

}  // namespace chicane::ui::models
