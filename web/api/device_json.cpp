#include "web/api/device_json.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <variant>

#include "decoders/codec/hex.hpp"
#include "decoders/codec/words.hpp"
#include "web/feed/control_json.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

namespace codec = decoders::codec;
using feed::JsonText;

void write_slots(JsonText& json, const std::vector<sessions::conductor::StrengthSlot>& slots) {
    json.key("slots").begin_array();
    for (const auto& slot : slots) {
        json.begin_object().key("begin_us").integer(slot.begin.us).key("passings").integer(slot.passings);
        json.key("hits").maybe(slot.hits()).key("strength").maybe(slot.strength()).end_object();
    }
    json.end_array();
}

void write_tag(JsonText& json, const sessions::conductor::TagStrength& tag) {
    json.begin_object().key("transponder").integer(static_cast<std::int64_t>(tag.transponder.value)).key("kart");
    json.text_or_null(tag.kart);
    json.key("passings").integer(static_cast<std::int64_t>(tag.passings)).key("last_us").integer(tag.last.us);
    json.key("hits").maybe(tag.hits).key("hits_least").maybe(tag.hits_least).key("strength").maybe(tag.strength);
    json.key("battery");
    tag.battery ? json.text(codec::word(*tag.battery)) : json.null();
    json.key("weak").boolean(tag.weak).key("falls_since_us").maybe(tag.falls_since);
    write_slots(json, tag.slots);
    json.end_object();
}

/// What a record says, key by key; nothing where it is of another type or the protocol has it not.
struct Facts {
    std::string_view type;
    std::optional<std::int64_t> number, transponder, strength, hits, noise, temperature_c, voltage_dv;
    std::string reason;  ///< of garbage; else the words of a version or a complaint
    std::string loop = {};
};

struct FactsOf {
    Facts operator()(const codec::Passing& passing) const {
        Facts facts{"passing", passing.number, static_cast<std::int64_t>(passing.transponder.value), {}, {}, {}, {}, {},
                    {}};
        facts.strength = passing.strength;
        facts.hits = passing.hits;
        facts.loop = passing.loop;
        return facts;
    }
    Facts operator()(const codec::Status& status) const {
        Facts facts{"status", {}, {}, {}, {}, {}, {}, {}, {}};
        facts.noise = status.noise;
        facts.temperature_c = status.temperature_c;
        facts.voltage_dv = status.voltage_dv;
        facts.loop = status.loop;
        return facts;
    }
    Facts operator()(const codec::Version& version) const {
        return {"version", {}, {}, {}, {}, {}, {}, {}, version.description + " " + version.version};
    }
    Facts operator()(const codec::ClockReading&) const { return {"clock", {}, {}, {}, {}, {}, {}, {}, {}}; }
    Facts operator()(const codec::DeviceError& error) const {
        return {"error", error.code, {}, {}, {}, {}, {}, {}, error.description};
    }
    Facts operator()(const codec::Garbage& garbage) const {
        return {"garbage", {}, {}, {}, {}, {}, {}, {}, std::string(codec::word(garbage.reason))};
    }
};

/// The bytes as people read them, where they are a line of text.
std::optional<std::string> text_of(const codec::Bytes& bytes) {
    std::string text;
    for (const std::byte byte : bytes) {
        const char c = static_cast<char>(byte);
        if (c == '\r' || c == '\n' || c == '\t') continue;
        if (c < ' ' || c > '~') return std::nullopt;
        text += c;
    }
    return text;
}

void write_record(JsonText& json, timing::HostTime at, const Facts& facts, const codec::Bytes& bytes) {
    json.begin_object().key("at_us").integer(at.us).key("type").text(facts.type).key("number").maybe(facts.number);
    json.key("transponder").maybe(facts.transponder).key("strength").maybe(facts.strength);
    json.key("hits").maybe(facts.hits).key("noise").maybe(facts.noise);
    json.key("temperature_c").maybe(facts.temperature_c).key("voltage_dv").maybe(facts.voltage_dv).key("reason");
    json.text_or_null(facts.reason);
    json.key("loop");
    json.text_or_null(facts.loop);
    json.key("hex").text(codec::hex_of(bytes, " ")).key("text");
    json.maybe(text_of(bytes)).end_object();
}

}  // namespace

std::string device_with_version(const sessions::conductor::DeviceHealth& device, std::optional<std::int64_t> version) {
    std::string json = feed::device_json(device);
    json.back() = ',';
    return json + "\"version\":" + (version ? std::to_string(*version) : "null") + "}";
}

std::string history_json(const sessions::conductor::DeviceHistory& day) {
    JsonText json;
    json.begin_object().key("step_s").integer(sessions::conductor::health_minute_us / 1'000'000);
    json.key("minutes").begin_array();
    for (const auto& minute : day.minutes) {
        json.begin_object().key("begin_us").integer(minute.begin.us).key("noise").maybe(minute.noise);
        json.key("voltage_dv").maybe(minute.voltage_dv).key("temperature_c").maybe(minute.temperature_c).end_object();
    }
    json.end_array().key("lost").begin_array();
    for (const auto& range : day.lost) {
        json.begin_object().key("at_us").integer(range.at.us).key("from").integer(range.from);
        json.key("until").integer(range.until).end_object();
    }
    return json.end_array().end_object().take();
}

std::string tags_json(const sessions::conductor::HeardTags& heard) {
    const auto field = heard.field();
    JsonText json;
    json.begin_object().key("slot_s").integer(sessions::conductor::strength_slot_us / 1'000'000);
    json.key("good_hits").maybe(field.good_hits).key("weak_hits").maybe(field.weak_hits);
    json.key("good_strength").maybe(field.good_strength).key("weak_strength").maybe(field.weak_strength);
    json.key("items").begin_array();
    for (const auto& tag : field.tags) write_tag(json, tag);
    return json.end_array().end_object().take();
}

std::string traffic_json(const decoders::link::Traffic& traffic, const std::string& protocol) {
    JsonText json;
    json.begin_object().key("protocol").text(protocol).key("items").begin_array();
    const auto heard = decoders::link::read_traffic(traffic, protocol);
    for (const auto& each : heard | std::views::reverse | std::views::take(records_told_max))
        write_record(json, each.at, std::visit(FactsOf{}, each.record), each.bytes);
    if (heard.empty()) {
        for (const auto& piece : traffic.pieces() | std::views::reverse | std::views::take(records_told_max))
            write_record(json, piece.at, {"bytes", {}, {}, {}, {}, {}, {}, {}, {}}, piece.bytes);
    }
    return json.end_array().end_object().take();
}

}  // namespace chicane::web::api
