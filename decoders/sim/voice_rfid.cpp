// RFID readers: JChip connects and waits until it may send; Ultra and those that speak Wiclax' protocol read once they are told to.
#include "decoders/codec/jchip.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/ultra.hpp"
#include "decoders/codec/wiclax.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::ClockBase;
using codec::Passing;

constexpr std::int64_t heartbeat_us = 10'000'000;

Passing named(const Passing& heard) {
    Passing passing = bare(heard);
    passing.string = name_of(heard.transponder);
    return passing;
}

class JChipVoice final : public LineVoice {
  public:
    JChipVoice()
        : LineVoice({.clock = ClockBase::local, .resolution_us = 100, .waits_for_leave = true, .dials = true}, "\r") {}
    Passing fit(Passing heard) const override {
        Passing passing = named(heard);
        passing.unchecked = true;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::jchip::encode(passings.front());
    }
    Bytes hello(const StatusNow&) const override { return codec::bytes_of("N0001simulated\r"); }

  private:
    void read(std::string_view line, Desk& desk) override {
        if (line == "GT") desk.answer(time(desk.now().clock_us));
        if (line.starts_with('S')) desk.let_come(true);
    }
    /// GT0, hours to hundredths, four digits that nobody explains, and the date.
    static Bytes time(std::int64_t clock_us) {
        std::string digits = codec::clock_text(codec::since_midnight_us(clock_us), 2);
        std::erase_if(digits, [](char letter) { return letter == ':' || letter == '.'; });
        const codec::DateText date = codec::date_text(clock_us);
        return codec::bytes_of("GT0" + digits + "0000 date=" + date.year + date.month + date.day + '\r');
    }
};

class UltraVoice final : public LineVoice {
  public:
    UltraVoice()
        : LineVoice({.clock = ClockBase::local, .status_every_us = heartbeat_us, .waits_for_leave = true}, "\r") {}
    Passing fit(Passing heard) const override { return named(heard); }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::ultra::encode(passings.front());
    }
    Bytes say_status(const StatusNow&) const override { return codec::bytes_of("V=12.6\r"); }

  private:
    void read(std::string_view line, Desk& desk) override {
        if (line == "R" || line == "S") desk.let_come(line == "R");
    }
};

class WiclaxVoice final : public LineVoice {
  public:
    WiclaxVoice()
        : LineVoice(
              {.clock = ClockBase::local, .status_every_us = heartbeat_us, .remembers = true, .waits_for_leave = true},
              "\r") {}
    Passing fit(Passing heard) const override {
        Passing passing = named(heard);
        passing.battery = heard.battery;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::wiclax::encode(passings.front());
    }
    Bytes say_status(const StatusNow&) const override { return codec::bytes_of("*\r"); }

  private:
    void read(std::string_view line, Desk& desk) override {
        if (line == "CLOCK") return desk.answer(codec::wiclax::time_command(desk.now().clock_us));
        if (line == "STOPREAD") return desk.let_come(false);
        if (const auto span = codec::wiclax::read_rewind(line)) return rewind(*span, desk);
        if (line != "STARTREAD") return;
        desk.answer(codec::bytes_of("READOK\r"));
        desk.let_come(true);
    }
    static void rewind(const codec::wiclax::Span& span, Desk& desk) {
        Bytes lines;
        for (const Passing& passing : desk.remembered()) {
            if (passing.time_us < span.from_us || passing.time_us > span.until_us) continue;
            const Bytes one = codec::wiclax::encode(passing, true);
            lines.insert(lines.end(), one.begin(), one.end());
        }
        if (!lines.empty()) desk.answer(std::move(lines));
    }
};

}  // namespace

std::unique_ptr<Voice> jchip_voice() { return std::make_unique<JChipVoice>(); }
std::unique_ptr<Voice> ultra_voice() { return std::make_unique<UltraVoice>(); }
std::unique_ptr<Voice> wiclax_voice() { return std::make_unique<WiclaxVoice>(); }

}  // namespace chicane::decoders::sim
