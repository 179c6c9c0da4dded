// Entrants, karts and a fleet's preview as rows: JSON of the API to what delegates show. Pure.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

/// In order of the grid. The tag is the entrant's own, else his kart's; empty: none, so no lap would count.
QList<KeyedRow> entrant_rows(const QJsonArray& entrants, const QJsonArray& karts);
QList<KeyedRow> kart_rows(const QJsonArray& karts);
/// Karts in service that no entrant of the session has.
QList<KeyedRow> free_kart_rows(const QJsonArray& karts, const QJsonArray& entrants);
/// What an import would do with each row of a file.
QList<KeyedRow> fleet_rows(const QJsonArray& rows, const QJsonArray& results);
/// `5691251`, or `5691251 5691252`.
/// The planned start at a time of day as it is typed (`14:30`, `14h30`, `1430`), on the day of the old one; nothing where it is none.
std::optional<qint64> start_us(const QString& typed, qint64 planned_start_us);
QString tags_text(const QJsonArray& transponders);

}  // namespace chicane::ui::models
