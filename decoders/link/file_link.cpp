#include "decoders/link/file_link.hpp"

#include <algorithm>
#include <optional>

#include "decoders/link/capture_file.hpp"

namespace chicane::decoders::link {

namespace {

/// The latest passing among records from `from` on.
std::optional<std::int64_t> passing_time(std::span<const codec::Record> records) {
    std::optional<std::int64_t> time_us;
    for (const codec::Record& record : records)
        if (const auto* passing = std::get_if<codec::Passing>(&record)) time_us = passing->time_us;
    return time_us;
}

}  // namespace

FileLink::FileLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events)
    : timer_(io),
      target_(std::get<FileTarget>(uri.target)),
      protocol_(uri.protocol),
      speed_(uri.speed),
      events_(&events) {}

void FileLink::start() {
    // From a timer, so that no event comes before start() has returned.
    timer_.expires_after(std::chrono::seconds(0));
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (error || !self->events_) return;
        std::string why;
        if (!self->load(why)) return self->events_->on_closed(why);
        self->begun_ = std::chrono::steady_clock::now();
        self->events_->on_open();
        self->play();
    });
}

void FileLink::stop() {
    events_ = nullptr;
    timer_.cancel();
}

bool FileLink::load(std::string& why) {
    bool fits = true;
    const auto read = read_capture(target_.path, [&](std::span<const std::byte> bytes, bool) {
        fits = fits && bytes_.size() + bytes.size() <= replay_bytes_max;
        if (fits) bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    });
    auto codec = codec::make_codec(protocol_);
    if (!read) why = read.error().detail;
    if (!codec) why = codec.error().detail;
    if (!fits) why = target_.path + ": longer than can be replayed";
    if (!why.empty()) return false;
    cut(**codec);
    return true;
}

/// A record ends with the byte that completes it: fed one by one, the codec tells where.
void FileLink::cut(codec::Codec& codec) {
    std::vector<codec::Record> records;
    std::optional<std::int64_t> last_us;
    std::int64_t due_us = 0;
    std::size_t undated = 0;  ///< pieces since the last passing
    for (std::size_t at = 0; at < bytes_.size(); ++at) {
        codec.feed(std::span(bytes_).subspan(at, 1), records);
        if (records.empty() && at + 1 < bytes_.size()) continue;
        const auto time_us = passing_time(records);
        records.clear();
        pieces_.push_back({at + 1, due_us});
        if (!time_us) {
            ++undated;
            continue;
        }
        const std::int64_t pause_us =
            last_us ? std::clamp<std::int64_t>(*time_us - *last_us, 0, replay_pause_max_us) : 0;
        const auto steps = static_cast<std::int64_t>(undated) + 1;
        for (std::int64_t step = 1; step <= steps; ++step)
            pieces_[pieces_.size() - static_cast<std::size_t>(steps - step) - 1].due_us =
                due_us + pause_us * step / steps;
        due_us += pause_us;
        last_us = time_us;
        undated = 0;
    }
}

std::int64_t FileLink::played_us() const {
    const std::chrono::duration<double, std::micro> real = std::chrono::steady_clock::now() - begun_;
    return static_cast<std::int64_t>(real.count() * speed_);
}

void FileLink::play() {
    const std::size_t from = next_ == 0 ? 0 : pieces_[next_ - 1].end;
    const std::int64_t now_us = played_us();
    while (next_ < pieces_.size() && pieces_[next_].due_us <= now_us) ++next_;
    const std::size_t until = next_ == 0 ? 0 : pieces_[next_ - 1].end;
    if (until > from) events_->on_bytes(std::span(bytes_).subspan(from, until - from), host_moment());
    if (!events_) return;
    if (next_ == pieces_.size()) return events_->on_closed("the capture has ended");
    const double wait_us = static_cast<double>(pieces_[next_].due_us - now_us) / speed_;
    timer_.expires_after(std::chrono::microseconds(static_cast<std::int64_t>(wait_us) + 1));
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (!error && self->events_) self->play();
    });
}

}  // namespace chicane::decoders::link
