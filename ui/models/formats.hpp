// How times, gaps and clocks read on screens: truncated, never rounded; the point in every language. Pure functions over
// microseconds; words come through Qt's translation. `Formats` is the same for QML.
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <cstdint>
#include <optional>

namespace chicane::ui::models {

inline const QString no_value = QStringLiteral("—");  ///< what does not exist is said, never left empty, never 0

/// `43.812`, `1:02.345`, `1:02:03.456`.
QString lap_text(std::int64_t time_us);
QString lap_text(const std::optional<std::int64_t>& time_us);
/// `16.1`: one decimal, for dense tables.
QString sector_text(const std::optional<std::int64_t>& time_us);
/// `+1.204`, `1 lap`, or a dash. A zero gap is the leader's: a dash too.
QString gap_text(const std::optional<std::int64_t>& gap_us, const std::optional<std::int32_t>& laps);
/// `07:42`, `1:12:40`; below zero `00:00`.
QString clock_text(std::int64_t time_us);
/// Age of data: `0.4 s`, whole seconds from 10 s, minutes from 2 min.
QString age_text(std::int64_t age_ms);
/// A moment in the desk's own time zone, from Unix microseconds: `10:14:03`, with `.221`, or `10:14`.
QString moment_text(std::int64_t at_us);
QString moment_text_ms(std::int64_t at_us);
QString hour_text(std::int64_t at_us);

/// The same for QML, where a number is a double: exact up to 2^53 µs.
class Formats : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

  public:
    Q_INVOKABLE static QString lap(const QVariant& time_us);
    Q_INVOKABLE static QString clock(double time_us) { return clock_text(static_cast<std::int64_t>(time_us)); }
    Q_INVOKABLE static QString age(double age_ms) { return age_text(static_cast<std::int64_t>(age_ms)); }
    Q_INVOKABLE static QString moment(double at_us) { return moment_text(static_cast<std::int64_t>(at_us)); }
    Q_INVOKABLE static QString hour(double at_us) { return hour_text(static_cast<std::int64_t>(at_us)); }
};

}  // namespace chicane::ui::models
