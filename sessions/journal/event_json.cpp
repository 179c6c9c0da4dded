#include "sessions/journal/event_json.hpp"

#include <array>
#include <boost/json.hpp>
#include <stdexcept>

#include "decoders/codec/words.hpp"
#include "sessions/journal/correction_json.hpp"
#include "sessions/journal/flag_rules_json.hpp"
#include "sessions/journal/json_values.hpp"
#include "timing/endurance_fields.hpp"

namespace chicane::sessions::journal {
namespace {

namespace json = boost::json;
namespace codec = decoders::codec;
using namespace conductor;

constexpr std::array<std::string_view, 6> step_words{"arm", "start", "finish", "abort", "close", "official"};

std::string key_of(const timing::EnduranceField& field) { return std::string(field.name) + (field.us ? "_us" : ""); }

json::object endurance_json(const timing::Endurance& endurance) {
    json::object made;
    for (const timing::EnduranceField& field : timing::endurance_fields) {
        if (field.us) {
            made[key_of(field)] = endurance.*field.us;
        } else {
            made[key_of(field)] = endurance.*field.count;
        }
    }
    return made;
}

timing::Endurance endurance_from(const json::object& object) {
    timing::Endurance endurance;
    for (const timing::EnduranceField& field : timing::endurance_fields) {
        const json::value* value = object.if_contains(key_of(field));
        if (!value) continue;  // written before there was such a rule
        if (field.us) {
            endurance.*field.us = value->as_int64();
        } else {
            endurance.*field.count = number_of<std::int32_t>(*value);
        }
    }
    return endurance;
}

json::object rules_json(const timing::Rules& rules) {
    json::object end{{"laps", rules.end.laps},           {"time_us", rules.end.time_us},
                     {"plus_laps", rules.end.plus_laps}, {"priority", word(rules.end.priority)},
                     {"how", word(rules.end.how)},       {"grace_us", rules.end.grace_us}};
    return {{"kind", word(rules.kind)},
            {"start", word(rules.start)},
            {"first_crossing", word(rules.first_crossing)},
            {"rank", word(rules.rank)},
            {"open", rules.open},
            {"min_lap_us", rules.min_lap_us},
            {"max_lap_us", rules.max_lap_us},
            {"pair_window_us", rules.pair_window_us},
            {"merge_window_us", rules.merge_window_us},
            {"stray_gap_us", rules.stray_gap_us},
            {"red_lap", word(rules.red.lap)},
            {"red_restart", word(rules.red.restart)},
            {"red_stops_clock", rules.red.stops_clock},
            {"red_full_percent", rules.red.full_percent},
            {"flags", flag_rules_json(rules.flags)},
            {"penalty_values", penalty_values_json(rules.penalty_values)},
            {"false_start_us", rules.false_start_us},
            {"serve_laps", rules.serve_laps},
            {"classified_percent", rules.classified_percent},
            {"endurance", endurance_json(rules.endurance)},
            {"end", std::move(end)}};
}

timing::Rules rules_from(const json::object& object) {
    timing::Rules rules;
    rules.kind = from<timing::Kind>(object.at("kind"));
    rules.start = from<timing::Start>(object.at("start"));
    rules.first_crossing = from<timing::FirstCrossing>(object.at("first_crossing"));
    rules.rank = from<timing::Ranking>(object.at("rank"));
    rules.open = object.at("open").as_bool();
    rules.min_lap_us = object.at("min_lap_us").as_int64();
    rules.max_lap_us = object.at("max_lap_us").as_int64();
    rules.pair_window_us = object.at("pair_window_us").as_int64();
    rules.merge_window_us = object.at("merge_window_us").as_int64();
    if (const auto* gap = object.if_contains("stray_gap_us")) rules.stray_gap_us = gap->as_int64();
    if (const auto* lap = object.if_contains("red_lap")) rules.red.lap = from<timing::RedLap>(*lap);
    if (const auto* restart = object.if_contains("red_restart")) rules.red.restart = from<timing::RedRestart>(*restart);
    if (const auto* stops = object.if_contains("red_stops_clock")) rules.red.stops_clock = stops->as_bool();
    if (const auto* share = object.if_contains("red_full_percent"))
        rules.red.full_percent = number_of<std::int32_t>(*share);
    if (const auto* flags = object.if_contains("flags")) rules.flags = flag_rules_from(flags->as_array());
    if (const auto* values = object.if_contains("penalty_values"))
        rules.penalty_values = penalty_values_from(values->as_array());
    if (const auto* since = object.if_contains("false_start_us")) rules.false_start_us = since->as_int64();
    if (const auto* laps = object.if_contains("serve_laps")) rules.serve_laps = number_of<std::int32_t>(*laps);
    if (const auto* share = object.if_contains("classified_percent"))
        rules.classified_percent = number_of<std::int32_t>(*share);
    if (const auto* endurance = object.if_contains("endurance"))
        rules.endurance = endurance_from(endurance->as_object());
    const json::object& end = object.at("end").as_object();
    rules.end.laps = number_of<std::int32_t>(end.at("laps"));
    rules.end.time_us = end.at("time_us").as_int64();
    rules.end.plus_laps = number_of<std::int32_t>(end.at("plus_laps"));
    rules.end.priority = from<timing::Priority>(end.at("priority"));
    rules.end.how = from<timing::EndHow>(end.at("how"));
    rules.end.grace_us = end.at("grace_us").as_int64();
    return rules;
}

json::array drivers_json(const std::vector<DriverSetup>& drivers) {
    json::array made;
    for (const DriverSetup& driver : drivers) {
        json::object each{{"id", driver.id.value}, {"name", driver.name}, {"public_name", driver.public_name}};
        if (driver.weight_kg > 0) each["weight_kg"] = driver.weight_kg;
        if (driver.transponder) each["transponder"] = driver.transponder->value;
        made.push_back(std::move(each));
    }
    return made;
}

json::object setup_json(const Setup& setup) {
    json::array loops, entrants;
    for (const LoopSetup& loop : setup.loops)
        loops.push_back({{"decoder", loop.decoder.value}, {"role", word(loop.role)}, {"sector", loop.sector}});
    for (const EntrantSetup& entrant : setup.entrants) {
        json::array tags;
        for (const auto tag : entrant.transponders) tags.push_back(tag.value);
        json::object each{{"id", entrant.id.value},
                          {"number", entrant.number},
                          {"name", entrant.name},
                          {"public_name", entrant.public_name},
                          {"transponders", std::move(tags)}};
        if (entrant.kart) each["kart"] = entrant.kart->value;
        if (!entrant.drivers.empty()) each["drivers"] = drivers_json(entrant.drivers);
        entrants.push_back(std::move(each));
    }
    return {{"id", setup.id},
            {"name", setup.name},
            {"track", setup.track},
            {"date", setup.date},
            {"rules", rules_json(setup.rules)},
            {"loops", std::move(loops)},
            {"entrants", std::move(entrants)}};
}

DriverSetup driver_from(const json::object& object) {
    DriverSetup driver{
        {number_of<std::uint32_t>(object.at("id"))}, text_of(object.at("name")), text_of(object.at("public_name"))};
    if (const auto* kg = object.if_contains("weight_kg")) driver.weight_kg = number_of<std::int32_t>(*kg);
    if (const auto* tag = object.if_contains("transponder"))
        driver.transponder = timing::TransponderId{number_of<std::uint64_t>(*tag)};
    return driver;
}

EntrantSetup entrant_from(const json::object& object) {
    EntrantSetup entrant;
    entrant.id.value = number_of<std::uint32_t>(object.at("id"));
    entrant.number = text_of(object.at("number"));
    entrant.name = text_of(object.at("name"));
    entrant.public_name = text_of(object.at("public_name"));
    for (const auto& tag : object.at("transponders").as_array())
        entrant.transponders.push_back({number_of<std::uint64_t>(tag)});
    if (const auto* kart = object.if_contains("kart")) entrant.kart = timing::KartId{number_of<std::uint32_t>(*kart)};
    if (const auto* drivers = object.if_contains("drivers")) {
        for (const auto& driver : drivers->as_array()) entrant.drivers.push_back(driver_from(driver.as_object()));
    }
    return entrant;
}

SetupKept setup_from(const json::object& object) {
    Setup setup;
    setup.id = text_of(object.at("id"));
    setup.name = text_of(object.at("name"));
    setup.track = text_of(object.at("track"));
    if (const auto* date = object.if_contains("date")) setup.date = text_of(*date);
    setup.rules = rules_from(object.at("rules").as_object());
    for (const auto& loop : object.at("loops").as_array())
        setup.loops.push_back({timing::DecoderId{number_of<std::uint32_t>(loop.at("decoder"))},
                               from<timing::LoopRole>(loop.at("role")), number_of<std::int32_t>(loop.at("sector"))});
    for (const auto& entrant : object.at("entrants").as_array())
        setup.entrants.push_back(entrant_from(entrant.as_object()));
    return {std::move(setup)};
}

/// Of a passing that counts for nobody: what its source must know again, and what an owner may look up.
json::object passing_json(const PassingKept& kept) {
    const codec::Passing& passing = kept.passing;
    json::object body{{"device", kept.device},
                      {"epoch", kept.epoch},
                      {"received_us", kept.received.us},
                      {"time_us", kept.passing.time_us},
                      {"transponder", kept.passing.transponder.value}};
    const auto write = [&](std::string_view key, const auto& number) {
        if (number) body[key] = *number;
    };
    const auto write_any = [&](std::string_view key, std::string_view text) {
        if (!text.empty()) body[key] = text;
    };
    write("number", passing.number);
    write("decoder", passing.decoder);
    write("strength", passing.strength);
    write("hits", passing.hits);
    write("flags", passing.flags);
    write("receipt", passing.receipt);
    body["correction_us"] = kept.correction_us;
    body["clock"] = codec::word(passing.clock);
    if (passing.battery) body["battery"] = codec::word(*passing.battery);
    write_any("string", passing.string);
    write_any("loop", passing.loop);
    write_any("place", kept.place);
    if (passing.trigger) body["trigger"] = true;
    if (passing.unchecked) body["unchecked"] = true;
    if (kept.manual) body["manual"] = true;
    return body;
}

struct Writer {
    EventText operator()(const PassingKept&) const { throw std::logic_error("a passing has columns of its own"); }
    EventText operator()(const SetupKept& kept) const { return text("setup", setup_json(kept.setup)); }
    EventText operator()(const StepKept& kept) const {
        return text("step", {{"session", kept.session},
                             {"step", step_words[static_cast<std::size_t>(kept.step)]},
                             {"at_us", kept.at.us}});
    }
    EventText operator()(const PracticeKept& kept) const {
        return text("practice", {{"session", kept.session},
                                 {"at_us", kept.at.us},
                                 {"until_us", kept.until.us},
                                 {"setup", setup_json(kept.setup)}});
    }
    EventText operator()(const FlagKept& kept) const {
        json::object body{{"session", kept.session}, {"flag", word(kept.flag)}, {"at_us", kept.at.us}};
        if (kept.own > 0) body["own"] = kept.own;
        if (kept.post > 0) body["post"] = kept.post;
        return text("flag", std::move(body));
    }
    EventText operator()(const ExtensionKept& kept) const {
        return text("extension", {{"session", kept.session},
                                  {"more_us", kept.more_us},
                                  {"more_laps", kept.more_laps},
                                  {"at_us", kept.at.us}});
    }
    EventText operator()(const TickKept& kept) const {
        return text("tick", {{"session", kept.session}, {"at_us", kept.at.us}});
    }
    EventText operator()(const KartKept& kept) const {
        return text("kart", {{"id", kept.id.value},
                             {"number", kept.number},
                             {"class", kept.class_name},
                             {"out_of_service", kept.out_of_service},
                             {"removed", kept.removed}});
    }
    EventText operator()(const AssignmentKept& kept) const {
        json::object body{
            {"transponder", kept.transponder.value}, {"from_us", kept.from.us}, {"session", kept.session}};
        if (const auto* kart = std::get_if<timing::KartId>(&kept.holder)) body["kart"] = kart->value;
        if (const auto* entrant = std::get_if<timing::EntrantId>(&kept.holder)) body["entrant"] = entrant->value;
        return text("assignment", std::move(body));
    }
    EventText operator()(const MessageKept& kept) const {
        json::object body{{"kind", word(kept.kind)}, {"text", kept.text}};
        if (kept.number) body["number"] = *kept.number;
        return text("message", std::move(body));
    }
    EventText operator()(const CrossingKept& kept) const {
        json::object body{{"session", kept.session}, {"of", kept.of},         {"transponder", kept.transponder.value},
                          {"at_us", kept.at.us},     {"device", kept.device}, {"place", kept.place}};
        if (kept.manual) body["manual"] = true;
        if (kept.epoch != 0) body["epoch"] = kept.epoch;
        return text("crossing", std::move(body));
    }
    EventText operator()(const DismissedKept& kept) const {
        json::object body{{"session", kept.session}, {"why", kept.why}};
        if (const auto* crossing = std::get_if<std::uint64_t>(&kept.what)) body["crossing"] = *crossing;
        if (const auto* tag = std::get_if<timing::TransponderId>(&kept.what)) body["transponder"] = tag->value;
        return text("dismissed", std::move(body));
    }
    EventText operator()(const EmergencyKept& kept) const { return text("emergency", {{"holds", kept.holds}}); }
    EventText operator()(const LostKept& kept) const {
        return text("lost", {{"device", kept.device}, {"from", kept.from}, {"until", kept.until}});
    }
    EventText operator()(const EpochMoved& kept) const {
        return text("epoch_moved", {{"device", kept.device}, {"epoch", kept.epoch}, {"earlier_us", kept.earlier_us}});
    }
    EventText operator()(const CorrectionKept& kept) const {
        json::object body = correction_json(kept.what);
        body["session"] = kept.session;
        if (!kept.why.empty()) body["why"] = kept.why;
        return text("correction", std::move(body));
    }
    EventText operator()(const UndoKept& kept) const { return text("undo", {{"of", kept.of}}); }
    EventText operator()(const TestKept& kept) const { return text("test", passing_json(kept.passing)); }
    EventText operator()(const SyncKept& kept) const { return text("sync", passing_json(kept.passing)); }

