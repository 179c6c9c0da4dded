// A WebSocket that comes back: JSON messages in, reconnect with growing waits and jitter, silence noticed by pings. UI thread.
#pragma once

#include <QJsonObject>
#include <QNetworkRequest>
#include <QObject>
#include <QTimer>
#include <QWebSocket>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace chicane::ui::models {

inline constexpr int retry_wait_first_ms = 250;
inline constexpr int retry_wait_max_ms = 10'000;  ///< a desk that was off for an hour is back within ten seconds
inline constexpr int ping_every_ms = 5'000;
inline constexpr int silence_max_ms =
    12'000;  ///< two pings without an answer: the line is dead, though TCP does not say so

/// The wait before attempt n (from 0), spread by `chance` in 0 … 1 so that all desks do not come at once.
int retry_wait_ms(int attempt, double chance);

class FeedSocket : public QObject {
    Q_OBJECT

  public:
    enum class State { off, connecting, open, lost };
    Q_ENUM(State)

    /// `request`: made anew for each attempt, so that a resume names the last message.
    explicit FeedSocket(std::function<QNetworkRequest()> request, QObject* parent = nullptr);

    ~FeedSocket() override;

    void open();
    void close();
    void send(const QJsonObject& message);
    State state() const { return state_; }

  signals:
    void message(const QJsonObject& message);
    void stateChanged();

  private:
    void dial();
    void lose();
    void take(const QString& text);
    void check_silence();
    void set_state(State state);

    std::function<QNetworkRequest()> request_;
    QWebSocket socket_;
    QTimer retry_;
    QTimer ping_;
    qint64 heard_at_ms_ = 0;
    int attempt_ = 0;
    State state_ = State::off;
};

}  // namespace chicane::ui::models
