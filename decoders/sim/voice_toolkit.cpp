// The exporter of MYLAPS Timing & Scoring: connects, says its name, and repeats a message of passings until it is acknowledged. Version
// 1 until the centre asks for 2.1.
#include <algorithm>

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/toolkit_encode.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::Passing;

constexpr std::string_view location = "Finish";
constexpr std::size_t chip_letters = 7;
constexpr std::size_t batch_max = 50;
constexpr std::uint32_t devices = 100;  ///< two digits, in version 1

class ToolkitVoice final : public LineVoice {
  public:
    ToolkitVoice()
        : LineVoice({.clock = codec::ClockBase::local,
                     .status_every_us = 10'000'000,
                     .batch_max = batch_max,
                     .repeat_us = 5'000'000,
                     .waits_for_leave = true,
                     .dials = true},
                    "$") {}

    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        const std::string name = name_of(heard.transponder);
        passing.string = std::string(chip_letters - std::min(chip_letters, name.size()), '0') + name;
        passing.loop = location;
        passing.decoder = heard.decoder.value_or(0) % devices;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t receipt) const override {
        return second_ ? codec::toolkit::encode_passings(location, passings, receipt)
                       : codec::toolkit::encode_store(location, passings, receipt);
    }
    Bytes say_status(const StatusNow&) const override { return codec::toolkit::encode_call(location, "Ping"); }
    Bytes hello(const StatusNow&) const override { return codec::toolkit::encode_call(location, "Pong"); }
    Bytes damaged(Bytes message) const override {
        return second_ ? strange_letter(std::move(message)) : other_letter(std::move(message));
    }

  private:
    void read(std::string_view line, Desk& desk) override {
        const auto parts = codec::fields_of(line, '@');
        if (parts.size() < 3) return;
        const std::string_view function = parts[1];
        if (function == "AckPong") {
            second_ = parts[2].starts_with("Version2");
            desk.let_come(true);
        } else if (function == "Ping") {
            desk.answer(codec::toolkit::encode_call(location, "AckPing"));
        } else if (function == "GetLocations") {
            desk.answer(codec::bytes_of("Toolkit@GetLocations@ln=" + std::string(location) + "@$"));
        } else if (function == "AckStore" || function == "AckPassing") {
            if (const auto receipt = codec::number_of<std::uint32_t>(parts[2])) desk.acknowledged(receipt);
        }
    }

    bool second_ = false;  ///< version 2.1
};

}  // namespace

std::unique_ptr<Voice> toolkit_voice() { return std::make_unique<ToolkitVoice>(); }

}  // namespace chicane::decoders::sim
