#include "web/host/commands/description_lines.hpp"

#include <algorithm>

#include "decoders/codec/hex.hpp"
#include "decoders/describe/fields.hpp"
#include "decoders/describe/sums.hpp"
#include "web/host/commands/json_line.hpp"

namespace chicane::web::host {

namespace {

using namespace decoders::describe;
using decoders::codec::hex_of;

std::string printable(std::span<const std::byte> bytes) {
    std::string text;
    for (const std::byte byte : bytes) text += is_printable(byte) ? static_cast<char>(byte) : '.';
    return text;
}

std::string_view word(CutBy by) {
    constexpr std::string_view words[] = {"pauses", "terminator", "boundary", "period", "none"};
    return words[static_cast<std::size_t>(by)];
}

std::string_view word(Field::What what) {
    constexpr std::string_view words[] = {"counts", "rises", "repeats"};
    return words[static_cast<std::size_t>(what)];
}

std::string_view order(bool little) { return little ? "little" : "big"; }

void append_capture(const RawCapture& capture, const Cut& cut, std::string& to) {
    JsonLine line(to, "capture");
    line.number("bytes", capture.whole_bytes);
    line.number("described", capture.bytes.size());
    line.text("cut", word(cut.by));
    line.text_if_any("mark", hex_of(cut.mark));
    line.number("frames", cut.chunks.size());
}

void append_mark(std::string_view type, const decoders::codec::Bytes& mark, std::string& to) {
    if (mark.empty()) return;
    JsonLine line(to, type);
    line.text("hex", hex_of(mark));
}

void append(const Length& length, std::string& to) {
    JsonLine line(to, "length");
    line.number("bytes", length.bytes);
    line.number("frames", length.frames);
}

void append(const LengthField& field, std::string& to) {
    JsonLine line(to, "length_field");
    line.number("offset", field.offset);
    line.number("bytes", field.bytes);
    if (field.bytes > 1) line.text("order", order(field.little));
    line.number("adds", field.adds);
}

void append(const Sum& sum, std::string& to) {
    JsonLine line(to, "sum");
    line.text("kind", sum.kind);
    line.number("from", sum.from);
    if (sum.gap > 0) line.number("gap", sum.gap);
    if (sum.at > 0)
        line.number("at", sum.at);
    else
        line.number("from_end", sum.from_end);
    line.number("bytes", sum.bytes);
    line.text("written", sum.written);
    line.number("holds", sum.holds);
    line.number("of", sum.of);
}

void append(const Field& field, std::string& to) {
    JsonLine line(to, "field");
    line.text("what", word(field.what));
    line.number("frame_bytes", field.frame_bytes);
    line.number("offset", field.offset);
    line.number("bytes", field.bytes);
    if (field.bytes > 1 && field.what != Field::What::repeats) line.text("order", order(field.little));
    line.number("values", field.values);
    line.number("frames", field.frames);
    line.number("first", field.first);
    line.number("last", field.last);
}

void append(const Chunk& chunk, std::string& to) {
    const auto shown = chunk.bytes.first(std::min(chunk.bytes.size(), chunk_bytes_max));
    JsonLine line(to, "frame");
    line.number("offset", chunk.offset);
    line.number("bytes", chunk.bytes.size());
    line.text("hex", hex_of(shown));
    line.text("text", printable(shown));
}

/// Frames that are there from begin to end: of a stream that was cut anywhere, not the first and the last.
std::span<const Chunk> whole_frames(const Cut& cut) {
    const std::span<const Chunk> all = cut.chunks;
    constexpr std::size_t enough = 6;
    return cut.by == CutBy::pauses || all.size() < enough ? all : all.subspan(1, all.size() - 2);
}

}  // namespace

void RawCapture::take(const decoders::link::CapturePiece& piece) {
    if (!piece.bytes.empty() && !stream_) stream_ = piece.stream;
    if (piece.stream != stream_) return;
    const bool quiet = last_us_ && piece.steady_us && *piece.steady_us - *last_us_ >= pause_us_min;
    if (piece.steady_us) last_us_ = piece.steady_us;
    if (quiet) pause();
    whole_bytes += piece.bytes.size();
    const auto kept = piece.bytes.first(std::min(piece.bytes.size(), described_bytes_max - bytes.size()));
    bytes.insert(bytes.end(), kept.begin(), kept.end());
    if (piece.ends) pause();
}

void RawCapture::pause() {
    if (!bytes.empty() && (pauses.empty() || pauses.back() < bytes.size())) pauses.push_back(bytes.size());
}

std::string description_lines(const RawCapture& capture) {
    std::span<const std::size_t> pauses = capture.pauses;
    if (!pauses.empty() && pauses.back() == capture.bytes.size()) pauses = pauses.first(pauses.size() - 1);
    const Cut found = cut(capture.bytes, pauses);
    std::string lines;
    append_capture(capture, found, lines);
    if (found.by != CutBy::none) {
        const auto frames = whole_frames(found);
        append_mark("begin", common_begin(frames), lines);
        append_mark("end", common_end(frames), lines);
        for (const Length& length : lengths_of(frames)) append(length, lines);
        for (const LengthField& field : length_fields_of(frames)) append(field, lines);
        for (const Sum& sum : sums_of(frames)) append(sum, lines);
        for (const Field& field : fields_of(frames)) append(field, lines);
    }
    for (const Chunk& chunk : found.chunks) append(chunk, lines);
    return lines;
}

}  // namespace chicane::web::host
