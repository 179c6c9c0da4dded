// What the server tells of one track without being asked: the board (public feed, resumed after a gap) and the control view.
// Says how old the board is; never says "live" of old data. UI thread.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include "ui/models/feed_socket.hpp"
#include "ui/models/live_board.hpp"

namespace chicane::ui::models {

class ApiClient;

class TrackFeed : public QObject {
    Q_OBJECT

  public:
    explicit TrackFeed(ApiClient& api, QObject* parent = nullptr);

    void follow(const QString& track);
    void stop();

    const LiveBoard& board() const { return board_; }
    bool live() const { return live_.state() == FeedSocket::State::open; }
    /// Since when the line is lost (host time), 0 while it is up.
    qint64 lost_at_ms() const { return lost_at_ms_; }

  signals:
    void boardChanged();
    void viewChanged(const QJsonObject& view);
    void sessionsChanged();
    void liveChanged();

  private:
    void take_live(const QJsonObject& message);
    void take_control(const QJsonObject& message);
    void note_state();

    ApiClient& api_;
    QString track_;
    LiveBoard board_;
    FeedSocket live_;
    FeedSocket control_;
    qint64 lost_at_ms_ = 0;
};

}  // namespace chicane::ui::models
