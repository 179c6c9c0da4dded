// See track_feed.hpp.
#include "ui/models/track_feed.hpp"

#include <QDateTime>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

TrackFeed::TrackFeed(ApiClient& api, QObject* parent)
    : QObject(parent),
      api_(api),
      live_([this] {
          auto path = QStringLiteral("tracks/%1/live").arg(track_);
          if (board_.ready() && !board_.stream().isEmpty()) {
              path += QStringLiteral("?stream=%1&since=%2").arg(board_.stream()).arg(board_.seq());
          }
          return api_.socket_request(path);
      }),
      control_([this] { return api_.socket_request(QStringLiteral("tracks/%1/control").arg(track_)); }) {
    connect(&live_, &FeedSocket::message, this, &TrackFeed::take_live);
    connect(&live_, &FeedSocket::stateChanged, this, &TrackFeed::note_state);
    connect(&control_, &FeedSocket::message, this, &TrackFeed::take_control);
    connect(&control_, &FeedSocket::stateChanged, this, &TrackFeed::note_state);
}

void TrackFeed::follow(const QString& track) {
    track_ = track;
    board_.clear();
    emit boardChanged();
    live_.open();
    control_.open();
}

void TrackFeed::resume() {
    if (track_.isEmpty()) return;
    if (!is_open(live_)) live_.open();
    if (!is_open(control_)) control_.open();
}

void TrackFeed::stop() {
    live_.close();
    control_.close();
}

void TrackFeed::take_live(const QJsonObject& message) {
    const auto here_ms = QDateTime::currentMSecsSinceEpoch();
    if (message.contains(u"clock")) time_.seen_in_delta(message[u"clock"][u"as_of_ms"].toInteger(), here_ms);
    if (const auto clock = message[u"board"][u"clock"]; clock.isObject()) {
        time_.seen_in_snapshot(clock[u"as_of_ms"].toInteger(), here_ms);
    }
    switch (board_.take(message)) {
        case LiveBoard::Taken::yes:
            emit boardChanged();
            return;
        case LiveBoard::Taken::gap:
            live_.send({{"type", "snapshot"}});
            return;
        case LiveBoard::Taken::ignored:
            return;
    }
}

void TrackFeed::take_control(const QJsonObject& message) {
    if (message[u"type"] == QLatin1String("control")) emit viewChanged(message[u"view"].toObject());
    if (message[u"type"] == QLatin1String("sessions")) emit sessionsChanged();
}

void TrackFeed::note_state() {
    const bool lost = live_.state() == FeedSocket::State::lost || control_.state() == FeedSocket::State::lost;
    if (live()) {
        lost_at_ms_ = 0;
    } else if (lost && lost_at_ms_ == 0) {
        lost_at_ms_ = QDateTime::currentMSecsSinceEpoch();
    }
    if (is_open(live_) && control_.state() == FeedSocket::State::lost) ask_sign_in();
    emit liveChanged();
}

// The board needs no account, the control feed does: where only that is refused, the answer to /me says whether by the token.
void TrackFeed::ask_sign_in() {
    api_.get(QStringLiteral("me"), this, [](const Answer&) {});
}

}  // namespace chicane::ui::models
