#include "decoders/codec/vstm.hpp"

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::string_view lap_word = "lap:";
constexpr std::size_t lap_fields = 6;

}  // namespace

void Vstm::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    if (!line.starts_with(lap_word)) {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
        return;
    }
    const auto fields = fields_of(line.substr(lap_word.size()), ',');
    if (fields.size() != lap_fields) return;
    const auto packet = number_of<std::uint32_t>(fields[0]);
    const auto base = number_of<std::uint32_t>(fields[1]);
    const auto transponder = number_of<std::uint32_t>(fields[2]);
    const auto time_us = milliseconds_us(fields[3]);
    const auto start = number_of<std::uint32_t>(fields[4]);
    const auto sum = number_of<std::uint8_t>(fields[5]);
    if (!packet || !base || !transponder || !time_us || !start || !sum) return;
    Passing passing;
    passing.transponder = {*transponder};
    passing.time_us = *time_us;
    passing.decoder = base;
    passing.clock = ClockBase::start;
    passing.unchecked = true;
    passing.receipt = packet;
    records.emplace_back(std::move(passing));
}

Bytes Vstm::acknowledge(const Passing& kept) const {
    if (!kept.receipt || !kept.decoder) return {};
    return bytes_of("lapreceived:" + std::to_string(*kept.receipt) + ',' + std::to_string(*kept.decoder) + "\r\n");
}

}  // namespace chicane::decoders::codec
