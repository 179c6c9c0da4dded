#include "decoders/codec/toolkit_encode.hpp"

#include "decoders/codec/text_write.hpp"
#include "decoders/codec/toolkit_fields.hpp"

namespace chicane::decoders::codec::toolkit {

namespace {

std::string date_of(const Passing& passing) {
    const DateText date = date_text(passing.time_us);
    return date.year.substr(2) + date.month + date.day;
}

std::string time_of(const Passing& passing) { return clock_text(since_midnight_us(passing.time_us), 3); }

std::string v1(const Passing& passing) {
    const std::string device = std::to_string(passing.decoder.value_or(0) % 100);
    const std::string text = passing.string + time_of(passing) + std::string(2 - device.size(), ' ') + device +
                             " 0F  10001" + date_of(passing);
    return text + hex_text(sum_of(text), 2);
}

std::string v2(const Passing& passing) {
    std::string text = "t=" + time_of(passing) + "|c=" + passing.string + "|ct=CX|d=" + date_of(passing);
    if (passing.decoder) text += "|dv=" + std::to_string(*passing.decoder);
    if (passing.hits) text += "|h=" + std::to_string(*passing.hits);
    if (passing.strength) text += "|am=" + std::to_string(*passing.strength);
    return text;
}

Bytes message(std::string_view location, std::string_view function, std::span<const Passing> passings,
              std::uint32_t receipt, std::string (*record)(const Passing&)) {
    std::string text = std::string(location) + '@' + std::string(function) + '@';
    for (const Passing& passing : passings) text += record(passing) + '@';
    return bytes_of(text + std::to_string(receipt) + "@$");
}

}  // namespace

Bytes encode_store(std::string_view location, std::span<const Passing> passings, std::uint32_t receipt) {
    return message(location, "Store", passings, receipt, v1);
}

Bytes encode_passings(std::string_view location, std::span<const Passing> passings, std::uint32_t receipt) {
    return message(location, "Passing", passings, receipt, v2);
}

Bytes encode_call(std::string_view location, std::string_view function) {
    return bytes_of(std::string(location) + '@' + std::string(function) + "@$");
}

}  // namespace chicane::decoders::codec::toolkit
