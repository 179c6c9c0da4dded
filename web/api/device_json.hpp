// A device's day and its last bytes as JSON text. Pure.
#pragma once

#include <optional>
#include <string>

#include "decoders/link/traffic.hpp"
#include "sessions/conductor/conductor.hpp"

namespace chicane::web::api {

inline constexpr std::size_t records_told_max = 40;  ///< of the last bytes: more than a screen shows

/// A device as the feed tells of it, with its version; none where it stands in chicane.toml.
std::string device_with_version(const sessions::conductor::DeviceHealth& device, std::optional<std::int64_t> version);
/// Minutes of noise and power, numbers that were lost for good.
std::string history_json(const sessions::conductor::DeviceHistory& day);
/// The tags, weakest first, and what is usual.
std::string tags_json(const sessions::conductor::HeardTags& heard);
/// The last records with their bytes, newest first; of a protocol that is not read, the bytes as they came.
std::string traffic_json(const decoders::link::Traffic& traffic, const std::string& protocol);

}  // namespace chicane::web::api
