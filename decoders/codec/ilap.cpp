#include "decoders/codec/ilap.hpp"

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

using Fields = std::vector<std::string_view>;

constexpr std::size_t fields_known = 4;  ///< of a passing and of an answer

void read_passing(const Fields& fields, std::vector<Record>& records) {
    const auto decoder = number_of<std::uint32_t>(fields[1]);
    const auto transponder = number_of<std::uint32_t>(fields[2]);
    const auto time_us = seconds_us(fields[3]);
    if (!decoder || !transponder || !time_us) return;
    Passing passing;
    passing.transponder = {*transponder};
    passing.time_us = *time_us;
    passing.decoder = decoder;
    passing.clock = ClockBase::start;
    records.emplace_back(std::move(passing));
}

/// The answer to the init: its clock now counts from 0.
void read_answer(const Fields& fields, std::vector<Record>& records) {
    const auto decoder = number_of<std::uint32_t>(fields[1]);
    if (decoder) records.emplace_back(ClockReading{0, decoder, ClockBase::start});
}

}  // namespace

Bytes ILap::greet() { return bytes_of("\x01%\r\n"); }

void ILap::read_marked(std::string_view text, std::size_t wire_bytes, std::vector<Record>& records) {
    const Fields fields = fields_of(text.substr(1), '\t');
    const bool passing = fields[0] == "@";
    const bool summed = fields.back().starts_with('x');  // an AMBrc's
    if (summed || (!passing && fields[0] != "%"))
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
    else if (fields.size() == fields_known && passing)
        read_passing(fields, records);
    else if (fields.size() == fields_known)
        read_answer(fields, records);
}

}  // namespace chicane::decoders::codec
