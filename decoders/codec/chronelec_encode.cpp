#include "decoders/codec/chronelec_encode.hpp"

#include <algorithm>

#include "decoders/codec/chronelec_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec::chronelec {

namespace {

constexpr std::int64_t second_us = 1'000'000;

int battery_digit(const std::optional<Battery>& battery) {
    if (battery == Battery::low) return 2;
    return battery == Battery::faulty ? 3 : 1;
}

/// 80:27'53"
std::string running_time(std::int64_t time_us) {
    const std::int64_t seconds = time_us / second_us;
    return digits_text(seconds / 3600, 2) + ':' + digits_text(seconds / 60 % 60, 2) + '\'' +
           digits_text(seconds % 60, 2) + '"';
}

}  // namespace

Bytes encode(const Passing& passing) {
    const bool key = passing.loop == "MAN";
    const std::uint64_t id = passing.trigger ? (key ? 0 : photocell_id) : passing.transponder.value;
    std::string text = passing.loop.empty() ? "STA" : passing.loop;
    text += ' ' + digits_text(static_cast<std::int64_t>(id), 6) + ' ' + running_time(passing.time_us);
    text += digits_text(passing.time_us % second_us / 1000, 3) + ' ' + digits_text(passing.strength.value_or(0), 2) +
            " 01 ";
    text += digits_text(battery_digit(passing.battery), 1) + ' ';
    return bytes_of('<' + text + digits_text(sum_of(text), sum_digits) + ">\r\n");
}

Bytes encode_status(std::int64_t running_time_us, LoopState sta, LoopState box) {
    std::string text = '[' + running_time(running_time_us);
    for (const int value : {sta.noise, box.noise, sta.level, box.level}) text += ' ' + digits_text(value, 2);
    return bytes_of(text + "]\r\n");
}

Bytes encode_config(std::uint32_t decoder, int firmware) {
    std::string text = "+++" + std::string(43, '\0');
    for (const char digit : digits_text(decoder, 4)) text += static_cast<char>(digit - '0');
    text += static_cast<char>(firmware / 10 << 4 | firmware % 10);
    return bytes_of(text + "\r\n");
}

}  // namespace chicane::decoders::codec::chronelec
