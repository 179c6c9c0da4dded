#include "decoders/codec/bracket_codec.hpp"

namespace chicane::decoders::codec {

void BracketCodec::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    for (const std::byte byte : bytes) {
        if (byte == brackets_.begin) {
            begin(records);
        } else if (frame_.empty()) {
            ++outside_;
        } else if (byte == brackets_.end) {
            end(records);
        } else {
            ++wire_;
            keep(byte);
        }
    }
}

void BracketCodec::finish(std::vector<Record>& records) {
    end_garbage(records);
    forget();
}

/// What lies before a begin is complete: bytes outside, or a frame that it cuts off.
void BracketCodec::begin(std::vector<Record>& records) {
    end_garbage(records);
    frame_.push_back(brackets_.begin);
    wire_ = 1;
}

void BracketCodec::keep(std::byte byte) {
    if (!escaped_ && byte == brackets_.escape) {
        escaped_ = true;
        return;
    }
    if (escaped_) byte = static_cast<std::byte>(std::to_integer<unsigned>(byte) - bracket_escape_offset);
    escaped_ = false;
    const bool fits = frame_.size() + 1 < brackets_.bytes_max;  // its end must fit, too
    if (fits)
        frame_.push_back(byte);
    else
        unreadable_ = true;
}

void BracketCodec::end(std::vector<Record>& records) {
    frame_.push_back(brackets_.end);
    const std::size_t wire_bytes = wire_ + 1;
    const std::size_t before = records.size();
    if (unreadable_ || escaped_)
        records.emplace_back(Garbage{wire_bytes, GarbageReason::length});
    else
        read_frame(frame_, wire_bytes, records);
    if (records.size() == before) records.emplace_back(Garbage{wire_bytes, GarbageReason::syntax});
    wire_ = 0;
    end_garbage(records);
}

void BracketCodec::end_garbage(std::vector<Record>& records) {
    if (pending() > 0) records.emplace_back(Garbage{pending(), GarbageReason::frame});
    frame_.clear();
    outside_ = wire_ = 0;
    escaped_ = unreadable_ = false;
}

}  // namespace chicane::decoders::codec
