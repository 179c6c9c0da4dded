#include "decoders/codec/p3_fields.hpp"

#include <limits>
#include <optional>
#include <string>

#include "decoders/codec/little_endian.hpp"

namespace chicane::decoders::codec::p3 {

namespace {

using Value = std::span<const std::byte>;

/// Walks the list of id, length, value.
class Fields {
  public:
    explicit Fields(Value body) : rest_(body) {}

    bool next() {
        if (rest_.empty()) return false;
        if (rest_.size() < 2 || rest_.size() - 2 < std::to_integer<std::size_t>(rest_[1])) {
            whole_ = false;
            return false;
        }
        id = std::to_integer<std::uint8_t>(rest_[0]);
        value = rest_.subspan(2, std::to_integer<std::size_t>(rest_[1]));
        rest_ = rest_.subspan(2 + value.size());
        return true;
    }
    /// All was walked, and nothing ran over the end.
    bool whole() const { return whole_; }

    std::uint8_t id = 0;
    Value value;

  private:
    Value rest_;
    bool whole_ = true;
};

/// A number of known width. False: another width.
template <std::size_t width, class Number>
bool read(Value value, std::optional<Number>& to) {
    if (value.empty()) return true;
    if (value.size() != width) return false;
    to = static_cast<Number>(little_endian(value));
    return true;
}

/// A number whose width nobody has written down; more than four bytes are none.
template <class Number>
bool read_any_width(Value value, std::optional<Number>& to) {
    if (value.empty()) return true;
    if (value.size() > 4) return false;
    to = static_cast<Number>(little_endian(value));
    return true;
}

/// Microseconds. False too for times beyond 2^63: no clock shows them.
bool read_time(Value value, std::optional<std::int64_t>& to) {
    std::optional<std::uint64_t> time;
    if (!read<8>(value, time)) return false;
    if (time && *time > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return false;
    if (time) to = static_cast<std::int64_t>(*time);
    return true;
}

/// Text without the blanks and zeros that fill it up.
std::string text_of(Value value) {
    const auto fills = [](std::byte b) { return b == std::byte{0} || b == std::byte{' '}; };
    while (!value.empty() && fills(value.back())) value = value.first(value.size() - 1);
    while (!value.empty() && fills(value.front())) value = value.subspan(1);
    return {reinterpret_cast<const char*>(value.data()), value.size()};
}

/// A field beside transponder and time whose width is another is absent: the sum was right, and somebody passed.
bool read_passing(Fields& fields, Passing& passing) {
    std::optional<std::uint32_t> transponder;
    std::optional<std::int64_t> time_us;
    while (fields.next()) {
        bool good = true;
        switch (fields.id) {
            case field::passing::number:
                read<4>(fields.value, passing.number);
                break;
            case field::passing::transponder:
                good = read<4>(fields.value, transponder);
                break;
            case field::passing::time:
                good = read_time(fields.value, time_us);
                break;
            case field::passing::strength:
                read<2>(fields.value, passing.strength);
                break;
            case field::passing::hits:
                read<2>(fields.value, passing.hits);
                break;
            case field::passing::flags:
                read<2>(fields.value, passing.flags);
                break;
            case field::passing::string:
                passing.string = text_of(fields.value);
                break;
            case field::general::decoder:
                read<4>(fields.value, passing.decoder);
                break;
            default:
                break;
        }
        if (!good) return false;
    }
    if (!fields.whole() || !transponder || !time_us) return false;
    passing.transponder.value = *transponder;
    passing.time_us = *time_us;
    return true;
}

bool read_status(Fields& fields, Status& status) {
    while (fields.next()) {
        bool good = true;
        switch (fields.id) {
            case field::status::noise:
                good = read<2>(fields.value, status.noise);
                break;
            case field::status::gps:
                good = read<1>(fields.value, status.gps);
                break;
            case field::status::temperature:
                good = read<2>(fields.value, status.temperature_c);
                if (status.temperature_c) status.temperature_c = static_cast<std::int16_t>(*status.temperature_c);
                break;
            case field::status::satellites:
                good = read<1>(fields.value, status.satellites);
                break;
            case field::status::voltage:
                good = read<1>(fields.value, status.voltage_dv);
                break;
            case field::general::decoder:
                good = read<4>(fields.value, status.decoder);
                break;
            default:
                break;
        }
        if (!good) return false;
    }
    return fields.whole();
}

bool read_version(Fields& fields, Version& version) {
    while (fields.next()) {
        bool good = true;
        switch (fields.id) {
            case field::version::decoder_type:
                good = read_any_width(fields.value, version.decoder_type);
                break;
            case field::version::description:
                version.description = text_of(fields.value);
                break;
            case field::version::version:
                version.version = text_of(fields.value);
                break;
            case field::version::release:
                good = read_any_width(fields.value, version.release);
                break;
            case field::general::decoder:
                good = read<4>(fields.value, version.decoder);
                break;
            default:
                break;
        }
        if (!good) return false;
    }
    return fields.whole();
}

/// A question, whose time is empty, is no reading.
bool read_clock(Fields& fields, ClockReading& reading) {
    std::optional<std::int64_t> time_us;
    while (fields.next()) {
        bool good = true;
        if (fields.id == field::get_time::rtc_time) good = read_time(fields.value, time_us);
        if (fields.id == field::general::decoder) good = read<4>(fields.value, reading.decoder);
        if (!good) return false;
    }
    if (!fields.whole() || !time_us) return false;
    reading.time_us = *time_us;
    return true;
}

bool read_error(Fields& fields, DeviceError& error) {
    std::optional<std::int32_t> code;
    while (fields.next()) {
        if (fields.id == field::error::code && !read_any_width(fields.value, code)) return false;
        if (fields.id == field::error::description) error.description = text_of(fields.value);
    }
    if (!fields.whole() || !code) return false;
    error.code = *code;
    return true;
}

/// Made in place: records come by the million, and a copy of one costs as much as its reading.
template <class Kind>
void append(const Frame& frame, bool (*read_fields)(Fields&, Kind&), std::vector<Record>& records) {
    Fields fields(frame.body);
    Record& record = records.emplace_back(std::in_place_type<Kind>);
    if (!read_fields(fields, *std::get_if<Kind>(&record))) record = Garbage{frame.wire_bytes, GarbageReason::syntax};
}

}  // namespace

void read_record(const Frame& frame, std::vector<Record>& records) {
    switch (frame.type) {
        case Type::passing:
            return append(frame, read_passing, records);
        case Type::status:
            return append(frame, read_status, records);
        case Type::version:
            return append(frame, read_version, records);
        case Type::get_time:
            return append(frame, read_clock, records);
        case Type::error:
            return append(frame, read_error, records);
        case Type::resend:
        case Type::clear_passing:
        case Type::first_contact:
            break;
    }
    records.emplace_back(Garbage{frame.wire_bytes, GarbageReason::unknown_record});
}

std::optional<ResendRange> read_resend(const Frame& frame) {
    Fields fields(frame.body);
    std::optional<std::uint32_t> from, until;
    while (fields.next()) {
        if (fields.id == field::resend::from && !read<4>(fields.value, from)) return std::nullopt;
        if (fields.id == field::resend::until && !read<4>(fields.value, until)) return std::nullopt;
    }
    if (!fields.whole() || !from || !until) return std::nullopt;
    return ResendRange{*from, *until};
}

}  // namespace chicane::decoders::codec::p3
