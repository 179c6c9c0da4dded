// See setup_rows.hpp.
#include "ui/models/setup_rows.hpp"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace chicane::ui::models {

std::optional<qint64> start_us(const QString& typed, qint64 planned_start_us) {
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})[:hH.]?(\\d{2})\\s*$"));
    const auto match = form.match(typed);
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || !time.isValid()) return std::nullopt;
    auto start = QDateTime::fromMSecsSinceEpoch(planned_start_us / 1'000);
    start.setTime(time);
    return start.toMSecsSinceEpoch() * 1'000;
}

QString tags_text(const QJsonArray& transponders) {
    QStringList tags;
    for (const auto& tag : transponders) tags.append(QString::number(tag.toInteger()));
    return tags.join(u' ');
}

QList<KeyedRow> entrant_rows(const QJsonArray& entrants, const QJsonArray& karts) {
    QHash<QString, QJsonObject> by_id;
    for (const auto& kart : karts) by_id.insert(kart[u"id"].toString(), kart.toObject());
    QList<KeyedRow> rows;
    for (const auto& value : entrants) {
        const auto kart = by_id.value(value[u"kart"].toString());
        const auto own = value[u"transponders"].toArray();
        const auto number = value[u"number"].toString();
        rows.append({value[u"id"].toString(),
                     {value[u"id"].toString(), static_cast<int>(rows.size()) + 1,
                      number.isEmpty() ? kart[u"number"].toString() : number, value[u"name"].toString(),
                      tags_text(own.isEmpty() ? kart[u"transponders"].toArray() : own), value[u"kart"].toString(),
                      value[u"state"].toString()}});
    }
    return rows;
}

QList<KeyedRow> kart_rows(const QJsonArray& karts) {
    QList<KeyedRow> rows;
    for (const auto& value : karts) {
        rows.append({value[u"id"].toString(),
                     {value[u"id"].toString(), value[u"number"].toString(), value[u"class"].toString(),
                      tags_text(value[u"transponders"].toArray()), value[u"out_of_service"].toBool()}});
    }
    return rows;
}

QList<KeyedRow> free_kart_rows(const QJsonArray& karts, const QJsonArray& entrants) {
    QSet<QString> taken;
    for (const auto& value : entrants) taken.insert(value[u"kart"].toString());
    QList<KeyedRow> rows;
    for (const auto& value : karts) {
        const auto id = value[u"id"].toString();
        if (taken.contains(id) || value[u"out_of_service"].toBool()) continue;
        rows.append({id,
                     {id, value[u"number"].toString(), value[u"class"].toString(),
                      tags_text(value[u"transponders"].toArray())}});
    }
    return rows;
}

QList<KeyedRow> fleet_rows(const QJsonArray& rows, const QJsonArray& results) {
    QList<KeyedRow> shown;
    for (int i = 0; i < rows.size(); ++i) {
        const auto result = results.at(i);
        shown.append({QString::number(i),
                      {rows[i][u"number"].toString(), rows[i][u"class"].toString(),
                       tags_text(rows[i][u"transponders"].toArray()), result[u"result"].toString(),
                       result[u"reason"].toString()}});
    }
    return shown;
}

}  // namespace chicane::ui::models
