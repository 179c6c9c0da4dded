// Decoders of model racing and open ones: Robitronic, ZRound, LapRF, OpenStint, VS TimeMachine, and a tag a line.
#include <algorithm>

#include "decoders/codec/laprf_encode.hpp"
#include "decoders/codec/laprf_frame.hpp"
#include "decoders/codec/lines_encode.hpp"
#include "decoders/codec/openstint_encode.hpp"
#include "decoders/codec/robitronic_encode.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/vstm_encode.hpp"
#include "decoders/codec/zround_encode.hpp"
#include "decoders/sim/field.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::ClockBase;
using codec::ClockReading;
using codec::Passing;

constexpr std::int64_t u32_ms_us = (std::int64_t{1} << 32) * 1'000;  ///< where 32 bits of milliseconds end
constexpr std::int64_t second_us = 1'000'000;
constexpr std::int32_t byte_max = 255;

class RobitronicVoice final : public PlainVoice {
  public:
    RobitronicVoice()
        : PlainVoice({.clock = ClockBase::start, .clock_end_us = u32_ms_us, .status_every_us = second_us}) {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.strength = at_most(heard.strength.value_or(0), byte_max);
        passing.hits = at_most(heard.hits.value_or(0), byte_max);
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::robitronic::encode(passings.front());
    }
    Bytes say_status(const StatusNow& now) const override {
        return codec::robitronic::encode(ClockReading{now.clock_us, {}, ClockBase::start});
    }
    void hear(ClientId, std::span<const std::byte> bytes, Desk& desk) override {
        if (std::ranges::equal(bytes, codec::robitronic::init_request())) desk.answer(Bytes(1));
    }
    Bytes damaged(Bytes message) const override {
        message[message.size() / 2] ^= std::byte{1};
        return message;
    }
};

class ZRoundVoice final : public LineVoice {
  public:
    ZRoundVoice()
        : LineVoice({.clock = ClockBase::start, .clock_end_us = u32_ms_us, .status_every_us = 5 * second_us}, "&") {}
    Passing fit(Passing heard) const override { return bare(heard); }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::zround::encode(passings.front());
    }
    Bytes say_status(const StatusNow& now) const override {
        return codec::zround::encode(ClockReading{now.clock_us, {}, ClockBase::start});
    }

  private:
    void read(std::string_view line, Desk& desk) override {
        if (line == "%I") desk.zero_clock();
        if (line == "%C" || line == "%I" || line == "%F") desk.answer(codec::zround::answer());
    }
};

/// Its tags are the slots of a race: a kart's is its number.
class LapRfVoice final : public PlainVoice {
  public:
    LapRfVoice() : PlainVoice({.clock = ClockBase::start, .resolution_us = 1, .status_every_us = 5 * second_us}) {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.transponder.value = kart_of(heard.transponder) & byte_max;
        passing.number = heard.number;
        passing.strength = heard.strength;
        passing.flags = heard.flags;
        passing.decoder = heard.decoder;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::laprf::encode(passings.front());
    }
    Bytes say_status(const StatusNow&) const override {
        constexpr std::int32_t twelve_volts_dv = 120;
        return codec::laprf::encode(codec::Status{.voltage_dv = twelve_volts_dv});
    }
    void hear(ClientId, std::span<const std::byte> bytes, Desk& desk) override {
        if (std::ranges::search(bytes, codec::laprf::clock_request()).empty()) return;
        desk.answer(codec::laprf::encode(ClockReading{desk.now().clock_us, {}, ClockBase::start}));
    }
    /// Neither a mark nor an escape.
    Bytes damaged(Bytes message) const override {
        const auto special = [](std::byte byte) {
            return byte >= codec::laprf::frame_begin && byte <= codec::laprf::escape;
        };
        for (std::size_t at = message.size() / 2; at < message.size(); ++at) {
            const std::byte other = message[at] ^ std::byte{1};
            if (special(message[at]) || special(other) || message[at - 1] == codec::laprf::escape) continue;
            message[at] = other;
            break;
        }
        return message;
    }
};

class OpenStintVoice final : public PlainVoice {
  public:
    OpenStintVoice() : PlainVoice({.clock = ClockBase::start, .status_every_us = 5 * second_us}) {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.strength = heard.strength.value_or(0);
        passing.hits = heard.hits.value_or(0);
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::openstint::encode(passings.front());
    }
    Bytes say_status(const StatusNow& now) const override {
        return codec::openstint::encode(codec::Status{.noise = now.noise},
                                        ClockReading{now.clock_us, {}, ClockBase::start});
    }
};

class VstmVoice final : public LineVoice {
  public:
    VstmVoice() : LineVoice({.clock = ClockBase::start, .batch_max = 1, .repeat_us = second_us}, "\r\n") {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.decoder = heard.decoder.value_or(0);
        passing.unchecked = true;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t receipt) const override {
        Passing passing = passings.front();
        passing.receipt = receipt;
        return codec::vstm::encode(passing);
    }

  private:
    void read(std::string_view line, Desk& desk) override {
        constexpr std::string_view word = "lapreceived:";
        if (!line.starts_with(word)) return;
        line.remove_prefix(word.size());
        if (const auto receipt = codec::number_of<std::uint32_t>(line.substr(0, line.find(','))))
            desk.acknowledged(receipt);
    }
};

class LinesVoice final : public PlainVoice {
  public:
    LinesVoice() : PlainVoice({.clock = ClockBase::none}) {}
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.time_us = 0;
        passing.decoder = heard.decoder;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::lines::encode(passings.front());
    }
};

}  // namespace

std::unique_ptr<Voice> robitronic_voice() { return std::make_unique<RobitronicVoice>(); }
std::unique_ptr<Voice> zround_voice() { return std::make_unique<ZRoundVoice>(); }
std::unique_ptr<Voice> laprf_voice() { return std::make_unique<LapRfVoice>(); }
std::unique_ptr<Voice> openstint_voice() { return std::make_unique<OpenStintVoice>(); }
std::unique_ptr<Voice> vstm_voice() { return std::make_unique<VstmVoice>(); }
std::unique_ptr<Voice> lines_voice() { return std::make_unique<LinesVoice>(); }

}  // namespace chicane::decoders::sim
