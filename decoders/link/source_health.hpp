// Figures of one source for control screens, /health and metrics: what came, what was damaged, how its loops and its clock are. Plain
// value; copied at most once a second, so every list in it is bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "decoders/codec/record.hpp"
#include "decoders/recording/line_health.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t loop_statuses_max =
    16;  ///< loops of one decoder that tell of themselves; beyond, the first stay
inline constexpr std::size_t battery_tags_max = 64;  ///< tags that a workshop changes in a day; beyond, the oldest goes

inline constexpr std::size_t complaint_max = 200;  ///< letters of what a device says; it is shown on one line

enum class SourceState { connecting, up, silent, down };

/// A tag whose battery is not well, as its last passing said.
struct TagBattery {
    timing::TransponderId transponder;
    codec::Battery battery = codec::Battery::low;
    timing::HostTime heard;
    friend bool operator==(const TagBattery&, const TagBattery&) = default;
};

struct SourceHealth {
    SourceState state = SourceState::connecting;
    std::string why_down;   ///< what the link said when it closed last; empty while it is open
    std::string complaint;  ///< what the device did not like, last on its newest connection: its code and its words
    timing::HostTime last_byte;                ///< 0: none yet
    timing::HostTime last_status_at;           ///< 0: none yet
    codec::Status last_status;                 ///< each figure as it came last, whatever the loop
    std::vector<codec::Status> loop_statuses;  ///< the same a loop, at most loop_statuses_max
    std::vector<TagBattery> batteries;     ///< newest first, at most battery_tags_max; a tag that is well again leaves
    std::optional<std::uint32_t> decoder;  ///< as it calls itself
    std::uint32_t epoch = 0;               ///< of the decoder that spoke last
    std::optional<std::int64_t> clock_offset_us;  ///< host minus decoder, at the smallest delay seen in this epoch
    std::optional<double> clock_drift_ppm;  ///< above 0: the decoder's clock runs ahead of ours; absent: not known yet
    /// What its clock lacks of the time that we were stopped (below 0: has too much), where that is more than clocks differ by.
    std::optional<std::int64_t> clock_lacked_us;
    std::optional<std::int64_t> clock_delay_us;   ///< of the last record with a time, beyond the smallest
    std::optional<std::int64_t> clock_spread_us;  ///< the largest such delay of the last minute
    std::uint64_t bytes = 0;
    std::uint64_t passings = 0;
    std::uint64_t garbage_records = 0;
    std::uint64_t garbage_bytes = 0;
    std::uint64_t crc_errors = 0;     ///< of the garbage: whose sum was wrong
    recording::LineHealth recording;  ///< of its raw bytes
    std::uint64_t gaps_found = 0;     ///< passings that a gap in the numbers said were missing
    std::uint64_t gaps_recovered = 0;
    std::uint64_t gaps_lost = 0;
};

/// A status came: what it does not say stays as it was, so that a mere sign of life erases no figure.
void note_status(SourceHealth& health, const codec::Status& status, timing::HostTime now);
void note_garbage(SourceHealth& health, const codec::Garbage& garbage);
/// It did not like what we asked: nothing is lost by it, but whoever set it up should know.
void note_complaint(SourceHealth& health, const codec::DeviceError& error);
/// A passing came: what it says of its tag's battery.
void note_battery(SourceHealth& health, const codec::Passing& passing, timing::HostTime now);

}  // namespace chicane::decoders::link
