// The desk's lists as rows: customers, seats with free ones at the end, the next free sessions. Pure.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

/// `query`: where the name has it is marked.
QList<KeyedRow> customer_rows(const QJsonArray& customers, const QString& query);
/// The first planned session with a free seat; where all are full, the first planned one; empty: none.
QJsonObject next_with_room(const QJsonArray& sessions);
/// The sessions of a day that are over, and the others; the chosen one always belongs to these.
QJsonArray past_sessions(const QJsonArray& sessions);
QJsonArray coming_sessions(const QJsonArray& sessions, const QString& chosen);
/// The seats of a session up to its capacity; a free one has no name.
QList<KeyedRow> seat_rows(const QJsonObject& session);
QList<KeyedRow> alternative_rows(const QJsonArray& alternatives);
/// Given name and family name, as people are called.
QString full_name(const QJsonObject& customer);
/// A birth date as it is typed, day first, apart by / . - or a blank; empty where it is no date of a living person.
QString iso_date(const QString& typed);
/// A seat counts until it is given back.
bool holds_a_seat(const QJsonObject& seat);

}  // namespace chicane::ui::models
