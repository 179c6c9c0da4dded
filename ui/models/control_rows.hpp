// The lists of race control as rows: JSON of the control view (API: TrackView) to the values that delegates show. Pure but for
// the desk's time zone; codes stay codes, the screens have the words.
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include "ui/models/keyed_list_model.hpp"
#include "ui/models/server_time.hpp"

namespace chicane::ui::models {

enum class PassingFilter { all, unknown, not_counted };

extern const QByteArrayList passing_roles;
QList<KeyedRow> passing_rows(const QJsonArray& strip, PassingFilter filter);
int passings_of(const QJsonArray& strip, PassingFilter filter);

extern const QByteArrayList unknown_roles;
QList<KeyedRow> unknown_rows(const QJsonArray& unknown);

/// A text of the server with a session's name where it says the id.
QString with_names(QString text, const QJsonArray& sessions);
/// The actions with a session's name where the API says its id; ids are nothing for people.
QJsonArray named_actions(const QJsonArray& actions, const QJsonArray& sessions);
/// The actions with the kart that a correction is about in place of its session; `numbers`: by entrant.
QJsonArray about_karts(const QJsonArray& actions, const QHash<QString, QString>& numbers);
extern const QByteArrayList action_roles;
QList<KeyedRow> action_rows(const QJsonArray& actions);
/// What undo would take back: the newest action that still can be; empty: nothing.
QJsonObject undoable_action(const QJsonArray& actions);

extern const QByteArrayList alarm_roles;
/// Alarms that are not seen yet, grave ones first, then seen ones that still hold.
QList<KeyedRow> alarm_rows(const QJsonArray& alarms);
/// A grave alarm that nobody has seen: it is heard.
bool must_be_heard(const QJsonArray& alarms);

extern const QByteArrayList device_roles;
/// `time`: when it was heard last is told in the time here.
QList<KeyedRow> device_rows(const QJsonArray& devices, const ServerTime& time = {});
/// What a device speaks; `manual:` has one protocol, and need not say it.
QString protocol_of(const QString& uri);
/// The first device of which people tell passings; empty: there is none.
QString manual_device_of(const QJsonArray& devices);
/// The loudest noise of all decoders, null where none tells it.
QVariant noise_of(const QJsonArray& devices);

extern const QByteArrayList session_roles;
/// The day of a track. `current`: the session whose window is open.
QList<KeyedRow> session_rows(const QJsonArray& sessions, const QString& current);
/// The session that was over last and whose result nobody has said to be official; empty: none.
QJsonObject provisional_session(const QJsonArray& sessions);
/// The session that "next" would arm: the first planned one; empty: none.
QJsonObject next_session(const QJsonArray& sessions);

}  // namespace chicane::ui::models
