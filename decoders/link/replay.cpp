#include "decoders/link/replay.hpp"

#include <algorithm>
#include <optional>
#include <span>

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

/// What a link received, when it did.
class Recorded final : public recording::ScanSink {
  public:
    explicit Recorded(Replay& replay) : replay_(replay) {}

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
        fits = fits && replay_.bytes.size() + entry.bytes.size() <= replay_bytes_max &&
               replay_.pieces.size() < replay_pieces_max;
        if (!fits) return;
        replay_.bytes.insert(replay_.bytes.end(), entry.bytes.begin(), entry.bytes.end());
        replay_.pieces.push_back({replay_.bytes.size(), due_us_});
    }

    bool fits = true;

  private:
    Replay& replay_;
    std::optional<std::int64_t> last_us_;
    std::int64_t due_us_ = 0;
};

/// A record ends with the byte that completes it: fed one by one, the codec tells where.
void cut(Replay& replay, codec::Codec& codec, const std::stop_token& stop) {
    auto& [bytes, pieces] = replay;
    std::vector<codec::Record> records;
    std::optional<std::int64_t> last_us;
    std::int64_t due_us = 0;
    std::size_t undated = 0;  ///< pieces since the last passing
    for (std::size_t at = 0; at < bytes.size() && !stop.stop_requested(); ++at) {
        codec.feed(std::span(bytes).subspan(at, 1), records);
        if (records.empty() && at + 1 < bytes.size()) continue;
        const auto time_us = passing_time(records);
        records.clear();
        pieces.push_back({at + 1, due_us});
        if (!time_us) {
            ++undated;
            continue;
        }
        const std::int64_t pause_us =
            last_us ? std::clamp<std::int64_t>(*time_us - *last_us, 0, replay_pause_max_us) : 0;
        const auto steps = static_cast<std::int64_t>(undated) + 1;
        for (std::int64_t step = 1; step <= steps; ++step)
            pieces[pieces.size() - static_cast<std::size_t>(steps - step) - 1].due_us =
                due_us + pause_us * step / steps;
        due_us += pause_us;
        last_us = time_us;
        undated = 0;
    }
}

/// False: it is longer than can be replayed.
using Fits = std::expected<bool, std::string>;

Fits read_bytes(Replay& replay, const std::string& path, std::string_view protocol, const std::stop_token& stop) {
    bool fits = true;
    const auto take = [&](const CapturePiece& piece) {
        fits = fits && replay.bytes.size() + piece.bytes.size() <= replay_bytes_max;
        if (fits) replay.bytes.insert(replay.bytes.end(), piece.bytes.begin(), piece.bytes.end());
    };
    if (const auto read = read_capture(path, take, stop); !read) return std::unexpected(read.error().detail);
    if (fits) cut(replay, **codec::make_codec(protocol), stop);
    return fits;
}

Fits read_recording(Replay& replay, const std::string& path, const std::stop_token& stop) {
    Recorded recorded(replay);
    recording::Scanner scanner(recorded);
    if (const auto wrong = recording::feed_file(path, scanner, stop)) return std::unexpected(*wrong);
    scanner.finish();
    return recorded.fits;
}

}  // namespace

std::expected<Replay, std::string> read_replay(const std::string& path, std::string_view protocol,
                                               const std::stop_token& stop) {
    if (const auto known = protocol_of(path, protocol); !known) return std::unexpected(known.error().detail);
    Replay replay;
    const Fits fits =
        recording::is_recording(path) ? read_recording(replay, path, stop) : read_bytes(replay, path, protocol, stop);
    if (!fits) return std::unexpected(fits.error());
    if (!*fits) return std::unexpected(path + ": longer than can be replayed");
    return replay;
}

}  // namespace chicane::decoders::link
