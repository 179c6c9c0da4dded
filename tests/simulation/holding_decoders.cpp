#include "tests/simulation/holding_decoders.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "decoders/codec/chronelec_encode.hpp"
#include "decoders/codec/raceresult.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/toolkit_encode.hpp"

namespace chicane::simulation {

namespace {

using decoders::codec::Bytes;
using decoders::codec::Passing;
namespace codec = decoders::codec;

constexpr std::int64_t boot_us = 1'795'507'200'000'000;  ///< the wall clock of those that have one, at their start

void add(Bytes& to, const Bytes& more) { to.insert(to.end(), more.begin(), more.end()); }

/// "KA00007": seven letters and digits, as a chip's name has.
std::string chip_of(std::uint32_t kart) {
    const std::string number = std::to_string(kart);
    return "KA" + std::string(5 - number.size(), '0') + number;
}

Passing named(std::uint32_t kart, std::int64_t at_us) {
    Passing passing;
    passing.string = chip_of(kart);
    passing.transponder = *codec::transponder_of(passing.string);
    passing.time_us = boot_us + at_us;
    passing.clock = codec::ClockBase::local;
    return passing;
}

class ChronelecBox final : public HoldingDecoder {
  public:
    void cross(std::uint32_t kart, std::int64_t at_us) override {
        Passing passing;
        passing.transponder = {kart};
        passing.time_us = at_us;
        passing.strength = 44;
        passing.loop = "STA";
        passing.battery = codec::Battery::ok;
        held_.push_back(codec::chronelec::encode(passing));
    }
    void hear(std::span<const std::byte> bytes) override {
        for (const std::byte byte : bytes) {
            if (escaped_ && byte == std::byte{0x11} && !held_.empty()) {
                held_.pop_front();  // whatever it was: an acknowledgement has no name
                if (!held_.empty()) add(out_, held_.front());
            }
            if (escaped_ && byte == std::byte{0x05}) add(out_, codec::chronelec::encode_status(0, {12, 30}, {14, 30}));
            escaped_ = byte == std::byte{0x1B};
        }
    }
    void connected() override { out_.clear(); }
    Bytes speak() override {
        if (out_.empty() && !held_.empty()) add(out_, held_.front());
        return std::exchange(out_, {});
    }
    std::string_view protocol() const override { return "chronelec"; }
    std::pair<std::uint64_t, std::int64_t> told_as(std::uint32_t kart, std::int64_t at_us) const override {
        return {kart, at_us};
    }

  private:
    std::deque<Bytes> held_;
    Bytes out_;
    bool escaped_ = false;
};

class Exporter final : public HoldingDecoder {
  public:
    void cross(std::uint32_t kart, std::int64_t at_us) override {
        if (messages_.empty() || messages_.back().sent || messages_.back().passings.size() >= 3)
            messages_.push_back({++last_receipt_, {}});
        messages_.back().passings.push_back(named(kart, at_us));
        messages_.back().passings.back().decoder = 5;
    }
    void connected() override { heard_.clear(); }
    void hear(std::span<const std::byte> bytes) override {
        for (const std::byte byte : bytes) heard_ += static_cast<char>(byte);
        for (std::size_t end = heard_.find('$'); end != std::string::npos; end = heard_.find('$')) {
            const auto parts = codec::fields_of(std::string_view(heard_).substr(0, end), '@');
            if (parts.size() > 2 && parts[1] == "AckStore") {
                const auto receipt = codec::number_of<std::uint32_t>(parts[2]);
                std::erase_if(messages_, [&](const Message& each) { return each.receipt == receipt; });
            }
            heard_.erase(0, end + 1);
        }
    }
    Bytes speak() override {
        Bytes all;
        for (Message& message : messages_) {
            message.sent = true;
            add(all, codec::toolkit::encode_store("Finish", message.passings, message.receipt));
        }
        return all;
    }
    std::string_view protocol() const override { return "toolkit"; }
    std::pair<std::uint64_t, std::int64_t> told_as(std::uint32_t kart, std::int64_t at_us) const override {
        return {codec::transponder_of(chip_of(kart))->value, boot_us + at_us};
    }

  private:
    struct Message {
        std::uint32_t receipt = 0;
        std::vector<Passing> passings;
        bool sent = false;
    };
    std::deque<Message> messages_;
    std::uint32_t last_receipt_ = 0;
    std::string heard_;
};

class RaceResultBox final : public HoldingDecoder {
  public:
    void cross(std::uint32_t kart, std::int64_t at_us) override {
        Passing passing = named(kart, at_us);
        passing.number = static_cast<std::uint32_t>(passings_.size() + 1);
        passing.hits = 9;
        passings_.push_back(passing);
        if (pushes_) add(out_, codec::raceresult::encode(passing, true));
    }
    void connected() override {
        heard_.clear();
        out_.clear();
        pushes_ = false;
    }
    void hear(std::span<const std::byte> bytes) override {
        for (const std::byte byte : bytes) heard_ += static_cast<char>(byte);
        for (std::size_t end = heard_.find("\r\n"); end != std::string::npos; end = heard_.find("\r\n")) {
            answer(heard_.substr(0, end));
            heard_.erase(0, end + 2);
        }
    }
    Bytes speak() override { return std::exchange(out_, {}); }
    std::string_view protocol() const override { return "raceresult"; }
    std::pair<std::uint64_t, std::int64_t> told_as(std::uint32_t kart, std::int64_t at_us) const override {
        return {codec::transponder_of(chip_of(kart))->value, boot_us + at_us};
    }

  private:
    void say(const std::string& line) { add(out_, codec::bytes_of(line + "\r\n")); }
    void answer(const std::string& line) {
        if (line == "GETPROTOCOL") return say("GETPROTOCOL;2.0;1.0;3.2");
        if (line.starts_with("SETPROTOCOL")) return say(line);
        if (line == "PASSINGS") return say("PASSINGS;" + std::to_string(passings_.size()) + ";1");
        if (line.starts_with("SETPUSHPASSINGS")) {
            pushes_ = true;
            return say(line);
        }
        const auto parts = codec::fields_of(line, ':');
        const auto from = codec::number_of<std::uint32_t>(parts[0]);
        const auto count = parts.size() == 2 ? codec::number_of<std::uint32_t>(parts[1]) : std::nullopt;
        if (!from || !count) return;
        if (*from + *count - 1 > passings_.size()) say("ONLY " + std::to_string(passings_.size()));
        for (std::size_t i = *from; i < std::size_t{*from} + *count && i <= passings_.size(); ++i)
            add(out_, codec::raceresult::encode(passings_[i - 1], false));
        say("");
    }

    std::vector<Passing> passings_;
    Bytes out_;
    std::string heard_;
    bool pushes_ = false;
};

}  // namespace

std::unique_ptr<HoldingDecoder> make_holding_decoder(std::string_view protocol) {
    if (protocol == "chronelec") return std::make_unique<ChronelecBox>();
    if (protocol == "toolkit") return std::make_unique<Exporter>();
    return std::make_unique<RaceResultBox>();
}

}  // namespace chicane::simulation
