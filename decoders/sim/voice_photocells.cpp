// Photocell chronometers: a pulse is nobody's, so of a crossing only its time is said.
#include "decoders/codec/alge.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/thcom.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::Passing;

Passing pulse(const Passing& heard, const char* input) {
    Passing passing;
    passing.time_us = heard.time_us;
    passing.clock = heard.clock;
    passing.loop = input;
    passing.trigger = true;
    return passing;
}

class ThcomVoice final : public LineVoice {
  public:
    ThcomVoice() : LineVoice({.clock = codec::ClockBase::day, .resolution_us = 10}, "\r\n\t") {}
    Passing fit(Passing heard) const override {
        constexpr std::uint32_t numbers = 10'000;
        Passing passing = pulse(heard, "01");
        passing.number = heard.number.value_or(0) % numbers;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::thcom::encode(passings.front());
    }
    Bytes damaged(Bytes message) const override { return other_letter(std::move(message)); }

  private:
    void read(std::string_view line, Desk& desk) override {
        if (line == "#!T")
            desk.answer(codec::bytes_of("!T " + codec::clock_text(desk.now().clock_us, 0) + " 01/01/26\r\n"));
    }
};

class AlgeVoice final : public PlainVoice {
  public:
    AlgeVoice() : PlainVoice({.clock = codec::ClockBase::day, .resolution_us = 100}) {}
    Passing fit(Passing heard) const override { return pulse(heard, "C1"); }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::alge::encode(passings.front());
    }
};

}  // namespace

std::unique_ptr<Voice> thcom_voice() { return std::make_unique<ThcomVoice>(); }
std::unique_ptr<Voice> alge_voice() { return std::make_unique<AlgeVoice>(); }

}  // namespace chicane::decoders::sim
