// What a codec makes of bytes: one of these records. Every byte of a stream belongs to exactly one record, so garbage adds up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "timing/ids.hpp"

namespace chicane::decoders::codec {

/// What a decoder's times count from: 1970 in UTC; 1970 by its own wall clock; midnight of a day it does not name; its start; or
/// nothing, where it has no clock. Only the first two name a moment, the others are placed by when they came in.
enum class ClockBase { utc, local, day, start, none };

enum class Battery { ok, low, faulty };

/// One transponder over one loop, once. Times are those of the decoder, untouched. Absent fields did not come.
struct Passing {
    std::optional<std::uint32_t> number;  ///< counts up per decoder; a gap is a lost record
    timing::TransponderId transponder;
    std::int64_t time_us = 0;
    std::optional<std::int32_t> strength;
    std::optional<std::int32_t> hits;
    std::optional<std::uint32_t> flags;
    std::optional<std::uint32_t> decoder;
    std::string string;  ///< what the tag calls itself, e.g. FL-94890; empty: nothing
    ClockBase clock = ClockBase::utc;
    std::string loop = {};  ///< which of its loops or inputs, in its own word, e.g. BOX; empty: it has one
    std::optional<Battery> battery = {};        ///< of the transponder
    bool trigger = false;                       ///< a photocell, a key, a marker: nobody's, the transponder is 0
    bool unchecked = false;                     ///< its sum is not known publicly
    std::optional<std::uint32_t> receipt = {};  ///< what its sender wants named in the acknowledgement
    friend bool operator==(const Passing&, const Passing&) = default;
};

struct Status {
    std::optional<std::int32_t> noise = {};
    std::optional<std::int32_t> temperature_c = {};
    std::optional<std::int32_t> voltage_dv = {};  ///< tenths of a volt
    std::optional<std::int32_t> gps = {};
    std::optional<std::int32_t> satellites = {};
    std::optional<std::uint32_t> decoder = {};
    std::string loop = {};                     ///< as in Passing
    std::optional<std::uint32_t> number = {};  ///< where one count runs over passings and statuses
    friend bool operator==(const Status&, const Status&) = default;
};

/// A status came: what it does not say stays as it was, so that a mere sign of life erases no figure.
inline void note(Status& known, const Status& came) {
    const auto take = [](auto& figure, const auto& now) {
        if (now) figure = now;
    };
    take(known.noise, came.noise);
    take(known.temperature_c, came.temperature_c);
    take(known.voltage_dv, came.voltage_dv);
    take(known.gps, came.gps);
    take(known.satellites, came.satellites);
    take(known.decoder, came.decoder);
    take(known.number, came.number);
    known.loop = came.loop;
}

struct Version {
    std::optional<std::int32_t> decoder_type = {};
    std::string description = {};
    std::string version = {};
    std::optional<std::uint32_t> release = {};
    std::optional<std::uint32_t> decoder = {};
    friend bool operator==(const Version&, const Version&) = default;
};

struct ClockReading {
    std::int64_t time_us = 0;
    std::optional<std::uint32_t> decoder;
    ClockBase clock = ClockBase::utc;
    friend bool operator==(const ClockReading&, const ClockReading&) = default;
};

/// The decoder complains of what it was sent.
struct DeviceError {
    std::int32_t code = 0;
    std::string description;
    friend bool operator==(const DeviceError&, const DeviceError&) = default;
};

/// contract.md, decode: frame = outside a frame or cut off by another's begin; length goes before crc; syntax = good sum, broken
/// fields; unknown_record = good, of no known type.
enum class GarbageReason { crc, length, frame, checksum, syntax, unknown_record };

struct Garbage {
    std::size_t bytes = 0;
    GarbageReason reason = GarbageReason::frame;
    friend bool operator==(const Garbage&, const Garbage&) = default;
};

using Record = std::variant<Passing, Status, Version, ClockReading, DeviceError, Garbage>;

}  // namespace chicane::decoders::codec
