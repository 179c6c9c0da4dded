#include "decoders/codec/laprf.hpp"

#include <limits>

#include "decoders/codec/laprf_encode.hpp"
#include "decoders/codec/laprf_frame.hpp"
#include "decoders/codec/little_endian.hpp"

namespace chicane::decoders::codec {

namespace {

using laprf::Type;

/// A frame's fields: id, size, value. Of one that repeats, as a status has for each slot, the first counts; an empty one is a question.
class Fields {
  public:
    explicit Fields(std::span<const std::byte> bytes) : bytes_(bytes) {
        std::span<const std::byte> rest = bytes;
        while (!rest.empty() && !broken_) {
            broken_ = rest.size() < head || rest.size() < whole(rest);
            if (!broken_) rest = rest.subspan(whole(rest));
        }
    }

    /// Fields overrun the frame.
    bool broken() const { return broken_; }

    /// Absent: it is not there, is empty, or has another size.
    template <class Number>
    std::optional<Number> number(std::uint8_t id) {
        if (broken_) return std::nullopt;
        for (std::span<const std::byte> rest = bytes_; !rest.empty(); rest = rest.subspan(whole(rest))) {
            if (std::to_integer<std::uint8_t>(rest[0]) != id || whole(rest) == head) continue;
            if (whole(rest) == head + sizeof(Number))
                return static_cast<Number>(little_endian(rest.subspan(head, sizeof(Number))));
            return std::nullopt;
        }
        return std::nullopt;
    }

  private:
    static constexpr std::size_t head = 2;  ///< id, size
    static std::size_t whole(std::span<const std::byte> field) { return head + std::to_integer<std::size_t>(field[1]); }

    std::span<const std::byte> bytes_;
    bool broken_ = false;
};

std::optional<std::int64_t> time_us(Fields& fields) {
    const auto time = fields.number<std::uint64_t>(laprf::field::rtc_time);
    if (!time || *time > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) return std::nullopt;
    return static_cast<std::int64_t>(*time);
}

void read_passing(Fields fields, std::vector<Record>& records) {
    using namespace laprf::field;
    const auto slot_number = fields.number<std::uint8_t>(slot);
    const auto time = time_us(fields);
    Passing read;
    read.number = fields.number<std::uint32_t>(passing::number);
    read.strength = fields.number<std::uint16_t>(passing::peak);
    read.flags = fields.number<std::uint16_t>(passing::flags);
    read.decoder = fields.number<std::uint32_t>(passing::decoder);
    read.clock = ClockBase::start;
    if (!slot_number || !time || fields.broken()) return;
    read.transponder = {*slot_number};
    read.time_us = *time;
    records.emplace_back(std::move(read));
}

void read_status(Fields fields, std::vector<Record>& records) {
    constexpr std::int32_t decivolt_mv = 100;
    const auto voltage_mv = fields.number<std::uint16_t>(laprf::field::status::voltage);
    if (fields.broken()) return;
    Status status;
    if (voltage_mv) status.voltage_dv = *voltage_mv / decivolt_mv;
    records.emplace_back(std::move(status));
}

void read_time(Fields fields, std::vector<Record>& records) {
    const auto time = time_us(fields);
    if (time && !fields.broken()) records.emplace_back(ClockReading{*time, {}, ClockBase::start});
}

}  // namespace

LapRf::LapRf() : BracketCodec({laprf::frame_begin, laprf::frame_end, laprf::frame_bytes_max, laprf::escape}) {}

void LapRf::read_frame(std::span<const std::byte> frame, std::size_t wire_bytes, std::vector<Record>& records) {
    if (const auto fault = laprf::fault(frame)) {
        records.emplace_back(Garbage{wire_bytes, *fault});
        return;
    }
    const Fields fields(frame.subspan(laprf::header_bytes, frame.size() - laprf::frame_bytes_min));
    const std::uint64_t sent = little_endian(frame.subspan(laprf::header_bytes - 2, 2));
    const auto is = [sent](Type type) { return sent == static_cast<std::uint16_t>(type); };
    if (is(Type::passing))
        read_passing(fields, records);
    else if (is(Type::status))
        read_status(fields, records);
    else if (is(Type::time))
        read_time(fields, records);
    else
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
}

Bytes LapRf::ask_clock() const { return laprf::clock_request(); }

}  // namespace chicane::decoders::codec
