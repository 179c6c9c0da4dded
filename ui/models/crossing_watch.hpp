// When each entrant crossed last and how long its laps are, as far as this screen has seen it: for the bar "lap now", the
// light of a crossing and an overdue kart. Values only; the host time comes with each call.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <cstdint>
#include <optional>

namespace chicane::ui::models {

inline constexpr int laps_remembered_max = 9;  ///< enough for a median that one slow lap does not move

class CrossingWatch {
  public:
    /// Looks at a row of the board. `estimate_ms`: host time of the crossing where the board itself tells it, for the first look.
    void look(const QJsonObject& row, std::int64_t now_ms, std::optional<std::int64_t> estimate_ms);
    void forget_all() { seen_.clear(); }

    std::optional<std::int64_t> crossed_at_ms(const QString& id) const;
    /// The median of the laps seen, else the best lap; nothing before the first lap.
    std::optional<std::int64_t> median_us(const QString& id) const;
    int crossings(const QString& id) const;  ///< rises with each crossing seen

  private:
    struct Seen {
        std::int64_t laps = 0;
        std::optional<std::int64_t> total_us;
        std::optional<std::int64_t> crossed_at_ms;
        std::optional<std::int64_t> best_us;
        QList<std::int64_t> laps_us;
        int crossings = 0;
    };
    QHash<QString, Seen> seen_;
};

}  // namespace chicane::ui::models
