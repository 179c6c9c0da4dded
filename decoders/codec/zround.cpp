#include "decoders/codec/zround.hpp"

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/zround_encode.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::size_t frame_bytes_max = 64;  ///< the longest, with two numbers of 64 bits, has 36
constexpr std::int64_t ms_us = 1'000;

std::optional<std::int64_t> time_us(std::string_view hex_ms) {
    const auto ms = number_of<std::uint32_t>(hex_ms, 16);
    return ms ? std::optional(*ms * ms_us) : std::nullopt;
}

/// "1A2B,3E8", or two digits and the time: "013E8".
void read_lap(std::string_view text, std::vector<Record>& records) {
    constexpr std::size_t short_digits = 2;
    const std::size_t comma = text.find(',');
    const bool has_comma = comma != std::string_view::npos;
    const std::size_t digits = std::min(has_comma ? comma : short_digits, text.size());
    const auto transponder = number_of<std::uint32_t>(text.substr(0, digits), 16);
    const auto time = time_us(text.substr(digits + (has_comma ? 1 : 0)));
    if (!transponder || !time) return;
    Passing passing;
    passing.transponder = {*transponder};
    passing.time_us = *time;
    passing.clock = ClockBase::start;
    records.emplace_back(std::move(passing));
}

}  // namespace

ZRound::ZRound() : BracketCodec({std::byte{'%'}, std::byte{'&'}, frame_bytes_max, std::nullopt}) {}

void ZRound::read_frame(std::span<const std::byte> frame, std::size_t wire_bytes, std::vector<Record>& records) {
    const std::string_view text(reinterpret_cast<const char*>(frame.data()) + 1, frame.size() - 2);
    const std::string_view rest = text.substr(std::min<std::size_t>(1, text.size()));
    if (text == "A") {
        if (handshake_ == Handshake::asked) handshake_ = Handshake::to_start;
        records.emplace_back(Status{});
    } else if (text.starts_with('T')) {
        const auto time = time_us(rest);
        if (time) records.emplace_back(ClockReading{*time, {}, ClockBase::start});
        if (time) handshake_ = Handshake::counting;
    } else if (text.starts_with('L')) {
        const std::size_t before = records.size();
        read_lap(rest, records);
        if (records.size() > before) handshake_ = Handshake::counting;
    } else {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
    }
}

Bytes ZRound::greet() {
    handshake_ = Handshake::asked;
    return zround::init_request();
}

Bytes ZRound::take_replies() {
    if (handshake_ != Handshake::to_start) return {};
    handshake_ = Handshake::counting;
    return zround::start_request();
}

void ZRound::forget() { handshake_ = Handshake::none; }

}  // namespace chicane::decoders::codec
