// See devices.hpp.
#include "ui/models/devices.hpp"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

#include "ui/models/api_client.hpp"
#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"
#include "ui/models/race_control.hpp"

namespace chicane::ui::models {

Devices::Devices(ApiClient& api, RaceControl& control, QObject* parent)
    : QObject(parent), api_(api), control_(control), setup_(api, *this), tag_change_(api), commands_(api) {
    beat_.setInterval(bytes_every_ms);
    connect(&beat_, &QTimer::timeout, this, &Devices::beat);
    connect(&tag_change_, &TagChange::applied, this, [this] {
        fetch_tags();
        emit done(QStringLiteral("tag_changed"));
    });
    connect(&control_, &RaceControl::tracksChanged, this, [this] { choose({}); });
}

void Devices::begin() {
    beats_ = 0;
    beat_.start();
    beat();
}

void Devices::end() {
    beat_.stop();
    tag_change_.leave();
    commands_.leave();
}

void Devices::beat() {
    if (!api_.signed_in()) return;
    if (beats_ % lines_every == 0)
        for (const auto& value : devices_) fetch_history(value[u"id"].toString());
    if (beats_ % tags_every == 0) fetch_tags();
    fetch_bytes();
    ++beats_;
}

void Devices::hear(const QJsonArray& devices) {
    const bool others = devices.size() != devices_.size();
    devices_ = devices;
    if (device(chosen_).isEmpty()) choose(devices_.isEmpty() ? QString() : devices_.first()[u"id"].toString());
    if (others && beat_.isActive())
        for (const auto& value : devices_) fetch_history(value[u"id"].toString());
    tell_setup();
    emit changed();
}

void Devices::choose(const QString& device) {
    if (device == chosen_) return;
    chosen_ = device;
    tags_of_chosen_ = {};
    tags_.set_rows({});
    bytes_.set_rows({});
    set_held(false);
    commands_.leave();
    emit chosenChanged();
    emit changed();
    if (!beat_.isActive() || chosen_.isEmpty()) return;
    fetch_history(chosen_);
    fetch_tags();
    fetch_bytes();
}

void Devices::set_held(bool held) {
    if (held == held_) return;
    held_ = held;
    emit heldChanged();
}

void Devices::fetch_history(const QString& device) {
    api_.get(QStringLiteral("devices/%1/history").arg(device), this, [this, device](const Answer& answer) {
        if (answer.problem) return;
        histories_.insert(device, answer.body);
        ++revision_;
        emit changed();
    });
}

void Devices::fetch_tags() {
    if (chosen_.isEmpty()) return;
    api_.get(QStringLiteral("devices/%1/tags").arg(chosen_), this, [this, asked = chosen_](const Answer& answer) {
        if (answer.problem || asked != chosen_) return;
        tags_of_chosen_ = answer.body;
        tags_.set_rows(tag_rows(tags_of_chosen_, axis_of_tags(tags_of_chosen_, now_us())));
        emit changed();
    });
}

void Devices::fetch_bytes() {
    const bool in_setup = !chosen_.isEmpty() && chosen_ == setup_.device_id();
    if (chosen_.isEmpty() || (held_ && !in_setup)) return;
    api_.get(QStringLiteral("devices/%1/bytes").arg(chosen_), this, [this, asked = chosen_](const Answer& answer) {
        if (answer.problem || asked != chosen_) return;
        const auto records = answer.body[u"items"].toArray();
        const auto karts = karts_of(tags_of_chosen_);
        if (!held_) bytes_.set_rows(byte_rows(records, karts));
        if (asked == setup_.device_id()) setup_.hear_records(records, karts);
    });
}

QJsonObject Devices::device(const QString& id) const {
    for (const auto& value : devices_)
        if (value[u"id"].toString() == id) return value.toObject();
    return {};
}

QVariantMap Devices::facts() const { return device(chosen_).toVariantMap(); }

QVariantMap Devices::field() const {
    const auto axis = axis_of_tags(tags_of_chosen_, now_us());
    return {{"good", whole_or_null(tags_of_chosen_[u"good_hits"])},
            {"weak", whole_or_null(tags_of_chosen_[u"weak_hits"])},
            {"goodStrength", whole_or_null(tags_of_chosen_[u"good_strength"])},
            {"weakStrength", whole_or_null(tags_of_chosen_[u"weak_strength"])},
            {"heard", tags_.count()},
            {"from", hour_text(axis.from_us)},
            {"until", hour_text(now_us())}};
}

QVariantMap Devices::noise() const {
    const auto history = histories_.value(chosen_);
    const auto from_us = noise_begin(history, now_us());
    const auto most = loudest(history);
    return {{"line", noise_line(history, from_us, now_us())},
            {"from", hour_text(from_us)},
            {"middle", hour_text((from_us + now_us()) / 2)},
            {"loudest", most.value(QStringLiteral("noise"), QVariant::fromValue(nullptr))},
            {"loudestAt",
             most.isEmpty() ? QString() : hour_text(static_cast<qint64>(most[QStringLiteral("atUs")].toDouble()))}};
}

QVariantList Devices::noiseLine(const QString& device) const {
    const auto history = histories_.value(device);
    return noise_line(history, noise_begin(history, now_us()), now_us());
}

namespace {

/// A loop as one source more hears it.
void note_loop(QVariantList& loops, const QString& role, int sector, bool up) {
    const auto is_it = [&](const QVariant& loop) {
        const auto row = loop.toMap();
        return row[QStringLiteral("role")] == role && row[QStringLiteral("sector")] == sector;
    };
    auto found = std::ranges::find_if(loops, is_it);
    if (found == loops.end()) {
        loops.append(QVariantMap{{"role", role}, {"sector", sector}, {"up", false}, {"all", true}, {"sources", 0}});
        found = loops.end() - 1;
    }
    auto loop = found->toMap();
    loop[QStringLiteral("up")] = loop[QStringLiteral("up")].toBool() || up;
    loop[QStringLiteral("all")] = loop[QStringLiteral("all")].toBool() && up;
    loop[QStringLiteral("sources")] = loop[QStringLiteral("sources")].toInt() + 1;
    *found = loop;
}

}  // namespace

QVariantList Devices::loops() const {
    QVariantList loops;
    for (const auto& value : devices_) {
        if (value[u"test"].toBool()) continue;
        const bool up = value[u"state"] == QLatin1String("up");
        note_loop(loops, value[u"role"].toString(), value[u"sector"].toInt(), up);
        for (const auto& inside : value[u"loops"].toArray())
            note_loop(loops, inside[u"role"].toString(), inside[u"sector"].toInt(), up);
    }
    return loops;
}

void Devices::replace(const QString& uri) { change("PATCH", {{"uri", uri.trimmed()}}, QStringLiteral("replaced")); }
void Devices::setTest(bool test) {
    change("PATCH", {{"test", test}}, test ? QStringLiteral("tested") : QStringLiteral("counted"));
}
void Devices::remove() { change("DELETE", {}, QStringLiteral("removed")); }

/// With the version of this moment: an official replaces what he sees, and a form is not open for minutes.
void Devices::change(const QByteArray& verb, const QJsonObject& body, const QString& what) {
    const auto path = QStringLiteral("devices/%1").arg(chosen_);
    api_.get(path, this, [this, path, verb, body, what](const Answer& now) {
        if (now.problem) {
            emit refused(now.problem->text());
            return;
        }
        const auto version = whole(now.body[u"version"]);
        const Ask ask{.verb = verb,
                      .path = path,
                      .body = body,
                      .version = version ? std::optional<qint64>(*version) : std::nullopt};
        api_.send(ask, this, [this, what](const Answer& answer) {
            if (answer.problem)
                emit refused(answer.problem->text());
            else
                emit done(what);
        });
    });
}

QString Devices::tagsFile() const {
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(
        QStringLiteral("tags-%1-%2.csv").arg(chosen_, QDate::currentDate().toString(Qt::ISODate)));
}

void Devices::saveTags(const QString& file) {
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    const auto text = tags_csv(tags_of_chosen_).toUtf8();
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
        emit refused(tr("%1 cannot be written: %2").arg(out.fileName(), out.errorString()));
    else
        emit done(QStringLiteral("saved"));
}

qint64 Devices::now_us() const { return control_.server_time().server_ms(QDateTime::currentMSecsSinceEpoch()) * 1'000; }

}  // namespace chicane::ui::models
