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
QString tags_text(const QJsonArray& transponders);

}  // namespace chicane::ui::models
