#include "decoders/codec/p98.hpp"

#include "decoders/codec/p3_crc.hpp"
#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec {

namespace {

using Fields = std::vector<std::string_view>;

constexpr std::size_t passing_fields = 8;
constexpr std::size_t status_fields_rc4 = 5;
constexpr std::size_t status_fields_vostok = 4;

/// The text up to its last TAB, when the CRC behind it fits. A text without one has a wrong one.
std::optional<std::string_view> checked(std::string_view text) {
    constexpr std::size_t digits_max = 4;
    const std::size_t tab = text.rfind('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    const std::string_view sum = text.substr(tab + 1);
    if (!sum.starts_with('x') || sum.size() > 1 + digits_max) return std::nullopt;
    const auto sent = number_of<std::uint16_t>(sum.substr(1), 16);
    if (!sent || *sent != p3_crc(std::as_bytes(std::span(text.substr(0, tab + 1))))) return std::nullopt;
    return text.substr(0, tab);
}

std::optional<std::int32_t> count_of(std::string_view text) {
    const auto number = number_of<std::int32_t>(text);
    return number && *number >= 0 ? number : std::nullopt;
}

void read_passing(const Fields& fields, std::vector<Record>& records) {
    if (fields.size() != passing_fields) return;
    const auto decoder = number_of<std::uint32_t>(fields[1]);
    const auto number = number_of<std::uint32_t>(fields[2]);
    const auto transponder = number_of<std::uint32_t>(fields[3]);
    const auto time_us = seconds_us(fields[4]);
    const auto hits = count_of(fields[5]);
    const auto strength = count_of(fields[6]);
    const auto flags = number_of<std::uint32_t>(fields[7]);
    if (!decoder || !number || !transponder || !time_us || !hits || !strength || !flags) return;
    records.emplace_back(Passing{.number = number,
                                 .transponder = {*transponder},
                                 .time_us = *time_us,
                                 .strength = strength,
                                 .hits = hits,
                                 .flags = flags,
                                 .decoder = decoder,
                                 .string = {},
                                 .clock = ClockBase::start});
}

void read_status(const Fields& fields, std::vector<Record>& records) {
    if (fields.size() != status_fields_rc4 && fields.size() != status_fields_vostok) return;
    Status status;
    status.decoder = number_of<std::uint32_t>(fields[1]);
    status.number = number_of<std::uint32_t>(fields[2]);
    status.noise = count_of(fields[3]);
    if (status.decoder && status.number && status.noise) records.emplace_back(std::move(status));
}

}  // namespace

void P98::read_marked(std::string_view text, std::size_t wire_bytes, std::vector<Record>& records) {
    const auto good = checked(text.substr(1));
    if (!good) {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::crc});
        return;
    }
    const Fields fields = fields_of(*good, '\t');
    if (fields[0] == "@")
        read_passing(fields, records);
    else if (fields[0] == "#")
        read_status(fields, records);
    else
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
}

}  // namespace chicane::decoders::codec
