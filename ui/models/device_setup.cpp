// See device_setup.hpp.
#include "ui/models/device_setup.hpp"

#include <QUuid>
#include <algorithm>

#include "ui/models/api_client.hpp"
#include "ui/models/control_rows.hpp"
#include "ui/models/devices.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

DeviceSetup::DeviceSetup(ApiClient& api, Devices& devices)
    : QObject(&devices), api_(api), devices_(devices), search_(api, this) {}

void DeviceSetup::forget() {
    device_id_.clear();
    connected_ = false;
    uri_.clear();
    error_.clear();
    facts_ = {};
    noise_line_.clear();
    noise_first_.reset();
    quiet_s_ = 0;
    passes_.clear();
    hints_.clear();
    loops_.clear();
    newest_us_ = 0;
    role_ = QStringLiteral("finish");
    sector_ = 0;
}

void DeviceSetup::start() {
    forget();
    search_.begin(devices_.all());
    go_to(Address);
}

void DeviceSetup::resume(const QString& device, const QString& uri, const QString& role, int sector) {
    forget();
    device_id_ = device;
    connected_ = true;
    uri_ = uri;
    role_ = role;
    sector_ = sector;
    for (const auto& loop : devices_.device(device)[u"loops"].toArray())
        note_loop(loop[u"name"].toString(), loop[u"role"].toString(), loop[u"sector"].toInt());
    devices_.choose(device);
    go_to(first_step());
    devices_.tell_setup();
}

/// People say nothing that could be heard, and have no loop.
DeviceSetup::Step DeviceSetup::first_step() const { return protocol() == u"manual" ? Use : Hearing; }

void DeviceSetup::go_to(Step step) {
    step_ = step;
    emit stepChanged();
    emit changed();
}

void DeviceSetup::leave() { go_to(Closed); }

void DeviceSetup::fail(const QString& text) {
    sending_ = false;
    error_ = text;
    emit changed();
}

void DeviceSetup::connectTo(const QString& track, const QString& uri, const QString& id) {
    if (sending_) return;
    uri_ = uri.trimmed();
    const auto connected = [this] {
        if (step_ == Closed) return;  // left while it was sent
        connected_ = true;
        devices_.choose(device_id_);
        go_to(first_step());
        devices_.tell_setup();
    };
    if (connected_) return send_place({{"uri", uri_}}, connected);
    device_id_ = id;
    sending_ = true;
    error_.clear();
    emit changed();
    const QJsonObject body{{"id", id},      {"track", track},    {"uri", uri_},
                           {"role", role_}, {"sector", sector_}, {"test", true}};
    const auto key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    api_.send({.verb = "POST", .path = QStringLiteral("devices"), .body = body, .key = key}, this,
              [this, connected](const Answer& answer) {
                  if (answer.problem) return fail(answer.problem->text());
                  sending_ = false;
                  connected();
              });
}

void DeviceSetup::send_place(const QJsonObject& body, const std::function<void()>& then) {
    const auto path = QStringLiteral("devices/%1").arg(device_id_);
    sending_ = true;
    error_.clear();
    emit changed();
    api_.get(path, this, [this, path, body, then](const Answer& now) {
        if (now.problem) return fail(now.problem->text());
        const Ask ask{.verb = "PATCH", .path = path, .body = body, .version = now.body[u"version"].toInteger()};
        api_.send(ask, this, [this, then](const Answer& answer) {
            if (answer.problem) return fail(answer.problem->text());
            sending_ = false;
            then();
        });
    });
}

void DeviceSetup::back() {
    if (step_ > Address) go_to(static_cast<Step>(step_ - 1));
}

void DeviceSetup::next() {
    if (step_ < Hearing || step_ >= Use) return;
    if (step_ == Hearing) {
        noise_first_.reset();
        noise_line_.clear();
        passes_.clear();
        hints_.clear();
    }
    go_to(static_cast<Step>(step_ + 1));
}

void DeviceSetup::chooseRole(const QString& role, int sector) {
    role_ = role;
    sector_ = role == u"sector" ? std::max(1, sector) : 0;
    emit changed();
}

void DeviceSetup::tryHint(int hint) {
    if (step_ != Loop || noise_line_.isEmpty()) return;
    hints_.begin(hint, noise_line_.last().toInt(), static_cast<int>(noise_line_.size()) - 1);
    emit changed();
}

void DeviceSetup::note_loop(const QString& name, const QString& role, int sector) {
    const QVariantMap row{{"name", name}, {"role", role}, {"sector", sector}};
    const auto known = std::ranges::find_if(
        loops_, [&](const QVariant& loop) { return loop.toMap()[QStringLiteral("name")].toString() == name; });
    if (known != loops_.end())
        *known = row;
    else if (loops_.size() < inside_loops_max)
        loops_.append(row);
}

