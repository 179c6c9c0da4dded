// Older AMB decoders: text lines with a sum (P98), hexadecimal lines (RC2), and I-Lap's, whose first request sets its clock to 0. All
// say a passing once and forget it.
#include "decoders/codec/ilap_encode.hpp"
#include "decoders/codec/p98_encode.hpp"
#include "decoders/codec/rc2_encode.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::Passing;

constexpr std::int64_t u32_ms_us = (std::int64_t{1} << 32) * 1'000;  ///< where 32 bits of milliseconds end
constexpr std::int32_t byte_max = 255;

class P98Voice final : public PlainVoice {
  public:
    P98Voice()
        : PlainVoice({.clock = codec::ClockBase::start, .status_every_us = 5'000'000, .counts_statuses = true}) {}
    Passing fit(Passing heard) const override {
        heard.battery.reset();
        heard.flags = heard.flags.value_or(0);
        return heard;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::p98::encode(passings.front());
    }
    Bytes say_status(const StatusNow& now) const override {
        return codec::p98::encode(codec::Status{.noise = now.noise, .decoder = now.decoder, .number = now.number},
                                  codec::p98::Model::rc4);
    }
    Bytes damaged(Bytes message) const override { return other_letter(std::move(message)); }
};

class Rc2Voice final : public PlainVoice {
  public:
    Rc2Voice()
        : PlainVoice({.clock = codec::ClockBase::start, .clock_end_us = u32_ms_us, .status_every_us = 1'000'000}) {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.strength = at_most(heard.strength, byte_max);
        passing.hits = at_most(heard.hits, byte_max);
        passing.decoder = heard.decoder.value_or(0) & byte_max;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::rc2::encode(passings.front());
    }
    Bytes say_status(const StatusNow& now) const override {
        return codec::rc2::encode(codec::Status{.noise = now.noise, .decoder = now.decoder & byte_max});
    }
};

class ILapVoice final : public LineVoice {
  public:
    ILapVoice() : LineVoice({.clock = codec::ClockBase::start}, "\r\n") {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.decoder = heard.decoder;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::ilap::encode(passings.front());
    }

  private:
    void read(std::string_view line, Desk& desk) override {
        if (line != "\x01%") return;
        desk.zero_clock();
        desk.answer(codec::ilap::init_answer(desk.now().decoder));
    }
};

}  // namespace

std::unique_ptr<Voice> p98_voice() { return std::make_unique<P98Voice>(); }
std::unique_ptr<Voice> rc2_voice() { return std::make_unique<Rc2Voice>(); }
std::unique_ptr<Voice> ilap_voice() { return std::make_unique<ILapVoice>(); }

}  // namespace chicane::decoders::sim
