// The clock of a session, ticked here from its last reading: what it says, what it counts, whether it stands. UI thread.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <cstdint>

namespace chicane::ui::models {

inline constexpr std::int64_t last_minutes_us = 120'000'000;  ///< below it the clock says "last 2 min"
inline constexpr int clock_tick_ms = 200;                     ///< a second must not be seen to jump

class SessionClock : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool countsDown READ counts_down NOTIFY changed)
    Q_PROPERTY(bool runs READ runs NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(bool lastMinutes READ last_minutes NOTIFY changed)
    Q_PROPERTY(int lapsDone READ laps_done NOTIFY changed)
    Q_PROPERTY(int lapsTotal READ laps_total NOTIFY changed)
    Q_PROPERTY(double share READ share NOTIFY changed)

  public:
    explicit SessionClock(QObject* parent = nullptr);

    /// The clock of the live feed.
    void set_reading(const QJsonObject& clock);
    /// Makes the text as of this host time; the timer calls it with now.
    void tick(std::int64_t now_ms);

    QString text() const { return text_; }
    bool counts_down() const { return remaining_us_.has_value(); }
    bool runs() const { return runs_; }
    bool known() const { return elapsed_us_ || remaining_us_; }
    bool last_minutes() const { return last_minutes_; }
    int laps_done() const { return laps_done_; }
    int laps_total() const { return laps_total_; }  ///< 0: no laps are set
    double share() const { return share_; }         ///< how much of the session is over, 0 … 1

  signals:
    void changed();

  private:
    QTimer timer_;
    std::optional<std::int64_t> elapsed_us_;
    std::optional<std::int64_t> remaining_us_;
    std::int64_t as_of_ms_ = 0;
    bool runs_ = false;
    bool last_minutes_ = false;
    int laps_done_ = 0;
    int laps_total_ = 0;
    double share_ = 0;
    QString text_;
};

}  // namespace chicane::ui::models
