// RACE RESULT: agrees on a protocol, pushes passings to who asked for it, and gives again what it is asked for by number. Who agreed on
// no protocol gets the short lines of the oldest.
#include <algorithm>
#include <set>

#include "decoders/codec/raceresult.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/sim/voice_parts.hpp"
#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

using codec::Bytes;
using codec::Passing;

Bytes line(const std::string& text) { return codec::bytes_of(text + "\r\n"); }

constexpr int fields_of_oldest = 8;  ///< before protocol 1.6

Bytes shortened(const Bytes& line_of_all) {
    int fields = 0;
    const auto end = std::ranges::find_if(
        line_of_all, [&](std::byte each) { return each == std::byte{';'} && ++fields == fields_of_oldest; });
    Bytes short_line(line_of_all.begin(), end);
    const Bytes rest = line("");
    short_line.insert(short_line.end(), rest.begin(), rest.end());
    return short_line;
}

/// 2026-11-28;10:11:12.345
std::string moment(std::int64_t time_us) {
    const codec::DateText date = codec::date_text(time_us);
    return date.year + '-' + date.month + '-' + date.day + ';' +
           codec::clock_text(codec::since_midnight_us(time_us), 3);
}

class RaceResultVoice final : public LineVoice {
  public:
    RaceResultVoice()
        : LineVoice({.clock = codec::ClockBase::local, .remembers = true, .waits_for_leave = true}, "\r\n") {}

    Passing fit(Passing heard) const override {
        Passing passing = bare(heard);
        passing.number = heard.number;
        passing.string = name_of(heard.transponder);
        passing.strength = heard.strength;
        passing.hits = heard.hits;
        passing.flags = heard.flags;
        passing.decoder = heard.decoder;
        passing.battery = heard.battery;
        return passing;
    }
    Bytes say(std::span<const Passing> passings, std::uint32_t) const override {
        return codec::raceresult::encode(passings.front(), true);
    }

    void left(ClientId gone) override {
        LineVoice::left(gone);
        agreed_.erase(gone);
    }

  private:
    void read(std::string_view text, Desk& desk) override {
        const auto fields = codec::fields_of(text, ';');
        const std::string_view word = fields[0];
        const StatusNow now = desk.now();
        if (word == "GETPROTOCOL") return desk.answer(line("GETPROTOCOL;3.2;1.0;3.2"));
        if (word == "GETTIME") return desk.answer(line("GETTIME;" + moment(now.clock_us)));
        if (word == "GETSTATUS")
            return desk.answer(
                line("GETSTATUS;" + moment(now.clock_us) + ";1;10000000;1;" + std::to_string(now.starts) + ";1"));
        if (word == "PASSINGS")
            return desk.answer(line("PASSINGS;" + std::to_string(now.number) + ';' + std::to_string(now.starts)));
        if (word == "SETPROTOCOL") agreed_.insert(client());
        if (word == "SETTIME") set_clock(fields, desk);
        if (word == "STARTOPERATION") desk.begin_count();
        if (word == "SETPROTOCOL" || word == "SETTIME" || word == "STARTOPERATION" || word == "STOPOPERATION")
            return desk.answer(line(std::string(text)));
        if (word == "SETPUSHPASSINGS") {
            desk.answer(line(std::string(text)));
            return desk.let_come(fields.size() > 1 && fields[1] == "1");
        }
        give(text, agreed_.contains(client()), desk);
    }

    /// SETTIME;2026-11-28;10:11:12.345
    static void set_clock(std::span<const std::string_view> fields, Desk& desk) {
        const auto date = codec::fields_of(fields.size() > 1 ? fields[1] : "", '-');
        const auto time_us = fields.size() > 2 ? codec::clock_us(fields[2]) : std::nullopt;
        if (date.size() != 3 || !time_us) return;
        const auto number = [&](std::size_t at) { return codec::number_of<std::uint16_t>(date[at]).value_or(0); };
        if (const auto shown_us = codec::date_us(number(0), number(1), number(2), *time_us)) desk.set_clock(*shown_us);
    }

    /// from:count; the answer ends with an empty line.
    static void give(std::string_view text, bool agreed, Desk& desk) {
        const std::size_t colon = std::min(text.find(':'), text.size() - 1);
        const auto from = codec::number_of<std::uint32_t>(text.substr(0, colon));
        const auto count = codec::number_of<std::uint32_t>(text.substr(colon + 1));
        if (!from || !count) return;
        Bytes lines;
        std::uint32_t given = 0;
        for (const Passing& passing : desk.remembered()) {
            if (*passing.number < *from || *passing.number - *from >= *count) continue;
            const Bytes whole = codec::raceresult::encode(passing, false);
            const Bytes one = agreed ? whole : shortened(whole);
            lines.insert(lines.end(), one.begin(), one.end());
            ++given;
        }
        Bytes answer = given < *count ? line("ONLY " + std::to_string(given)) : Bytes();
        answer.insert(answer.end(), lines.begin(), lines.end());
        const Bytes end = line("");
        answer.insert(answer.end(), end.begin(), end.end());
        desk.answer(std::move(answer));
    }

    std::set<ClientId> agreed_;  ///< of the connected
};

}  // namespace

std::unique_ptr<Voice> raceresult_voice() { return std::make_unique<RaceResultVoice>(); }

}  // namespace chicane::decoders::sim
