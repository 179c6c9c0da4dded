// MYLAPS/AMB P3: a passing is said once and can be asked for again by its number; complains of what it does not understand.
#include <map>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p3_fields.hpp"
#include "decoders/codec/p3_framer.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

namespace p3 = codec::p3;

constexpr std::int32_t decoder_type = 0x13;
constexpr std::int64_t status_every_us = 4'300'000;  ///< mean of 1,304 recorded statuses

/// As the protocol numbers what a decoder finds wrong.
enum class Complaint : std::int32_t {
    crc = 1,
    begin_missing = 2,
    header_corrupt = 3,
    type_unknown = 4,
    parameters = 5
};

codec::Bytes complaint(Complaint code, const char* text) {
    return p3::encode(codec::DeviceError{static_cast<std::int32_t>(code), text});
}

/// Answers one client's frames.
class Answers final : public p3::FrameSink {
  public:
    explicit Answers(Desk& desk) : desk_(desk) {}

    void on_frame(const p3::Frame& frame) override {
        const StatusNow now = desk_.now();
        switch (frame.type) {
            case p3::Type::get_time:
                return desk_.answer(p3::encode(codec::ClockReading{now.clock_us, now.decoder}));
            case p3::Type::version:
                return desk_.answer(
                    p3::encode(codec::Version{decoder_type, "simulated", "4.5", std::nullopt, now.decoder}));
            case p3::Type::resend:
                return resend(frame);
            case p3::Type::clear_passing:
                desk_.forget();
                return desk_.answer(p3::clear_answer(now.decoder));
            case p3::Type::passing:
            case p3::Type::status:
            case p3::Type::first_contact:
            case p3::Type::error:
                break;
        }
        desk_.answer(complaint(Complaint::type_unknown, "type unknown"));
    }

    void on_garbage(const codec::Garbage& garbage) override {
        switch (garbage.reason) {
            case codec::GarbageReason::crc:
                return desk_.answer(complaint(Complaint::crc, "crc"));
            case codec::GarbageReason::length:
                return desk_.answer(complaint(Complaint::header_corrupt, "header corrupt"));
            case codec::GarbageReason::frame:
                return desk_.answer(complaint(Complaint::begin_missing, "begin missing"));
            case codec::GarbageReason::checksum:
            case codec::GarbageReason::syntax:
            case codec::GarbageReason::unknown_record:
                break;
        }
    }

  private:
    void resend(const p3::Frame& frame) {
        const auto range = p3::read_resend(frame);
        if (!range) return desk_.answer(complaint(Complaint::parameters, "parameters missing"));
        codec::Bytes frames;
        for (const codec::Passing& passing : desk_.remembered()) {
            if (*passing.number < range->from || *passing.number > range->until) continue;
            const codec::Bytes again = p3::encode(passing);
            frames.insert(frames.end(), again.begin(), again.end());
        }
        if (!frames.empty()) desk_.answer(std::move(frames));
    }

    Desk& desk_;
};

class P3Voice final : public Voice {
  public:
    const Manner& manner() const override { return manner_; }
    codec::Passing fit(codec::Passing heard) const override {
        heard.battery.reset();
        return heard;
    }
    codec::Bytes say(std::span<const codec::Passing> passings, std::uint32_t) const override {
        return p3::encode(passings.front());
    }
    codec::Bytes say_status(const StatusNow& now) const override {
        codec::Status status;
        status.noise = now.noise;
        status.temperature_c = 22;
        status.voltage_dv = 118;
        status.gps = 0;
        status.decoder = now.decoder;
        return p3::encode(status);
    }
    void hear(ClientId client, std::span<const std::byte> bytes, Desk& desk) override {
        Answers answers(desk);
        framers_[client].feed(bytes, answers);
    }
    void left(ClientId client) override { framers_.erase(client); }

    /// One byte of the frame's middle is another, so that it frames as before and its sum is wrong.
    codec::Bytes damaged(codec::Bytes frame) const override {
        for (std::size_t at = frame.size() / 2; at < frame.size(); ++at) {
            const auto value = std::to_integer<unsigned>(frame[at]);
            if (value >= 0x80) continue;
            frame[at] = static_cast<std::byte>(value ^ 0x01);
            break;
        }
        return frame;
    }

  private:
    Manner manner_{.resolution_us = 1, .status_every_us = status_every_us, .remembers = true};
    std::map<ClientId, p3::Framer> framers_;
};

}  // namespace

std::unique_ptr<Voice> p3_voice() { return std::make_unique<P3Voice>(); }

}  // namespace chicane::decoders::sim
