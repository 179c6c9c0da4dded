#include "decoders/link/file_link.hpp"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <utility>

namespace chicane::decoders::link {

FileLink::FileLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events)
    : io_(io),
      timer_(io),
      target_(std::get<FileTarget>(uri.target)),
      protocol_(uri.protocol),
      speed_(uri.speed),
      events_(&events) {}

/// The reader has nothing of this link but a weak hold: what it read is handed over once, whole, on the link's own thread.
void FileLink::start() {
    reader_ = std::jthread([&io = io_, work = boost::asio::make_work_guard(io_), link = weak_from_this(),
                            path = target_.path, protocol = protocol_](const std::stop_token& stop) {
        auto read = read_replay(path, protocol, stop);
        if (stop.stop_requested()) return;
        boost::asio::post(io, [link, replay = std::move(read)]() mutable {
            if (const auto self = link.lock(); self && self->events_) self->begin(std::move(replay));
        });
    });
}

void FileLink::stop() {
    events_ = nullptr;
    timer_.cancel();
    reader_ = {};  // asked to stop, and waited for: it looks up after each read and each byte that it cuts
}

void FileLink::begin(std::expected<Replay, std::string> replay) {
    if (!replay) return events_->on_closed(replay.error());
    replay_ = std::move(*replay);
    begun_ = std::chrono::steady_clock::now();
    events_->on_open();
    if (events_) play();
}

std::int64_t FileLink::played_us() const {
    const std::chrono::duration<double, std::micro> real = std::chrono::steady_clock::now() - begun_;
    return static_cast<std::int64_t>(real.count() * speed_);
}

/// What is due, but no more than a turn's share: others wait for the thread as well.
void FileLink::play() {
    const auto& [bytes, pieces] = replay_;
    const std::int64_t now_us = played_us();
    while (next_ < pieces.size() && pieces[next_].due_us <= now_us) ++next_;
    const std::size_t due = next_ == 0 ? 0 : pieces[next_ - 1].end;
    const std::size_t share = std::min(due - played_, replay_turn_bytes_max);
    const auto now = std::span(bytes).subspan(played_, share);
    played_ += share;
    if (!now.empty()) events_->on_bytes(now, host_moment());
    if (!events_) return;
    if (played_ < due) return play_after(std::chrono::microseconds(0));
    if (next_ == pieces.size()) return events_->on_closed("the capture has ended");
    const double wait_us = static_cast<double>(pieces[next_].due_us - now_us) / speed_;
    play_after(std::chrono::microseconds(static_cast<std::int64_t>(wait_us) + 1));
}

void FileLink::play_after(std::chrono::microseconds wait) {
    timer_.expires_after(wait);
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (!error && self->events_) self->play();
    });
}

}  // namespace chicane::decoders::link
