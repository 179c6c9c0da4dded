#include "web/host/commands/record_line.hpp"

#include <string_view>

#include "decoders/codec/words.hpp"
#include "web/host/commands/json_line.hpp"

namespace chicane::web::host {

namespace {

using namespace decoders::codec;

/// UTC goes without saying.
std::string_view word_if_other(ClockBase clock) { return clock == ClockBase::utc ? "" : word(clock); }

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
    line.text_if_any("clock", word_if_other(passing.clock));
    line.text_if_any("loop", passing.loop);
    if (passing.battery) line.text("battery", word(*passing.battery));
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
    line.text_if_any("clock", word_if_other(reading.clock));
}

void append(const DeviceError& error, std::string& to) {
    JsonLine line(to, "error");
    line.number("code", error.code);
    line.text_if_any("description", error.description);
}

void append(const Garbage& garbage, std::string& to) {
    JsonLine line(to, "garbage");
    line.number("bytes", garbage.bytes);
    line.text("reason", word(garbage.reason));
}

}  // namespace

void append_record_line(const Record& record, std::string& to) {
    std::visit([&to](const auto& known) { append(known, to); }, record);
}

}  // namespace chicane::web::host
