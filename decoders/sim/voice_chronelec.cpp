// TAG Heuer by Chronelec: one passing at a time, repeated until it is acknowledged, then the next.
#include <map>

#include "decoders/codec/chronelec_encode.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::Passing;

constexpr std::uint64_t tags = 1'000'000;  ///< six digits
constexpr std::int64_t hours_end_us = 100 * 3'600'000'000LL;
constexpr std::uint32_t decoders = 10'000;
constexpr int firmware = 97;
constexpr int level = 30;

/// ESC, a command, and as many bytes as belong to it.
enum Command : int { status = 0x05, start = 0x07, config = 0x10, acknowledge = 0x11, repeat = 0x12 };

int bytes_behind(int command) {
    switch (command) {
        case 0x13:  // stop
            return 1;
        case 0x1E:  // level of a loop
        case 0x1F:
            return 2;
        case 0x48:  // time
            return 4;
        default:
            return 0;
    }
}

class ChronelecVoice final : public PlainVoice {
  public:
    ChronelecVoice()
        : PlainVoice({.clock = codec::ClockBase::start,
                      .clock_end_us = hours_end_us,
                      .batch_max = 1,
                      .repeat_us = 1'000'000}) {}

    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.transponder.value %= tags;
        passing.strength = at_most(heard.strength.value_or(0) / 2, 99);
        passing.battery = heard.battery.value_or(codec::Battery::ok);
        passing.loop = "STA";
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::chronelec::encode(passings.front());
    }
    Bytes damaged(Bytes message) const override { return other_letter(std::move(message)); }

    void hear(ClientId client, std::span<const std::byte> bytes, Desk& desk) override {
        Reading& reading = readings_[client];
        for (const std::byte byte : bytes) {
            const int value = std::to_integer<int>(byte);
            if (reading.skip > 0) {
                --reading.skip;
            } else if (reading.escaped) {
                reading = {false, bytes_behind(value)};
                obey(value, desk);
            } else {
                reading.escaped = value == 0x1B;
            }
        }
    }
    void left(ClientId client) override { readings_.erase(client); }

  private:
    void obey(int command, Desk& desk) {
        const StatusNow now = desk.now();
        if (command == acknowledge) return desk.acknowledged(std::nullopt);
        if (command == repeat) return desk.repeat();
        if (command == start) return desk.zero_clock();
        if (command == config) return desk.answer(codec::chronelec::encode_config(now.decoder % decoders, firmware));
        if (command == status)
            desk.answer(codec::chronelec::encode_status(now.clock_us, {now.noise, level}, {now.noise, level}));
    }

    struct Reading {
        bool escaped = false;
        int skip = 0;
    };
    std::map<ClientId, Reading> readings_;
};

}  // namespace

std::unique_ptr<Voice> chronelec_voice() { return std::make_unique<ChronelecVoice>(); }

}  // namespace chicane::decoders::sim
