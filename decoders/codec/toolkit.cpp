#include "decoders/codec/toolkit.hpp"

#include <algorithm>
#include <utility>

#include "decoders/codec/replies.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/toolkit_fields.hpp"

namespace chicane::decoders::codec {

namespace {

/// A message ends with $; CR, LF and zeros fill what is between.
constexpr std::string_view message_ends("$\r\n\0", 4);
/// Of V2.1's fields those that we read: chip, time, date, device, hits, strength.
constexpr std::string_view pong_answer = "AckPong@Version2.1@c|t|d|dv|h|am@$";
constexpr int refusals_max = 3;
constexpr std::size_t refused_max = 64;  ///< more messages at a time than any exporter repeats; the oldest is forgotten

using Reader = Record (*)(std::string_view record, std::string_view location);

Reader reader_of(std::string_view function) {
    if (function == "Store") return toolkit::read_v1;
    if (function == "Passing") return toolkit::read_v2;
    return function == "Marker" ? toolkit::read_marker : nullptr;
}

Bytes say(std::string_view rest) { return bytes_of("Chicane@" + std::string(rest)); }
Bytes acknowledgement(std::string_view function, std::uint32_t receipt) {
    return say("Ack" + std::string(function) + '@' + std::to_string(receipt) + "@$");
}

/// It lives; `location` as loop.
Status sign_of_life(std::string_view location) { return Status{.loop = std::string(location)}; }

}  // namespace

Toolkit::Toolkit() : LineCodec(message_ends) {}

Bytes Toolkit::greet() {
    replies_.clear();
    return {};
}

Bytes Toolkit::take_replies() { return std::exchange(replies_, {}); }
Bytes Toolkit::ask_version() const { return say("GetLocations@$"); }

Bytes Toolkit::acknowledge(const Passing& kept) const {
    if (!kept.receipt) return {};
    return acknowledgement(kept.trigger ? "Marker" : batch_.empty() ? "Store" : batch_, *kept.receipt);
}

void Toolkit::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    const auto parts = fields_of(line, '@');
    if (parts.size() < 3 || !parts.back().empty()) return;  // a message ends with @$
    const auto [location, function] = std::pair(parts[0], parts[1]);
    if (reader_of(function) != nullptr) return read_batch(parts, wire_bytes, records);
    if (function == "Pong" || function == "Ping")
        add_reply(replies_, say(function == "Pong" ? pong_answer : "AckPing@$"));
    if (function == "Pong" || function == "Ping" || function == "AckPing") {
        records.emplace_back(sign_of_life(location));
    } else if (function == "GetLocations") {
        for (const std::string_view part : std::span(parts).subspan(2))
            if (part.starts_with("ln=")) records.emplace_back(sign_of_life(part.substr(3)));
    } else {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
    }
}

/// Source@Store@record@...@record@receipt@: a broken record is garbage of its own, and all of them are the message's.
void Toolkit::read_batch(std::span<const std::string_view> parts, std::size_t wire_bytes,
                         std::vector<Record>& records) {
    const auto receipt = parts.size() < 4 ? std::nullopt : number_of<std::uint32_t>(parts[parts.size() - 2]);
    if (!receipt) return;
    const std::string_view function = parts[1];
    std::vector<Record> read;
    std::size_t broken = 0;
    Passing* last = nullptr;
    const auto given = parts.subspan(2, parts.size() - 4);
    read.reserve(given.size());
    for (const std::string_view record : given) {
        read.push_back(reader_of(function)(record, parts[0]));
        if (auto* garbage = std::get_if<Garbage>(&read.back())) {
            ++broken;
            ++garbage->bytes;  // its @
        } else {
            last = &std::get<Passing>(read.back());
        }
    }
    if (function != "Marker") batch_ = function == "Store" ? "Store" : "Passing";
    const bool taken = takes(*receipt, broken == 0);
    if (taken && last != nullptr) last->receipt = receipt;
    if (taken && last == nullptr) add_reply(replies_, acknowledgement(function, *receipt));
    if (last != nullptr)
        records.insert(records.end(), read.begin(), read.end());
    else if (broken > 0)
        records.emplace_back(Garbage{wire_bytes, std::get<Garbage>(read[0]).reason});
    else
        records.emplace_back(sign_of_life(parts[0]));
}

/// A broken message is not acknowledged, so that it comes again; but not forever. Others may come between its repeats.
bool Toolkit::takes(std::uint32_t receipt, bool whole) {
    auto refused = std::ranges::find(refused_, receipt, &Refused::receipt);
    if (!whole) {
        if (refused == refused_.end()) {
            if (refused_.size() == refused_max) refused_.pop_front();
            refused = refused_.insert(refused_.end(), {receipt, 0});
        }
        if (++refused->times <= refusals_max) return false;
    }
    if (refused != refused_.end()) refused_.erase(refused);
    return true;
}

}  // namespace chicane::decoders::codec
