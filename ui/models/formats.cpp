// See formats.hpp.
#include "ui/models/formats.hpp"

#include <QCoreApplication>
#include <QDateTime>

namespace chicane::ui::models {

namespace {

constexpr std::int64_t us_per_ms = 1'000;
constexpr std::int64_t us_per_second = 1'000'000;
constexpr std::int64_t seconds_per_minute = 60;
constexpr std::int64_t seconds_per_hour = 3'600;
constexpr std::int64_t age_whole_from_ms = 10'000;
constexpr std::int64_t age_minutes_from_ms = 120'000;

QString two(std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }
QString three(std::int64_t value) { return QStringLiteral("%1").arg(value, 3, 10, QLatin1Char('0')); }

QDateTime moment(std::int64_t at_us) { return QDateTime::fromMSecsSinceEpoch(at_us / us_per_ms); }

}  // namespace

QString lap_text(std::int64_t time_us) {
    const auto ms = time_us / us_per_ms;
    const auto seconds = ms / 1'000;
    const auto hours = seconds / seconds_per_hour;
    const auto minutes = seconds / seconds_per_minute % 60;
    const auto tail = QLatin1Char('.') + three(ms % 1'000);
    if (hours > 0) return QString::number(hours) + u':' + two(minutes) + u':' + two(seconds % 60) + tail;
    if (minutes > 0) return QString::number(minutes) + u':' + two(seconds % 60) + tail;
    return QString::number(seconds) + tail;
}

QString lap_text(const std::optional<std::int64_t>& time_us) { return time_us ? lap_text(*time_us) : no_value; }

QString sector_text(const std::optional<std::int64_t>& time_us) {
    if (!time_us) return no_value;
    const auto tenths = *time_us / 100'000;
    return QString::number(tenths / 10) + u'.' + QString::number(tenths % 10);
}

QString gap_text(const std::optional<std::int64_t>& gap_us, const std::optional<std::int32_t>& laps) {
    if (laps && *laps > 0) return QCoreApplication::translate("Formats", "%n lap(s)", "gap", *laps);
    if (!gap_us || *gap_us == 0) return no_value;
    return QLatin1Char('+') + lap_text(*gap_us);
}

QString clock_text(std::int64_t time_us) {
    const auto seconds = time_us > 0 ? time_us / us_per_second : 0;
    const auto hours = seconds / seconds_per_hour;
    const auto rest = two(seconds / seconds_per_minute % 60) + u':' + two(seconds % 60);
    return hours > 0 ? QString::number(hours) + u':' + rest : rest;
}

QString age_text(std::int64_t age_ms) {
    if (age_ms < age_whole_from_ms) {
        return QString::number(age_ms / 1'000) + u'.' + QString::number(age_ms / 100 % 10) + QStringLiteral("\u00a0s");
    }
    if (age_ms < age_minutes_from_ms) return QString::number(age_ms / 1'000) + QStringLiteral("\u00a0s");
    return QString::number(age_ms / 60'000) + QStringLiteral("\u00a0min");
}

QString moment_text(std::int64_t at_us) { return moment(at_us).toString(QStringLiteral("HH:mm:ss")); }
QString moment_text_ms(std::int64_t at_us) { return moment(at_us).toString(QStringLiteral("HH:mm:ss.zzz")); }
QString hour_text(std::int64_t at_us) { return moment(at_us).toString(QStringLiteral("HH:mm")); }

QString Formats::lap(const QVariant& time_us) {
    return time_us.isNull() || !time_us.isValid() ? no_value : lap_text(static_cast<std::int64_t>(time_us.toDouble()));
}

}  // namespace chicane::ui::models
