#include "decoders/codec/chronelec_framer.hpp"

#include <utility>

namespace chicane::decoders::codec::chronelec {

namespace {

constexpr std::string_view config_begin = "+++";
constexpr std::string_view line_end = "\r\n";

bool ends_line(char byte) { return line_end.find(byte) != std::string_view::npos; }
bool fills(char byte) { return ends_line(byte) || byte == '\0'; }

}  // namespace

void Framer::feed(std::string_view bytes, FrameSink& sink) {
    for (const char byte : bytes) take(byte, sink);
}

void Framer::finish(FrameSink& sink) { give_up(GarbageReason::frame, sink); }

void Framer::take(char byte, FrameSink& sink) {
    switch (within_) {
        case Within::nothing:
            return take_outside(byte, sink);
        case Within::passing:
        case Within::status:
            return take_text(byte, sink);
        case Within::plus:
            return take_plus(byte, sink);
        case Within::config:
            return take_config(byte, sink);
    }
}

void Framer::take_outside(char byte, FrameSink& sink) {
    if (byte == '<') {
        begin(Within::passing, byte, sink);
    } else if (byte == '[') {
        begin(Within::status, byte, sink);
    } else if (byte == '+') {
        begin(Within::plus, byte, sink);
    } else if (!fills(byte)) {
        ++outside_;
    } else if (outside_ > 0) {
        ++outside_;
        give_up(GarbageReason::frame, sink);
    }
}

void Framer::take_text(char byte, FrameSink& sink) {
    const bool passing = within_ == Within::passing;
    if (byte == '<' || byte == '[') return begin(byte == '<' ? Within::passing : Within::status, byte, sink);
    if (ends_line(byte) && passing) return give_up(GarbageReason::frame, sink);
    if (ends_line(byte)) return end(FrameKind::status, 1, 0, sink);
    frame_.push_back(byte);
    if (byte == (passing ? '>' : ']')) return end(passing ? FrameKind::passing : FrameKind::status, 1, 1, sink);
    if (frame_.size() == text_bytes_max) give_up(GarbageReason::length, sink);
}

void Framer::take_plus(char byte, FrameSink& sink) {
    if (byte != '+') {
        give_up(GarbageReason::frame, sink);
        return take_outside(byte, sink);
    }
    frame_.push_back(byte);
    if (frame_.size() == config_begin.size()) within_ = Within::config;
}

void Framer::take_config(char byte, FrameSink& sink) {
    frame_.push_back(byte);
    if (frame_.size() >= config_bytes_min + line_end.size() && frame_.ends_with(line_end))
        end(FrameKind::config, config_begin.size(), line_end.size(), sink);
    else if (frame_.size() == config_bytes_max)
        give_up(GarbageReason::length, sink);
}

/// What lies before a begin is complete: bytes outside, or a frame that it cuts off.
void Framer::begin(Within within, char byte, FrameSink& sink) {
    give_up(GarbageReason::frame, sink);
    within_ = within;
    frame_.push_back(byte);
}

void Framer::end(FrameKind kind, std::size_t begin_bytes, std::size_t end_bytes, FrameSink& sink) {
    within_ = Within::nothing;
    const std::string whole = std::exchange(frame_, {});
    const std::size_t body_bytes = whole.size() - begin_bytes - end_bytes;
    sink.on_frame({kind, std::string_view(whole).substr(begin_bytes, body_bytes), whole.size()});
}

void Framer::give_up(GarbageReason reason, FrameSink& sink) {
    within_ = Within::nothing;
    const std::size_t bytes = pending();
    outside_ = 0;
    frame_.clear();
    if (bytes > 0) sink.on_garbage({bytes, reason});
}

}  // namespace chicane::decoders::codec::chronelec
