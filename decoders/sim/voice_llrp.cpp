// LLRP readers: greet with their clock, answer each step of a client's talk, and report tags once their order is started.
#include <map>

#include "decoders/codec/llrp_encode.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

namespace llrp = codec::llrp;
using codec::Bytes;
using codec::Passing;
using llrp::MessageType;

constexpr std::size_t epc_digits = 24;
constexpr std::size_t report_length_at = 13;  ///< low byte of the length of a report's tag
constexpr std::uint32_t maker = 25'882;       ///< Impinj, by IANA

/// What a client's message is answered with; absent: nothing.
std::optional<MessageType> answer_to(MessageType asked) {
    switch (asked) {
        case MessageType::set_reader_config:
            return MessageType::set_reader_config_response;
        case MessageType::add_rospec:
            return MessageType::add_rospec_response;
        case MessageType::delete_rospec:
            return MessageType::delete_rospec_response;
        case MessageType::enable_rospec:
            return MessageType::enable_rospec_response;
        case MessageType::start_rospec:
            return MessageType::start_rospec_response;
        default:
            return std::nullopt;
    }
}

class LlrpVoice final : public PlainVoice {
  public:
    LlrpVoice() : PlainVoice({.resolution_us = 1, .status_every_us = 5'000'000, .waits_for_leave = true}) {}

    /// A tag's number stands in its EPC, as tags for timing are written.
    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        const std::string name = std::to_string(heard.transponder.value);
        passing.transponder = codec::transponder_of(name).value_or(heard.transponder);
        passing.string = std::string(epc_digits - name.size(), '0') + name;
        if (heard.strength) passing.strength = *heard.strength / 4 - 90;  // dBm
        passing.hits = heard.hits;
        passing.loop = "1";
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return llrp::encode(passings.front());
    }
    Bytes say_status(const StatusNow& now) const override { return llrp::keepalive(now.number); }
    Bytes hello(const StatusNow& now) const override {
        return llrp::connection_event({now.clock_us, {}, codec::ClockBase::utc});
    }
    /// Nothing sums its bytes up: a length that is wrong is noticed.
    Bytes damaged(Bytes message) const override {
        if (message.size() > report_length_at) message[report_length_at] ^= std::byte{1};
        return message;
    }
    void hear(ClientId client, std::span<const std::byte> bytes, Desk& desk) override {
        Bytes& kept = kept_[client];
        kept.insert(kept.end(), bytes.begin(), bytes.end());
        for (auto judged = llrp::judge(kept); judged.what == codec::Judged::What::frame && judged.bytes <= kept.size();
             judged = llrp::judge(kept)) {
            obey(llrp::message_of(std::span(kept).first(judged.bytes)).type, desk);
            kept.erase(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(judged.bytes));
            if (kept.empty()) return;
        }
        if (kept.size() > request_bytes_max) kept.clear();
    }
    void left(ClientId client) override { kept_.erase(client); }

  private:
    void obey(MessageType asked, Desk& desk) {
        if (asked == MessageType::get_reader_capabilities)
            return desk.answer(llrp::capabilities(codec::Version{.description = "simulated", .version = "1"}, maker));
        const auto answer = answer_to(asked);
        if (answer) desk.answer(llrp::answer(*answer, {0, ""}));
        if (asked == MessageType::start_rospec) desk.let_come(true);
    }

    std::map<ClientId, Bytes> kept_;  ///< unfinished requests
};

}  // namespace

std::unique_ptr<Voice> llrp_voice() { return std::make_unique<LlrpVoice>(); }

}  // namespace chicane::decoders::sim
