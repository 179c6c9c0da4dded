// The board as the live feed builds it: a snapshot, then numbered deltas. Pure: JSON in, state out; what is missing is said
// by the answer, and the feed asks for a snapshot. Fields: web/schema/board.schema.json.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <cstdint>

namespace chicane::ui::models {

class LiveBoard {
  public:
    enum class Taken { yes, gap, ignored };

    /// Applies a message of the feed. `gap`: a delta was missed, nothing was changed, a snapshot is needed.
    Taken take(const QJsonObject& message);
    void clear() { *this = LiveBoard(); }

    bool ready() const { return ready_; }
    std::int64_t seq() const { return seq_; }
    const QString& stream() const { return stream_; }
    const QJsonObject& session() const { return session_; }  ///< empty: none
    const QJsonObject& clock() const { return clock_; }
    const QString& flag() const { return flag_; }
    const QJsonArray& messages() const { return messages_; }
    const QList<QJsonObject>& rows() const { return rows_; }  ///< in order of position

  private:
    void take_heads(const QJsonObject& part);
    void take_rows(const QJsonArray& changed);
    void sort_rows();

    bool ready_ = false;
    std::int64_t seq_ = 0;
    QString stream_;
    QJsonObject session_;
    QJsonObject clock_;
    QString flag_ = QStringLiteral("none");
    QJsonArray messages_;
    QList<QJsonObject> rows_;
};

}  // namespace chicane::ui::models
