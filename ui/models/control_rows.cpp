// See control_rows.hpp.
#include "ui/models/control_rows.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>
#include <cstdlib>

#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

const QByteArrayList passing_roles = {"at",  "role",     "number",  "transponder", "name",
                                      "lap", "strength", "verdict", "counts",      "manual"};
const QByteArrayList unknown_roles = {"transponder", "last"};
const QByteArrayList action_roles = {"at",       "by",     "word", "subject",  "undone",
                                     "undoable", "detail", "why",  "undoneBy", "redoable"};
const QByteArrayList alarm_roles = {"alarmId", "kind", "grave", "seen", "since", "over", "subject", "value"};
const QByteArrayList device_roles = {"deviceId", "role",      "status",      "noise",    "lastByteMs", "passings",
                                     "garbage",  "gapsFound", "gapsBack",    "gapsLost", "uri",        "protocol",
                                     "decoder",  "voltage",   "temperature", "offset",   "sector",     "fixed",
                                     "test",     "place",     "voltageLow",  "drift"};
const QByteArrayList session_roles = {"sessionId", "hour",     "name",    "kind",    "phase",
                                      "seats",     "capacity", "current", "startUs", "end"};

namespace {

bool is_unknown(const QJsonValue& passing) { return passing[u"verdict"] == QLatin1String("unknown_transponder"); }

bool counts(const QJsonValue& passing) {
    const auto verdict = passing[u"verdict"].toString();
    return verdict == u"counted" || verdict == u"starts_lap";
}

bool shown(const QJsonValue& passing, PassingFilter filter) {
    switch (filter) {
        case PassingFilter::all:
            return true;
        case PassingFilter::unknown:
            return is_unknown(passing);
        case PassingFilter::not_counted:
            return !counts(passing) && !is_unknown(passing);
    }
    return true;
}

QString key_of(const QJsonValue& value) { return value.toVariant().toString(); }

// 118 decivolt are 11.8 V.
QString voltage_text(const std::optional<std::int64_t>& voltage_dv) {
    return voltage_dv ? QString::number(static_cast<double>(*voltage_dv) / 10, 'f', 1) : no_value;
}

// Host minus decoder, in seconds with their sign.
QString offset_text(const std::optional<std::int64_t>& offset_us) {
    if (!offset_us) return no_value;
    const auto text = QString::number(static_cast<double>(std::abs(*offset_us)) / 1e6, 'f', 3);
    return (*offset_us < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + text;
}

/// Parts per million with their sign.
QString drift_text(const QJsonValue& ppm) {
    if (!ppm.isDouble()) return no_value;
    const auto text = QString::number(std::abs(ppm.toDouble()), 'f', 1);
    return (ppm.toDouble() < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + text;
}

QString figure(const QJsonValue& value) {
    const auto number = whole(value);
    return number ? QString::number(*number) : no_value;
}

}  // namespace

QList<KeyedRow> passing_rows(const QJsonArray& strip, PassingFilter filter) {
    QList<KeyedRow> rows;
    for (const auto& value : strip) {
        if (!shown(value, filter)) continue;
        rows.append(
            {key_of(value[u"seq"]),
             {moment_text_ms(value[u"time_us"].toInteger()), value[u"role"].toString(), value[u"number"].toString(),
              figure(value[u"transponder"]), value[u"name"].toString(), lap_text(whole(value[u"lap_us"])),
              figure(value[u"strength"]), value[u"verdict"].toString(), counts(value), value[u"manual"].toBool()}});
    }
    return rows;
}

int passings_of(const QJsonArray& strip, PassingFilter filter) {
    return static_cast<int>(std::ranges::count_if(strip, [&](const auto& value) { return shown(value, filter); }));
}

QList<KeyedRow> unknown_rows(const QJsonArray& unknown) {
    QList<KeyedRow> rows;
    for (const auto& value : unknown) {
        rows.append({figure(value[u"transponder"]),
                     {figure(value[u"transponder"]), moment_text_ms(value[u"last_us"].toInteger())}});
    }
    return rows;
}

QString with_names(QString text, const QJsonArray& sessions) {
    static const QRegularExpression id(QStringLiteral("\\bses_\\d+\\b"));
    const auto found = id.match(text);
    if (!found.hasMatch()) return text;
    for (const auto& session : sessions) {
        if (session[u"id"].toString() == found.captured())
            return text.replace(found.captured(), session[u"name"].toString());
    }
    return text;
}

QJsonArray named_actions(const QJsonArray& actions, const QJsonArray& sessions) {
    QJsonArray named;
    for (const auto& value : actions) {
        auto action = value.toObject();
        if (action[u"subject"].toString().startsWith(u"open_")) action[u"subject"] = QString();
        if (action[u"subject"].toString().startsWith(u"ses_")) {
            const auto is_it = [&](const QJsonValue& session) { return session[u"id"] == action[u"subject"]; };
            const auto found = std::ranges::find_if(sessions, is_it);
            action[u"subject"] = found == sessions.end() ? QJsonValue(QString()) : (*found)[u"name"];
        }
        named.append(action);
    }
    return named;
}

QJsonArray about_karts(const QJsonArray& actions, const QHash<QString, QString>& numbers) {
    QJsonArray about;
    for (const auto& value : actions) {
        auto action = value.toObject();
        const auto number = numbers.value(action[u"entrant"].toString());
        if (!number.isEmpty()) action[u"subject"] = QCoreApplication::translate("ControlRows", "kart %1").arg(number);
        about.append(action);
    }
    return about;
}

QList<KeyedRow> action_rows(const QJsonArray& actions) {
    QList<KeyedRow> rows;
    for (const auto& value : actions) {
        rows.append({key_of(value[u"seq"]),
                     {moment_text(value[u"at_us"].toInteger()), value[u"by"].toString(), value[u"word"].toString(),
                      value[u"subject"].toString(), value[u"undone"].toBool(), value[u"undoable"].toBool(),
                      value[u"detail"].toString(), value[u"why"].toString(), value[u"undone_by"].toString(),
                      value[u"redoable"].toBool()}});
    }
    return rows;
}

QJsonObject undoable_action(const QJsonArray& actions) {
    for (const auto& value : actions) {
        if (value[u"undoable"].toBool() && !value[u"undone"].toBool()) return value.toObject();
    }
    return {};
}

QList<KeyedRow> alarm_rows(const QJsonArray& alarms) {
    QList<QJsonValue> order;
    for (const auto& value : alarms) {
        if (!value[u"seen"].toBool() || value[u"until_us"].isNull() || value[u"until_us"].isUndefined())
            order.append(value);
    }
    const auto weight = [](const QJsonValue& value) {
        return value[u"seen"].toBool() ? 2 : value[u"grave"].toBool() ? 0 : 1;
    };
    std::ranges::stable_sort(order, {}, weight);
    QList<KeyedRow> rows;
    for (const auto& value : order) {
        rows.append(
            {key_of(value[u"id"]),
             {key_of(value[u"id"]), value[u"kind"].toString(), value[u"grave"].toBool(), value[u"seen"].toBool(),
              moment_text(value[u"since_us"].toInteger()), value[u"until_us"].isDouble(), value[u"subject"].toString(),
              static_cast<double>(value[u"value"].toInteger())}});
    }
    return rows;
}

bool must_be_heard(const QJsonArray& alarms) {
    return std::ranges::any_of(alarms,
                               [](const auto& value) { return value[u"grave"].toBool() && !value[u"seen"].toBool(); });
}

QList<KeyedRow> device_rows(const QJsonArray& devices, const ServerTime& time) {
    QList<KeyedRow> rows;
    for (const auto& value : devices) {
        const auto last_us = whole(value[u"last_byte_us"]);
        const auto last_ms = last_us ? static_cast<double>(time.here_ms(*last_us / 1'000)) : 0.0;
        rows.append({value[u"id"].toString(),
                     {value[u"id"].toString(),
                      value[u"role"].toString(),
                      value[u"state"].toString(),
                      figure(value[u"noise"]),
                      last_ms,
                      figure(value[u"passings"]),
                      figure(value[u"garbage"]),
                      figure(value[u"gaps_found"]),
                      figure(value[u"gaps_recovered"]),
                      static_cast<double>(value[u"gaps_lost"].toInteger()),
                      value[u"uri"].toString(),
                      protocol_of(value[u"uri"].toString()),
                      figure(value[u"decoder"]),
                      voltage_text(whole(value[u"voltage_dv"])),
                      figure(value[u"temperature_c"]),
                      offset_text(whole(value[u"clock_offset_us"])),
                      value[u"sector"].toInt(),
                      value[u"fixed"].toBool(),
                      value[u"test"].toBool(),
                      value[u"place"].toString(),
                      value[u"voltage_low"].toBool(),
                      drift_text(value[u"clock_drift_ppm"])}});
    }
    return rows;
}

QString protocol_of(const QString& uri) {
    const QUrl address(uri);
    if (address.scheme() == u"manual") return address.scheme();
    return QUrlQuery(address.query()).queryItemValue(QStringLiteral("protocol"));
}

QString manual_device_of(const QJsonArray& devices) {
    for (const auto& value : devices)
        if (protocol_of(value[u"uri"].toString()) == u"manual") return value[u"id"].toString();
    return {};
}

QVariant noise_of(const QJsonArray& devices) {
    std::optional<std::int64_t> loudest;
    for (const auto& value : devices) {
        const auto noise = whole(value[u"noise"]);
        if (noise && (!loudest || *noise > *loudest)) loudest = noise;
    }
    return loudest ? QVariant(static_cast<int>(*loudest)) : QVariant::fromValue(nullptr);
}

QList<KeyedRow> session_rows(const QJsonArray& sessions, const QString& current) {
    QList<KeyedRow> rows;
    for (const auto& value : sessions) {
        const auto id = value[u"id"].toString();
        const auto start_us = value[u"planned_start_us"].toInteger();
        rows.append({id,
                     {id, hour_text(start_us), value[u"name"].toString(), value[u"kind"].toString(),
                      value[u"phase"].toString(), value[u"seats_taken"].toInt(), value[u"capacity"].toInt(),
                      id == current, static_cast<double>(start_us), value[u"rules"][u"end"].toVariant()}});
    }
    return rows;
}

QJsonObject provisional_session(const QJsonArray& sessions) {
    QJsonObject last;
    for (const auto& value : sessions) {
        const auto phase = value[u"phase"].toString();
        const bool over = phase == u"finished" || phase == u"closed";
        if (!over || value[u"official_at_us"].isDouble()) continue;
        if (last.isEmpty() || value[u"finished_at_us"].toInteger() > last[u"finished_at_us"].toInteger())
            last = value.toObject();
    }
    return last;
}

QJsonObject next_session(const QJsonArray& sessions) {
    for (const auto& value : sessions) {
        if (value[u"phase"] == QLatin1String("planned")) return value.toObject();
    }
    return {};
}

}  // namespace chicane::ui::models
