// See session_clock.hpp.
#include "ui/models/session_clock.hpp"

#include <QDateTime>
#include <algorithm>

#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

SessionClock::SessionClock(QObject* parent) : QObject(parent), text_(no_value) {
    timer_.setInterval(clock_tick_ms);
    connect(&timer_, &QTimer::timeout, this, [this] { tick(QDateTime::currentMSecsSinceEpoch()); });
}

void SessionClock::set_reading(const QJsonObject& clock) {
    elapsed_us_ = whole(clock[u"elapsed_us"]);
    remaining_us_ = whole(clock[u"remaining_us"]);
    laps_done_ = clock[u"laps_done"].toInt();
    laps_total_ = clock[u"laps_total"].toInt();
    runs_ = clock[u"runs"].toBool();
    as_of_ms_ = clock[u"as_of_ms"].toInteger();
    if (runs_) {
        timer_.start();
    } else {
        timer_.stop();
    }
    tick(QDateTime::currentMSecsSinceEpoch());
    emit changed();
}

void SessionClock::tick(std::int64_t now_ms) {
    const auto since_us = runs_ ? std::max<std::int64_t>(0, now_ms - as_of_ms_) * 1'000 : 0;
    const auto left_us = remaining_us_ ? std::max<std::int64_t>(0, *remaining_us_ - since_us) : 0;
    // Time to go is shown up to the second that has begun, time gone down to the second that is full.
    const auto text = remaining_us_ ? clock_text((left_us + 999'999) / 1'000'000 * 1'000'000)
                      : elapsed_us_ ? clock_text(*elapsed_us_ + since_us)
                                    : no_value;
    last_minutes_ = remaining_us_ && left_us < last_minutes_us;
    if (remaining_us_ && elapsed_us_ && *elapsed_us_ + *remaining_us_ > 0) {
        share_ = 1.0 - static_cast<double>(left_us) / static_cast<double>(*elapsed_us_ + *remaining_us_);
    } else {
        share_ = laps_total_ > 0 ? static_cast<double>(laps_done_) / laps_total_ : 0;
    }
    if (text == text_) return;
    text_ = text;
    emit changed();
}

}  // namespace chicane::ui::models
