// See desk_rows.hpp.
#include "ui/models/desk_rows.hpp"

#include <QDate>
#include <QRegularExpression>
#include <algorithm>

#include "ui/models/control_rows.hpp"
#include "ui/models/formats.hpp"

namespace chicane::ui::models {

namespace {

constexpr int birth_year_min = 1900;

bool is_over(const QJsonValue& session) {
    const auto phase = session[u"phase"].toString();
    return phase == u"closed" || phase == u"cancelled";
}

}  // namespace

QString full_name(const QJsonObject& customer) {
    return QStringLiteral("%1 %2")
        .arg(customer[u"given_name"].toString(), customer[u"family_name"].toString())
        .trimmed();
}

QString iso_date(const QString& typed) {
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})\\s*$"));
    const auto match = form.match(typed);
    const QDate date(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return match.hasMatch() && date.isValid() && date.year() >= birth_year_min ? date.toString(Qt::ISODate) : QString();
}

bool holds_a_seat(const QJsonObject& seat) {
    const auto state = seat[u"state"].toString();
    return state != u"cancelled" && state != u"released" && state != u"moved";
}

QJsonObject next_with_room(const QJsonArray& sessions) {
    for (const auto& value : sessions) {
        const bool room = value[u"seats_taken"].toInt() < value[u"capacity"].toInt();
        if (value[u"phase"] == QLatin1String("planned") && room) return value.toObject();
    }
    return next_session(sessions);
}

QJsonArray past_sessions(const QJsonArray& sessions) {
    QJsonArray past;
    for (const auto& value : sessions) {
        if (is_over(value)) past.append(value);
    }
    return past;
}

QJsonArray coming_sessions(const QJsonArray& sessions, const QString& chosen) {
    QJsonArray coming;
    for (const auto& value : sessions) {
        if (!is_over(value) || value[u"id"].toString() == chosen) coming.append(value);
    }
    return coming;
}

QList<KeyedRow> customer_rows(const QJsonArray& customers, const QString& query) {
    const auto wanted = query.trimmed();
    QList<KeyedRow> rows;
    for (const auto& value : customers) {
        const auto phone = value[u"phone"].toString();
        const auto name = full_name(value.toObject());
        const auto at = wanted.isEmpty() ? -1 : static_cast<int>(name.indexOf(wanted, 0, Qt::CaseInsensitive));
        rows.append({value[u"id"].toString(),
                     {name, phone.isEmpty() ? value[u"email"].toString() : phone, at,
                      at < 0 ? 0 : static_cast<int>(wanted.size())}});
    }
    return rows;
}

QList<KeyedRow> seat_rows(const QJsonObject& session) {
    QList<KeyedRow> rows;
    for (const auto& value : session[u"seats"].toArray()) {
        const auto seat = value.toObject();
        if (!holds_a_seat(seat)) continue;
        const auto id = seat[u"seat"].toString(seat[u"id"].toString());
        const auto name = seat[u"name"].toString(seat[u"label"].toString());
        rows.append(
            {id,
             {id, static_cast<int>(rows.size()) + 1, name, seat[u"number"].toString(), seat[u"state"].toString(),
              static_cast<double>(seat[u"version"].toInteger()), seat[u"public_name"].toString()}});
    }
    const auto capacity = session[u"capacity"].toInt();
    while (rows.size() < capacity) {
        const auto place = static_cast<int>(rows.size()) + 1;
        rows.append({QStringLiteral("free_%1").arg(place),
                     {QString(), place, QString(), QString(), QStringLiteral("free"), 0.0, QString()}});
    }
    return rows;
}

QList<KeyedRow> alternative_rows(const QJsonArray& alternatives) {
    QList<KeyedRow> rows;
    for (const auto& value : alternatives) {
        const auto id = value[u"session"].toString();
        rows.append({id,
                     {id, hour_text(value[u"planned_start_us"].toInteger()), value[u"name"].toString(),
                      value[u"free"].toInt()}});
    }
    return rows;
}

}  // namespace chicane::ui::models
