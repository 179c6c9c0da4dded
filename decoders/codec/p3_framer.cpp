#include "decoders/codec/p3_framer.hpp"

#include <algorithm>
#include <utility>

#include "decoders/codec/p3_crc.hpp"

namespace chicane::decoders::codec::p3 {

namespace {

constexpr std::size_t length_at = 2;
constexpr std::size_t crc_at = 4;
constexpr std::size_t type_at = 8;

std::size_t u16(std::span<const std::byte> bytes, std::size_t at) {
    return std::to_integer<std::size_t>(bytes[at]) | std::to_integer<std::size_t>(bytes[at + 1]) << 8;
}

/// The first escape, begin or end: the three are neighbours, and no other byte needs a look.
const std::byte* first_special(const std::byte* at, const std::byte* end) {
    constexpr auto lowest = std::to_integer<unsigned char>(escape);
    while (at != end && static_cast<unsigned char>(std::to_integer<unsigned char>(*at) - lowest) > 2) ++at;
    return at;
}

}  // namespace

void Framer::feed(std::span<const std::byte> bytes, FrameSink& sink) {
    const std::byte* at = bytes.data();
    const std::byte* const stop = at + bytes.size();
    while (at != stop) {
        if (frame_.empty()) {
            const std::byte* found = std::find(at, stop, frame_begin);
            outside_ += static_cast<std::size_t>(found - at);
            if (found == stop) return;
            begin(sink);
            at = found + 1;
            continue;
        }
        if (escape_open_ && *at != frame_begin && *at != frame_end) {
            undo_escape(*at++);
            continue;
        }
        const std::byte* special = first_special(at, stop);
        keep({at, special});
        if (special == stop) return;
        at = special + 1;
        switch (*special) {
            case frame_begin:
                begin(sink);
                break;
            case frame_end:
                end(sink);
                break;
            default:
                ++wire_;
                escape_open_ = true;
        }
    }
}

void Framer::finish(FrameSink& sink) {
    const std::size_t outside = std::exchange(outside_, 0);
    if (outside > 0) sink.on_garbage({outside, GarbageReason::frame});
    if (!frame_.empty()) sink.on_garbage({wire_, GarbageReason::frame});
    frame_.clear();
    wire_ = 0;
}

/// What lies before a begin is complete: bytes outside, or a frame that it cuts off.
void Framer::begin(FrameSink& sink) {
    finish(sink);
    frame_.push_back(frame_begin);
    wire_ = 1;
    escape_open_ = false;
    unreadable_ = false;
}

void Framer::keep(std::span<const std::byte> run) {
    wire_ += run.size();
    if (frame_.size() + run.size() > frame_bytes_max)
        unreadable_ = true;
    else
        frame_.insert(frame_.end(), run.begin(), run.end());
}

void Framer::undo_escape(std::byte sent) {
    escape_open_ = false;
    const auto meant = static_cast<std::byte>(std::to_integer<unsigned>(sent) - escape_offset);
    keep({&meant, 1});
}

void Framer::end(FrameSink& sink) {
    keep({&frame_end, 1});
    const std::size_t wire_bytes = std::exchange(wire_, 0);
    const bool readable = !unreadable_ && !escape_open_ && frame_.size() >= frame_bytes_min;
    if (!readable || u16(frame_, length_at) != frame_.size()) {
        sink.on_garbage({wire_bytes, GarbageReason::length});
    } else {
        const std::size_t crc = u16(frame_, crc_at);
        frame_[crc_at] = frame_[crc_at + 1] = std::byte{0};
        const std::span<const std::byte> whole = frame_;
        if (p3_crc(whole) != crc)
            sink.on_garbage({wire_bytes, GarbageReason::crc});
        else
            sink.on_frame({static_cast<Type>(u16(whole, type_at)),
                           whole.subspan(header_bytes, whole.size() - frame_bytes_min), wire_bytes});
    }
    frame_.clear();
}

}  // namespace chicane::decoders::codec::p3
