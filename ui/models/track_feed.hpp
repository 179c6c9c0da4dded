// What the server tells of one track without being asked: the board (public feed, resumed after a gap) and the control view.
// Says how old the board is; never says "live" of old data. A control feed that is refused asks whether the sign-in still holds.
// UI thread.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include "ui/models/feed_socket.hpp"
#include "ui/models/live_board.hpp"
#include "ui/models/server_time.hpp"

namespace chicane::ui::models {

class ApiClient;

class TrackFeed : public QObject {
    Q_OBJECT

  public:
    explicit TrackFeed(ApiClient& api, QObject* parent = nullptr);

    void follow(const QString& track);
    /// Dials what is lost at once, e.g. with a new token; the board stays.
    void resume();
    void stop();

    const LiveBoard& board() const { return board_; }
    /// Both are heard.
    bool live() const { return is_open(live_) && is_open(control_); }
    const ServerTime& time() const { return time_; }
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
    void ask_sign_in();
    static bool is_open(const FeedSocket& socket) { return socket.state() == FeedSocket::State::open; }

    ApiClient& api_;
    QString track_;
    LiveBoard board_;
    ServerTime time_;
    FeedSocket live_;
    FeedSocket control_;
    qint64 lost_at_ms_ = 0;
};

}  // namespace chicane::ui::models
