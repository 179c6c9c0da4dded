// Captures on disk, read piece by piece, so that one of days costs no memory: recordings with their facts (docs/recordings.md), the bare
// bytes as they came, or `.hex`, a frame a line in hexadecimal digits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "decoders/codec/codec.hpp"
#include "decoders/link/device_uri.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t capture_piece_bytes_max = 64 * 1024;  ///< a read; a line of `.hex` may not be longer
inline constexpr std::size_t capture_streams_max =
    64;  ///< clients of a served link at once; of more, the oldest is cut off

/// One line for people: file, line where there is one, what was wrong and what was expected.
struct CaptureError {
    std::string detail;
};

/// What a recording lacks: bytes of it that are damaged and were skipped, and bytes of its link that could not be kept.
struct CaptureGaps {
    std::uint64_t damaged_bytes = 0;
    std::uint64_t lost_bytes = 0;
};

/// As words behind the file's name; empty: it lacks nothing.
std::string gaps_text(const CaptureGaps& gaps);

/// The next bytes of a stream; a served link has several. `ends` says that nothing unfinished reaches beyond them.
struct CapturePiece {
    std::span<const std::byte> bytes;
    bool ends = false;
    std::uint32_t stream = 0;
    std::optional<std::int64_t> steady_us = {};  ///< when they came, from some zero; absent: the capture does not say
};

using PieceSink = std::function<void(const CapturePiece& piece)>;
using RecordsSink = std::function<void(std::span<const codec::Record> records)>;

/// Hands over what came in, in order. A `.hex` file is looked through before the first piece goes out, so an error there comes
/// before everything. Where `stop` is asked for, what was read so far.
std::expected<CaptureGaps, CaptureError> read_capture(const std::filesystem::path& file, const PieceSink& sink,
                                                      const std::stop_token& stop = {});

/// The same as records of a protocol.
std::expected<CaptureGaps, CaptureError> read_records(const std::filesystem::path& file, std::string_view protocol,
                                                      const RecordsSink& sink);

/// What a capture is in: `given`, which may be empty where a recording says it and must not say otherwise.
std::expected<std::string, CaptureError> protocol_of(const std::filesystem::path& file, std::string_view given);

/// A `file:` URI without a protocol gets that of its recording; any other stays as it is.
std::expected<DeviceUri, CaptureError> with_protocol(DeviceUri uri);

}  // namespace chicane::decoders::link
