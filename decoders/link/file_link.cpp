#include "decoders/link/file_link.hpp"

#include <algorithm>
#include <optional>

#include "decoders/link/capture_file.hpp"
#include "decoders/recording/read.hpp"

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
    const auto protocol = protocol_of(target_.path, protocol_);
    if (!protocol) why = protocol.error().detail;
    return why.empty() && (recording::is_recording(target_.path) ? load_recording(why) : load_bytes(why));
}

bool FileLink::load_bytes(std::string& why) {
    bool fits = true;
    const auto read = read_capture(target_.path, [&](const CapturePiece& piece) {
        fits = fits && bytes_.size() + piece.bytes.size() <= replay_bytes_max;
        if (fits) bytes_.insert(bytes_.end(), piece.bytes.begin(), piece.bytes.end());
    });
    if (!read) why = read.error().detail;
    if (!fits) why = target_.path + ": longer than can be replayed";
    if (!why.empty()) return false;
    cut(**codec::make_codec(protocol_));
    return true;
}

/// What a link received, when it did.
class FileLink::Recorded final : public recording::ScanSink {
  public:
    explicit Recorded(FileLink& link) : link_(link) {}

    void on_facts(const recording::Facts&) override {}
    void on_damage(std::uint64_t) override {}
    void on_entry(const recording::Entry& entry) override {
        // The steady clock begins anew with the machine: a long pause, or one back in time, is none.
        const bool on = last_us_ && entry.steady_us > *last_us_;
        const std::uint64_t passed_us =
            on ? static_cast<std::uint64_t>(entry.steady_us) - static_cast<std::uint64_t>(*last_us_) : 0;
        due_us_ += static_cast<std::int64_t>(std::min<std::uint64_t>(passed_us, replay_pause_max_us));
        last_us_ = entry.steady_us;
        if (entry.kind != recording::EntryKind::received) return;
        fits = fits && link_.bytes_.size() + entry.bytes.size() <= replay_bytes_max &&
               link_.pieces_.size() < replay_pieces_max;
        if (!fits) return;
        link_.bytes_.insert(link_.bytes_.end(), entry.bytes.begin(), entry.bytes.end());
        link_.pieces_.push_back({link_.bytes_.size(), due_us_});
    }

    bool fits = true;

  private:
    FileLink& link_;
    std::optional<std::int64_t> last_us_;
    std::int64_t due_us_ = 0;
};

bool FileLink::load_recording(std::string& why) {
    Recorded recorded(*this);
    recording::Scanner scanner(recorded);
    if (const auto wrong = recording::feed_file(target_.path, scanner)) why = *wrong;
    scanner.finish();
    if (!recorded.fits) why = target_.path + ": longer than can be replayed";
    return why.empty();
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
