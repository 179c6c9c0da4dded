// See entrant_laps.hpp.
#include "ui/models/entrant_laps.hpp"

#include <algorithm>

#include "ui/models/api_client.hpp"
#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

const QByteArrayList lap_roles = {"seq",     "at",    "lap",   "time",    "lapUs",
                                  "verdict", "doubt", "parts", "remarks", "manual"};

namespace {

bool ends_laps(const QJsonValue& passing) {
    const auto role = passing[u"role"].toString();
    return role == u"finish" || role == u"finish_in_pit";
}

QStringList words(const QJsonValue& list) {
    QStringList all;
    for (const auto& word : list.toArray()) all.append(word.toString());
    return all;
}

}  // namespace

QList<KeyedRow> lap_rows(const QJsonArray& passings) {
    QList<KeyedRow> rows;
    for (const auto& value : passings) {
        if (!ends_laps(value)) continue;
        const auto seq = value[u"seq"].toInteger();
        const auto lap_us = whole(value[u"lap_us"]);
        rows.append({QString::number(seq),
                     {static_cast<double>(seq), moment_text(value[u"time_us"].toInteger()), value[u"lap"].toInt(),
                      lap_text(lap_us), static_cast<double>(lap_us.value_or(0)), value[u"verdict"].toString(),
                      value[u"doubt"].toString(), value[u"parts"].toInt(1), words(value[u"remarks"]),
                      value[u"manual"].toBool()}});
    }
    return rows;
}

EntrantLaps::EntrantLaps(ApiClient& api, QObject* parent) : QObject(parent), api_(api), rows_(lap_roles) {}

void EntrantLaps::show(const QString& session, const QString& entrant) {
    clear();
    session_ = session;
    entrant_ = entrant;
    loading_ = true;
    emit changed();
    refresh();
}

void EntrantLaps::refresh() {
    if (entrant_.isEmpty()) return;
    const auto path = QStringLiteral("sessions/%1/entrants/%2/passings").arg(session_, entrant_);
    api_.get(path, this, [this, session = session_, entrant = entrant_](const Answer& answer) {
        if (session != session_ || entrant != entrant_) return;
        loading_ = false;
        error_ = answer.problem ? answer.problem->text() : QString();
        if (!answer.problem) take(answer.body[u"items"].toArray());
        emit changed();
    });
}

void EntrantLaps::take(const QJsonArray& passings) {
    auto rows = lap_rows(passings);
    const auto doubted = std::ranges::find_if(
        rows, [](const KeyedRow& row) { return !row.values[lap_roles.indexOf("doubt")].toString().isEmpty(); });
    const auto begin = doubted != rows.end() ? doubted->key : rows.isEmpty() ? QString() : rows.first().key;
    rows_.set_rows(std::move(rows));
    if (rows_.indexOf(chosen_) < 0) chosen_ = begin;
}

void EntrantLaps::choose(int row) {
    if (rows_.count() == 0) return;
    chosen_ = rows_.keyAt(std::clamp(row, 0, rows_.count() - 1));
    emit changed();
}

QVariantMap EntrantLaps::passing() const {
    const auto at = rows_.indexOf(chosen_);
    QVariantMap map;
    if (at < 0) return map;
    for (qsizetype i = 0; i < lap_roles.size(); ++i)
        map.insert(QString::fromUtf8(lap_roles[i]), rows_.rows()[at].values[i]);
    return map;
}

double EntrantLaps::longest_us() const {
    double longest = 0;
    for (const auto& row : rows_.rows()) longest = std::max(longest, row.values[lap_roles.indexOf("lapUs")].toDouble());
    return longest;
}

void EntrantLaps::clear() {
    session_.clear();
    entrant_.clear();
    chosen_.clear();
    error_.clear();
    loading_ = false;
    rows_.set_rows({});
    emit changed();
}

}  // namespace chicane::ui::models
