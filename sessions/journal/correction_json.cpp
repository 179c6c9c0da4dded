#include "sessions/journal/correction_json.hpp"

#include "sessions/journal/json_values.hpp"
#include "sessions/relay_words.hpp"
#include "sessions/remark_words.hpp"

namespace chicane::sessions::journal {

namespace {

struct Writer {
    json::object operator()(const RemarkMade& made) const {
        return {{"what", "remark"},
                {"remark", sessions::word(made.kind)},
                {"passing", made.passing},
                {"begin", made.begin},
                {"parts", made.parts}};
    }
    json::object operator()(const PassingsGiven& given) const {
        return {{"what", "given"},
                {"from", given.from.value},
                {"to", given.to.value},
                {"exchange", given.exchange},
                {"since_us", given.since.us}};
    }
    json::object operator()(const KartSwapped& swapped) const {
        return {{"what", "kart"},
                {"entrant", swapped.entrant.value},
                {"kart", swapped.kart.value},
                {"since_us", swapped.since.us}};
    }
    json::object operator()(const DecisionMade& made) const {
        json::object body{{"what", "decision"},
                          {"number", made.number},
                          {"entrant", made.entrant.value},
                          {"penalty", word(made.penalty)},
                          {"amount", made.amount},
                          {"served", made.served},
                          {"withdrawn", made.withdrawn},
                          {"at_us", made.at.us},
                          {"by", made.by},
                          {"fact", made.fact},
                          {"article", made.article}};
        if (made.provisional) body["provisional"] = true;
        if (!made.code.empty()) body["code"] = made.code;
        if (made.since) body["since_us"] = made.since->us;
        return body;
    }
    json::object operator()(const KartFlagTold& told) const {
        return {{"what", "kart_flag"},
                {"entrant", told.entrant.value},
                {"flag", word(told.flag)},
                {"since_us", told.since.us}};
    }
    json::object operator()(const FalseStart& start) const { return {{"what", "false_start"}, {"at_us", start.at.us}}; }
    json::object operator()(const FalseRestart& restart) const {
        return {{"what", "false_restart"}, {"at_us", restart.at.us}};
    }
    json::object operator()(const RelayTold& told) const {
        json::object body{{"what", "relay"},
                          {"entrant", told.entrant.value},
                          {"driver", told.driver.value},
                          {"since_us", told.since.us}};
        if (told.means != RelayMeans::control) body["means"] = sessions::word(told.means);
        return body;
    }
    json::object operator()(const JokerTold& told) const {
        return {{"what", told.kind == StopKind::refuel ? "refuel" : "joker"},
                {"entrant", told.entrant.value},
                {"stop_us", told.stop.us}};
    }
    json::object operator()(const StatusSaid& said) const {
        json::object body{{"what", "status"}, {"entrant", said.entrant.value}};
        if (said.status) body["status"] = word(*said.status);
        return body;
    }
};

timing::EntrantId entrant_from(const json::value& value) { return {number_of<std::uint32_t>(value)}; }

RelayTold relay_from(const json::object& body, timing::DecoderTime since) {
    RelayTold told{entrant_from(body.at("entrant")), {number_of<std::uint32_t>(body.at("driver"))}, since};
    const auto* means = body.if_contains("means");
    if (!means) return told;
    const auto known = relay_means_from_word(std::string_view(means->as_string()));
    if (!known) throw std::invalid_argument("unknown means");
    told.means = *known;
    return told;
}

DecisionMade decision_from(const json::object& body) {
    DecisionMade made{number_of<std::uint32_t>(body.at("number")),
                      entrant_from(body.at("entrant")),
                      from<timing::Penalty>(body.at("penalty")),
                      body.at("amount").as_int64(),
                      body.at("served").as_bool(),
                      body.at("withdrawn").as_bool(),
                      {body.at("at_us").as_int64()},
                      text_of(body.at("by")),
                      text_of(body.at("fact")),
                      text_of(body.at("article"))};
    made.provisional = body.contains("provisional");
    if (const auto* code = body.if_contains("code")) made.code = text_of(*code);
    if (const auto* since = body.if_contains("since_us")) made.since = timing::DecoderTime{since->as_int64()};
    return made;
}

}  // namespace

json::object correction_json(const Correction& correction) { return std::visit(Writer{}, correction); }

Correction correction_from(const json::object& body) {
    const std::string what = text_of(body.at("what"));
    const auto since = [&] { return timing::DecoderTime{body.at("since_us").as_int64()}; };
    if (what == "remark") {
        const auto kind = remark_from_word(std::string_view(body.at("remark").as_string()));
        if (!kind) throw std::invalid_argument("unknown remark");
        return RemarkMade{*kind, number_of<std::uint64_t>(body.at("passing")),
                          number_of<std::uint64_t>(body.at("begin")), number_of<std::uint8_t>(body.at("parts"))};
    }
    if (what == "given")
        return PassingsGiven{entrant_from(body.at("from")), entrant_from(body.at("to")), body.at("exchange").as_bool(),
                             since()};
    if (what == "kart")
        return KartSwapped{entrant_from(body.at("entrant")), {number_of<std::uint32_t>(body.at("kart"))}, since()};
    if (what == "relay") return relay_from(body, since());
    if (what == "joker" || what == "refuel")
        return JokerTold{entrant_from(body.at("entrant")),
                         {body.at("stop_us").as_int64()},
                         what == "refuel" ? StopKind::refuel : StopKind::joker};
    if (what == "decision") return decision_from(body);
    if (what == "kart_flag")
        return KartFlagTold{entrant_from(body.at("entrant")), from<timing::KartFlag>(body.at("flag")), since()};
    if (what == "false_start") return FalseStart{{body.at("at_us").as_int64()}};
    if (what == "false_restart") return FalseRestart{{body.at("at_us").as_int64()}};
    if (what != "status") throw std::invalid_argument("unknown correction");
    StatusSaid said{entrant_from(body.at("entrant")), std::nullopt};
    if (const auto* status = body.if_contains("status")) said.status = from<timing::RowState>(*status);
    return said;
}

}  // namespace chicane::sessions::journal