    static EventText text(std::string_view kind, json::object body) { return {kind, 1, json::serialize(body)}; }
};

PassingKept passing_from(const json::object& body) {
    PassingKept kept;
    kept.device = text_of(body.at("device"));
    kept.epoch = number_of<std::uint32_t>(body.at("epoch"));
    kept.received.us = body.at("received_us").as_int64();
    kept.passing.time_us = body.at("time_us").as_int64();
    kept.passing.transponder.value = number_of<std::uint64_t>(body.at("transponder"));
    const auto read = [&](std::string_view key, auto& into) {
        using Number = typename std::remove_reference_t<decltype(into)>::value_type;
        if (const auto* value = body.if_contains(key)) into = number_of<Number>(*value);
    };
    read("number", kept.passing.number);
    read("decoder", kept.passing.decoder);
    read("strength", kept.passing.strength);
    read("hits", kept.passing.hits);
    read("flags", kept.passing.flags);
    read("receipt", kept.passing.receipt);
    const auto text = [&](std::string_view key) {
        const auto* value = body.if_contains(key);
        return value ? text_of(*value) : std::string();
    };
    if (const auto* value = body.if_contains("correction_us")) kept.correction_us = value->as_int64();
    kept.passing.clock =
        codec::from_word<codec::ClockBase>(codec::clock_words, text("clock")).value_or(codec::ClockBase::utc);
    kept.passing.battery = codec::from_word<codec::Battery>(codec::battery_words, text("battery"));
    kept.passing.string = text("string");
    kept.passing.loop = text("loop");
    kept.place = text("place");
    kept.passing.trigger = body.contains("trigger");
    kept.passing.unchecked = body.contains("unchecked");
    kept.manual = body.contains("manual");
    return kept;
}

StepKept step_from(const json::object& body) {
    const std::string word = text_of(body.at("step"));
    for (std::size_t i = 0; i < step_words.size(); ++i)
        if (step_words[i] == word)
            return {text_of(body.at("session")), static_cast<Step>(i), {body.at("at_us").as_int64()}};
    throw std::invalid_argument("unknown step");
}

AssignmentKept assignment_from(const json::object& body) {
    AssignmentKept kept{{number_of<std::uint64_t>(body.at("transponder"))},
                        transponders::Nobody{},
                        {body.at("from_us").as_int64()},
                        text_of(body.at("session"))};
    if (const auto* kart = body.if_contains("kart")) kept.holder = timing::KartId{number_of<std::uint32_t>(*kart)};
    if (const auto* entrant = body.if_contains("entrant"))
        kept.holder = timing::EntrantId{number_of<std::uint32_t>(*entrant)};
    return kept;
}

DismissedKept dismissed_from(const json::object& body) {
    DismissedKept kept{{}, text_of(body.at("session")), text_of(body.at("why"))};
    if (const auto* tag = body.if_contains("transponder"))
        kept.what = timing::TransponderId{number_of<std::uint64_t>(*tag)};
    else
        kept.what = number_of<std::uint64_t>(body.at("crossing"));
    return kept;
}

MessageKept message_from(const json::object& body) {
    MessageKept kept{from<timing::MessageKind>(body.at("kind")), {}, text_of(body.at("text"))};
    if (const auto* number = body.if_contains("number")) kept.number = text_of(*number);
    return kept;
}

std::optional<EntryBody> read(std::string_view kind, const json::object& body) {
    const auto session = [&] { return text_of(body.at("session")); };
    const auto at = [&] { return timing::DecoderTime{body.at("at_us").as_int64()}; };
    if (kind == "setup") return setup_from(body);
    if (kind == "step") return step_from(body);
    if (kind == "practice")
        return PracticeKept{
            session(), at(), setup_from(body.at("setup").as_object()).setup, {body.at("until_us").as_int64()}};
    if (kind == "flag") {
        FlagKept kept{session(), from<timing::Flag>(body.at("flag")), at()};
        if (const auto* own = body.if_contains("own")) kept.own = number_of<std::uint8_t>(*own);
        if (const auto* post = body.if_contains("post")) kept.post = number_of<std::uint8_t>(*post);
        return kept;
    }
    if (kind == "extension")
        return ExtensionKept{session(), body.at("more_us").as_int64(), number_of<std::int32_t>(body.at("more_laps")),
                             at()};
    if (kind == "tick") return TickKept{session(), at()};
    if (kind == "kart")
        return KartKept{{number_of<std::uint32_t>(body.at("id"))},
                        text_of(body.at("number")),
                        text_of(body.at("class")),
                        body.at("out_of_service").as_bool(),
                        body.at("removed").as_bool()};
    if (kind == "assignment") return assignment_from(body);
    if (kind == "message") return message_from(body);
    if (kind == "test") return TestKept{passing_from(body)};
    if (kind == "sync") return SyncKept{passing_from(body)};
    if (kind == "crossing")
        return CrossingKept{session(),
                            number_of<std::uint64_t>(body.at("of")),
                            {number_of<std::uint64_t>(body.at("transponder"))},
                            at(),
                            text_of(body.at("device")),
                            text_of(body.at("place")),
                            body.contains("manual"),
                            body.contains("epoch") ? number_of<std::uint32_t>(body.at("epoch")) : 0};
    if (kind == "dismissed") return dismissed_from(body);
    if (kind == "emergency") return EmergencyKept{body.at("holds").as_bool()};
    if (kind == "lost")
        return LostKept{text_of(body.at("device")), number_of<std::uint32_t>(body.at("from")),
                        number_of<std::uint32_t>(body.at("until"))};
    if (kind == "epoch_moved")
        return EpochMoved{text_of(body.at("device")), number_of<std::uint32_t>(body.at("epoch")),
                          body.at("earlier_us").as_int64()};
    if (kind == "correction") {
        const auto* why = body.if_contains("why");
        return CorrectionKept{session(), correction_from(body), why ? text_of(*why) : std::string()};
    }
    if (kind == "undo") return UndoKept{number_of<std::uint64_t>(body.at("of"))};
    return std::nullopt;
}

}  // namespace

EventText event_text(const EntryBody& body) { return std::visit(Writer{}, body); }

std::optional<EntryBody> event_body(std::string_view kind, int version, std::string_view body) {
    if (version != 1) return std::nullopt;
    try {
        return read(kind, json::parse(body).as_object());
    } catch (const std::exception&) {  // Boost.JSON's way of saying that the text is not what was expected
        return std::nullopt;
    }
}

}  // namespace chicane::sessions::journal
