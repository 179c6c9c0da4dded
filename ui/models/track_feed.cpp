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
}

void TrackFeed::follow(const QString& track) {
    track_ = track;
    board_.clear();
    emit boardChanged();
    live_.open();
    control_.open();
}

void TrackFeed::stop() {
    live_.close();
    control_.close();
}

void TrackFeed::take_live(const QJsonObject& message) {
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
    if (live()) {
        lost_at_ms_ = 0;
    } else if (live_.state() == FeedSocket::State::lost && lost_at_ms_ == 0) {
        lost_at_ms_ = QDateTime::currentMSecsSinceEpoch();
    }
    emit liveChanged();
}

}  // namespace chicane::ui::models
