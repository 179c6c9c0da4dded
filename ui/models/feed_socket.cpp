// See feed_socket.hpp.
#include "ui/models/feed_socket.hpp"

#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <algorithm>
#include <utility>

namespace chicane::ui::models {

namespace {

constexpr int doublings_max = 6;

qint64 now_ms() { return QDateTime::currentMSecsSinceEpoch(); }

}  // namespace

int retry_wait_ms(int attempt, double chance) {
    const auto full = std::min(retry_wait_max_ms, retry_wait_first_ms << std::min(attempt, doublings_max));
    return full / 2 + static_cast<int>(chance * full / 2);
}

FeedSocket::FeedSocket(std::function<QNetworkRequest()> request, QObject* parent)
    : QObject(parent), request_(std::move(request)) {
    retry_.setSingleShot(true);
    ping_.setInterval(ping_every_ms);
    connect(&retry_, &QTimer::timeout, this, &FeedSocket::dial);
    connect(&ping_, &QTimer::timeout, this, &FeedSocket::check_silence);
    connect(&socket_, &QWebSocket::connected, this, [this] {
        attempt_ = 0;
        heard_at_ms_ = now_ms();
        ping_.start();
        set_state(State::open);
    });
    connect(&socket_, &QWebSocket::disconnected, this, &FeedSocket::lose);
    connect(&socket_, &QWebSocket::textMessageReceived, this, &FeedSocket::take);
    connect(&socket_, &QWebSocket::pong, this, [this] { heard_at_ms_ = now_ms(); });
}

// The socket still says that it goes, when the timers are gone already.
FeedSocket::~FeedSocket() { socket_.disconnect(this); }

void FeedSocket::open() {
    if (state_ != State::off) close();
    attempt_ = 0;
    dial();
}

void FeedSocket::close() {
    set_state(State::off);
    retry_.stop();
    ping_.stop();
    socket_.abort();
}

void FeedSocket::send(const QJsonObject& message) {
    if (state_ == State::open) {
        socket_.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }
}

void FeedSocket::dial() {
    if (state_ != State::lost) set_state(State::connecting);
    socket_.open(request_());
}

// Also a refused connection ends as "disconnected".
void FeedSocket::lose() {
    ping_.stop();
    if (state_ == State::off || retry_.isActive()) return;
    set_state(State::lost);
    retry_.start(retry_wait_ms(attempt_++, QRandomGenerator::global()->generateDouble()));
}

void FeedSocket::take(const QString& text) {
    heard_at_ms_ = now_ms();
    emit message(QJsonDocument::fromJson(text.toUtf8()).object());
}

void FeedSocket::check_silence() {
    if (now_ms() - heard_at_ms_ > silence_max_ms) {
        socket_.abort();
        return;
    }
    socket_.ping();
}

void FeedSocket::set_state(State state) {
    if (std::exchange(state_, state) != state) emit stateChanged();
}

}  // namespace chicane::ui::models