void DeviceSetup::setLoop(const QString& name, const QString& role, int sector) {
    if (name.trimmed().isEmpty()) return;
    note_loop(name.trimmed(), role, role == u"sector" ? std::max(1, sector) : 0);
    emit changed();
}

QJsonArray DeviceSetup::loops_with_role() const {
    QJsonArray told;
    for (const auto& loop : loops_) {
        const auto row = loop.toMap();
        if (!row[QStringLiteral("role")].toString().isEmpty()) told.append(QJsonObject::fromVariantMap(row));
    }
    return told;
}

void DeviceSetup::accept() {
    if (sending_) return;
    QJsonObject body{{"role", role_}, {"sector", sector_}, {"test", false}};
    if (!loops_.isEmpty()) body[u"loops"] = loops_with_role();
    send_place(body, [this] {
        emit accepted();
        go_to(Closed);
    });
}

QString DeviceSetup::idFrom(const QString& name) const {
    QString id;
    for (const QChar letter : name.toLower().normalized(QString::NormalizationForm_D)) {
        if ((letter >= u'a' && letter <= u'z') || letter.isDigit() || letter == u'-' || letter == u'_')
            id += letter;
        else if (letter.isSpace() && !id.endsWith(u'_'))
            id += u'_';
    }
    return id.left(id_letters_max);
}

QString DeviceSetup::idBeside(const QString& device) const {
    for (int count = 2; count < loop_decoders_max; ++count) {
        const auto end = u'-' + QString::number(count);
        const auto id = device.left(id_letters_max - end.size()) + end;
        if (!devices_.has(id)) return id;
    }
    return {};
}

void DeviceSetup::hear(const QJsonObject& device) {
    if (step_ == Closed || device.isEmpty()) return;
    const auto before_us = facts_[u"last_byte_us"].toInteger();
    facts_ = device;
    const auto noise = whole(device[u"noise"]);
    if (noise && device[u"last_byte_us"].toInteger() != before_us) {
        const auto now = static_cast<int>(*noise);
        if (!noise_first_) noise_first_ = now;
        const auto since_s =
            before_us == 0 ? 0 : (device[u"last_byte_us"].toInteger() - before_us + 500'000) / 1'000'000;
        quiet_s_ = now < noise_target ? quiet_s_ + static_cast<int>(std::clamp<qint64>(since_s, 0, quiet_s_min)) : 0;
        hints_.read(now);
        noise_line_.append(now);
        if (noise_line_.size() > setup_noise_max) {
            noise_line_.removeFirst();
            hints_.shift();
        }
    }
    emit changed();
}

void DeviceSetup::hear_records(const QJsonArray& records, const QHash<qint64, QString>& karts) {
    if (step_ == Closed) return;
    const auto known_us = newest_us_;
    for (auto at = records.size(); at-- > 0;) {
        const auto value = records[at];
        const auto at_us = value[u"at_us"].toInteger();
        if (at_us <= known_us) continue;
        newest_us_ = std::max(newest_us_, at_us);
        const auto loop = value[u"loop"].toString();
        const bool is_new = std::ranges::none_of(
            loops_, [&](const QVariant& known) { return known.toMap()[QStringLiteral("name")].toString() == loop; });
        if (!loop.isEmpty() && is_new) note_loop(loop, {}, 0);
        if (step_ != Loop || value[u"type"] != QLatin1String("passing") || passes_.size() >= setup_passes_max) continue;
        const auto hits = whole(value[u"hits"]);
        const auto tag = value[u"transponder"].toInteger();
        passes_.append(QVariantMap{{"tag", QString::number(tag)},
                                   {"kart", karts.value(tag)},
                                   {"hits", whole_or_null(value[u"hits"])},
                                   {"strength", whole_or_null(value[u"strength"])},
                                   {"good", !hits || *hits >= pass_hits_min}});
    }
    emit changed();
}

QString DeviceSetup::protocol() const { return protocol_of(uri_); }

QVariant DeviceSetup::decoder() const { return whole_or_null(facts_[u"decoder"]); }

bool DeviceSetup::speaks() const {
    return status() == u"up" &&
           (facts_[u"passings"].toInteger() > 0 || !facts_[u"noise"].isNull() || !facts_[u"decoder"].isNull());
}

QVariant DeviceSetup::noise() const { return whole_or_null(facts_[u"noise"]); }

QVariant DeviceSetup::noise_first() const {
    return noise_first_ ? QVariant(*noise_first_) : QVariant::fromValue(nullptr);
}

bool DeviceSetup::heard() const {
    return passes_.size() >= setup_passes_max && std::ranges::all_of(passes_, [](const QVariant& pass) {
               return pass.toMap()[QStringLiteral("good")].toBool();
           });
}

}  // namespace chicane::ui::models
