// A device's day as rows and lines: tags weakest first, noise on the axis of the time that is shown, the last bytes. Pure.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QVariantList>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

inline constexpr int line_points = 96;        ///< of a line in a table or a chart
inline constexpr int strength_bars_min = 12;  ///< two hours of ten minutes, so that a morning's bars are no blocks
inline constexpr int strength_bars_max = 48;  ///< eight hours: what came before is not what weakens now
inline constexpr qint64 noise_span_min_us = 3'600'000'000;  ///< an hour, so that ten minutes do not look like a day

extern const QByteArrayList tag_roles;
extern const QByteArrayList byte_roles;

/// From the first slot of any tag to now, in whole slots, newest at the end.
struct Axis {
    qint64 from_us = 0;
    qint64 until_us = 0;
    qint64 step_us = 0;
    qsizetype count = 0;
};
Axis axis_of_tags(const QJsonObject& tags, qint64 now_us);

QList<KeyedRow> tag_rows(const QJsonObject& tags, const Axis& axis);
/// The tags as a spreadsheet reads them.
QString tags_csv(const QJsonObject& tags);
QList<KeyedRow> byte_rows(const QJsonArray& records, const QHash<qint64, QString>& karts);

/// Noise between two times in `line_points` steps: the loudest of each, null where nobody said.
QVariantList noise_line(const QJsonObject& history, qint64 from_us, qint64 until_us);
/// Where a noise line begins: the first minute that is known, but an hour back at least.
qint64 noise_begin(const QJsonObject& history, qint64 now_us);
/// `{noise, atUs}` of the loudest minute; empty where none is known.
QVariantMap loudest(const QJsonObject& history);
/// `{at, range, count}`, newest first.
QVariantList lost_rows(const QJsonObject& history);
/// Number of the kart by tag.
QHash<qint64, QString> karts_of(const QJsonObject& tags);

}  // namespace chicane::ui::models
