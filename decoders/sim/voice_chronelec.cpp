// TAG Heuer by Chronelec: one passing at a time, repeated until it is acknowledged, then the next.
#include <map>
#include <utility>
#include <vector>

#include "decoders/codec/chronelec_commands.hpp"
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

/// ESC, a command, and as many bytes as belong to it. Those of the third generation say it twice, and end with a CRC and >.
enum Command : int { status = 0x05, start = 0x07, config = 0x10, acknowledge = 0x11, repeat = 0x12, set_time = 0x48 };

std::size_t bytes_behind(int command) {
    constexpr std::size_t again_crc_and_end = 4;
    switch (command) {
        case 0x08:  // settings
            return codec::chronelec::config_bytes + again_crc_and_end;
        case 0x09:  // addresses
            return 16 + again_crc_and_end;
        case 0x0A:  // date
            return 3 + again_crc_and_end;
        case 0x13:  // stop
            return 1;
        case 0x1E:  // level of a loop
        case 0x1F:
            return 2;
        case set_time:
            return 4;
        default:
            return 0;
    }
}

/// Hours, minutes and seconds, each a byte.
std::int64_t time_us(const std::vector<int>& said) { return ((said[0] * 60LL + said[1]) * 60 + said[2]) * 1'000'000; }

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
            if (!reading.escaped) {
                reading.escaped = value == 0x1B;
                continue;
            }
            reading.said.push_back(value);
            if (reading.said.size() <= bytes_behind(reading.said[0])) continue;
            const std::vector<int> said = std::exchange(reading, {}).said;
            obey(said[0], {said.begin() + 1, said.end()}, desk);
        }
    }
    void left(ClientId client) override { readings_.erase(client); }

  private:
    void obey(int command, const std::vector<int>& behind, Desk& desk) {
        const StatusNow now = desk.now();
        if (command == acknowledge) return desk.acknowledged(std::nullopt);
        if (command == repeat) return desk.repeat();
        if (command == start) return desk.zero_clock();
        if (command == set_time) return desk.set_clock(time_us(behind));
        if (command == config) return desk.answer(codec::chronelec::encode_config(now.decoder % decoders, firmware));
        if (command == status)
            desk.answer(codec::chronelec::encode_status(now.clock_us, {now.noise, level}, {now.noise, level}));
    }

    struct Reading {
        bool escaped = false;
        std::vector<int> said = {};  ///< since ESC: the command, and what belongs to it
    };
    std::map<ClientId, Reading> readings_;
};

}  // namespace

std::unique_ptr<Voice> chronelec_voice() { return std::make_unique<ChronelecVoice>(); }

}  // namespace chicane::decoders::sim
