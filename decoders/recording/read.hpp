// Recordings on disk, read piece by piece.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

#include "decoders/recording/scanner.hpp"

namespace chicane::decoders::recording {

/// By its first bytes; by its name where these are damaged.
bool is_recording(const std::filesystem::path& file);

/// Hands over a whole file, without the scanner's finish: several files may make one stream. Or what is wrong, naming the file.
/// Where `stop` is asked for, what was read so far.
std::optional<std::string> feed_file(const std::filesystem::path& file, Scanner& scanner,
                                     const std::stop_token& stop = {});

/// What a file says of itself; nothing where its begin is damaged.
std::optional<Facts> facts_of(const std::filesystem::path& file);

}  // namespace chicane::decoders::recording
