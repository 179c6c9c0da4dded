// What a recording is made of: the facts of a device, then entries in the order in which things happened. docs/recordings.md
// has the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timing/time.hpp"

namespace chicane::decoders::recording {

using Bytes = std::vector<std::byte>;

/// Of a link: bytes that came and that went, its beginnings and ends with their reason as text, and a hole: how many bytes could
/// not be kept, in decimal digits. A reader passes over what it does not know.
enum class EntryKind : std::uint8_t { received = 1, sent = 2, opened = 3, closed = 4, lost = 5 };

struct Entry {
    EntryKind kind = EntryKind::received;
    std::uint32_t peer = 0;  ///< of a link that serves several, each a stream of its own
    timing::HostTime at;
    std::int64_t steady_us = 0;  ///< the same moment on the clock that nobody sets; its zero is the machine's
    std::span<const std::byte> bytes;
};

/// What a file says of itself, first thing.
struct Facts {
    std::string device;    ///< its id
    std::string protocol;  ///< its word
    std::string uri;       ///< without secrets
    std::string timezone;  ///< of the centre, for people who say "at two o'clock"
    std::string program;   ///< who wrote it
    std::string left_out;  ///< of a cut for others: what was taken out; empty: nothing
    timing::HostTime started;
    std::int64_t steady_us = 0;
    friend bool operator==(const Facts&, const Facts&) = default;
};

inline std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }
inline std::string text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Of an entry that tells of a hole: how many bytes.
std::uint64_t hole_bytes(const Entry& lost);

/// A URI as it may lie in a file that others get: no user, no password, and only options that are known to be harmless.
std::string without_secrets(std::string_view uri);

/// As JSON on one line, and back; nothing where it is none.
std::string facts_json(const Facts& facts);
bool read_facts(std::string_view json, Facts& facts);

}  // namespace chicane::decoders::recording
