// The rows of the board as race control shows them: the public feed, with full names from the entrants, marks P and G, places
// gained since the grid, what a preview would move, and when each kart crossed last. UI thread.
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QString>

#include "ui/models/crossing_watch.hpp"
#include "ui/models/keyed_list_model.hpp"
#include "ui/models/live_board.hpp"
#include "ui/models/server_time.hpp"

namespace chicane::ui::models {

class BoardModel : public chicane::ui::models::KeyedListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")

  public:
    explicit BoardModel(QObject* parent = nullptr);

    /// Shows a board as of `now_ms` (host). In a board of another session or server crossings are forgotten.
    void show(const LiveBoard& board, std::int64_t now_ms, const ServerTime& time = {});
    void clear();
    /// Full names and grid places of a session's entrants, by row id.
    void set_entrants(const QJsonArray& entrants);
    /// Where a preview would put karts, by number; empty ends it.
    void set_preview(const QJsonArray& moved);
    /// The numbers of all who are on it, by row id.
    QHash<QString, QString> numbers() const;
    /// Makes the rows anew, e.g. in another language.
    void refresh();

  private:
    struct Entered {
        QString name;
        int grid = 0;
    };
    QVariantList values_of(const QJsonObject& row, const QString& best_id) const;
    void watch(std::int64_t now_ms, const ServerTime& time);

    LiveBoard board_;
    CrossingWatch crossings_;
    QString session_;
    QString stream_;
    QHash<QString, Entered> entrants_;
    QHash<QString, int> preview_;
};

/// The id of the row that has the best lap of all, at 1 ms; empty before the first lap.
QString best_of_all(const QList<QJsonObject>& rows);
/// P, G or nothing for a row's last lap: marked at the moment it is set.
QString last_mark(const QJsonObject& row, const QString& best_id);

}  // namespace chicane::ui::models
