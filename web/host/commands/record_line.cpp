#include "web/host/commands/record_line.hpp"

#include <string_view>

#include "web/host/commands/json_line.hpp"

namespace chicane::web::host {

namespace {

using namespace decoders::codec;

std::string_view word_of(GarbageReason reason) {
    switch (reason) {
        case GarbageReason::crc:
            return "crc";
        case GarbageReason::length:
            return "length";
        case GarbageReason::frame:
            return "frame";
        case GarbageReason::checksum:
            return "checksum";
        case GarbageReason::syntax:
            return "syntax";
        case GarbageReason::unknown_record:
            return "unknown_record";
    }
    return "";
}

/// Empty for UTC, which goes without saying.
std::string_view word_of(ClockBase clock) {
    switch (clock) {
        case ClockBase::utc:
            return "";
        case ClockBase::local:
            return "local";
        case ClockBase::day:
            return "day";
        case ClockBase::start:
            return "start";
        case ClockBase::none:
            return "none";
    }
    return "";
}

std::string_view word_of(Battery battery) {
    switch (battery) {
        case Battery::ok:
            return "ok";
        case Battery::low:
            return "low";
        case Battery::faulty:
            return "faulty";
    }
    return "";
}

void append(const Passing& passing, std::string& to) {
    JsonLine line(to, "passing");
    line.number("number", passing.number);
    line.number("transponder", passing.transponder.value);
    line.number("time_us", passing.time_us);
    line.number("strength", passing.strength);
    line.number("hits", passing.hits);
    line.number("flags", passing.flags);
    line.number("decoder", passing.decoder);
    line.text_if_any("string", passing.string);
    line.text_if_any("clock", word_of(passing.clock));
    line.text_if_any("loop", passing.loop);
    if (passing.battery) line.text("battery", word_of(*passing.battery));
    line.yes_if("trigger", passing.trigger);
    line.yes_if("unchecked", passing.unchecked);
}

void append(const Status& status, std::string& to) {
    JsonLine line(to, "status");
    line.text_if_any("loop", status.loop);
    line.number("noise", status.noise);
    line.number("temperature_c", status.temperature_c);
    line.number("voltage_dv", status.voltage_dv);
    line.number("gps", status.gps);
    line.number("decoder", status.decoder);
}

void append(const Version& version, std::string& to) {
    JsonLine line(to, "version");
    line.number("decoder_type", version.decoder_type);
    line.text_if_any("description", version.description);
    line.text_if_any("version", version.version);
    line.number("release", version.release);
    line.number("decoder", version.decoder);
}

void append(const ClockReading& reading, std::string& to) {
    JsonLine line(to, "clock");
    line.number("time_us", reading.time_us);
    line.number("decoder", reading.decoder);
    line.text_if_any("clock", word_of(reading.clock));
}

void append(const DeviceError& error, std::string& to) {
    JsonLine line(to, "error");
    line.number("code", error.code);
    line.text_if_any("description", error.description);
}

void append(const Garbage& garbage, std::string& to) {
    JsonLine line(to, "garbage");
    line.number("bytes", garbage.bytes);
    line.text("reason", word_of(garbage.reason));
}

}  // namespace

void append_record_line(const Record& record, std::string& to) {
    std::visit([&to](const auto& known) { append(known, to); }, record);
}

}  // namespace chicane::web::host
