#include "decoders/sim/fault.hpp"

#include <charconv>
#include <cmath>
#include <optional>

namespace chicane::decoders::sim {

namespace {

constexpr std::int32_t million = 1'000'000;

struct Entry {
    Fault fault;
    std::string_view word;
    std::int32_t usual_ppm;  ///< what a name without a share takes
};

/// Usual shares are those of a bad day, so that a race of some hundred crossings meets each.
constexpr std::array<Entry, fault_kinds - 1> table = {{
    {Fault::drop, "drop", 20'000},
    {Fault::duplicate, "duplicate", 20'000},
    {Fault::crc, "crc", 20'000},
    {Fault::noise, "noise", 50'000},
    {Fault::split, "split", 200'000},
    {Fault::disconnect, "disconnect", 5'000},
    {Fault::restart, "restart", 2'000},
    {Fault::miss, "miss", 10'000},
    {Fault::doubled, "double", 10'000},
    {Fault::weak, "weak", 30'000},
    {Fault::unknown, "unknown", 5'000},
    {Fault::late, "late", 20'000},
    {Fault::stall, "stall", 2'000},
    {Fault::clock_jump, "clock_jump", 2'000},
    {Fault::battery_low, "battery_low", 10'000},
    {Fault::parked, "parked", 3'000},
    {Fault::backup_only, "backup_only", 10'000},
    {Fault::clock_drift, "clock_drift", 40},
    {Fault::rollover, "rollover", 25'000},
}};

std::string names() {
    std::string all;
    for (const Entry& entry : table) {
        if (!all.empty()) all += ", ";
        all += entry.word;
    }
    return all;
}

const Entry* find(std::string_view word) {
    for (const Entry& entry : table)
        if (entry.word == word) return &entry;
    return nullptr;
}

/// A share from 0 to 1 as parts of a million.
std::optional<std::int32_t> parts_of(std::string_view text) {
    double share = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), share);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    if (!(share >= 0 && share <= 1)) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(share * million));
}

}  // namespace

std::string_view word_of(Fault fault) {
    for (const Entry& entry : table)
        if (entry.fault == fault) return entry.word;
    return "";
}

std::expected<FaultShares, std::string> parse_faults(std::string_view text) {
    FaultShares shares;
    std::int64_t sum = 0;
    while (!text.empty()) {
        const std::string_view item = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
        const std::size_t equals = item.find('=');
        const std::string_view word = item.substr(0, equals);
        const Entry* entry = find(word);
        if (!entry) return std::unexpected("unknown fault \"" + std::string(word) + "\"; known: " + names());
        std::int32_t ppm = entry->usual_ppm;
        if (equals != std::string_view::npos) {
            const auto share = parts_of(item.substr(equals + 1));
            if (!share)
                return std::unexpected(std::string(word) + ": expected a share from 0 to 1, found \"" +
                                       std::string(item.substr(equals + 1)) + "\"");
            ppm = *share;
        }
        shares.ppm[static_cast<std::size_t>(entry->fault)] = ppm;
    }
    for (std::size_t kind = 0; kind < crossing_kinds; ++kind) sum += shares.ppm[kind];
    if (sum > million) return std::unexpected(std::string("the shares of all faults are more than 1 together"));
    return shares;
}

}  // namespace chicane::decoders::sim
