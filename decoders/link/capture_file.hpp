// Raw captures on disk: the bytes as they came, or `.hex`, a frame a line in hexadecimal digits. Read piece by piece, so
// that a capture of days costs no memory.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t capture_piece_bytes_max = 64 * 1024;  ///< a read; a line of `.hex` may not be longer

/// One line for people: file, line where there is one, what was wrong and what was expected.
struct CaptureError {
    std::string detail;
};

/// Takes the next bytes; `ends` says that nothing unfinished reaches beyond them.
using PieceSink = std::function<void(std::span<const std::byte> bytes, bool ends)>;
using RecordsSink = std::function<void(std::span<const codec::Record> records)>;

/// Hands over the bytes of a capture in order. A `.hex` file is looked through before the first piece goes out, so an
/// error there comes before everything.
std::expected<void, CaptureError> read_capture(const std::filesystem::path& file, const PieceSink& sink);

/// The same through a codec, as records.
std::expected<void, CaptureError> read_records(const std::filesystem::path& file, codec::Codec& codec,
                                               const RecordsSink& sink);

}  // namespace chicane::decoders::link
