#include "web/api/session_event_body.hpp"

#include <array>
#include <functional>
#include <limits>

#include "sessions/relay_words.hpp"
#include "sessions/remark_words.hpp"
#include "timing/official_words.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {

namespace {

using namespace sessions::conductor;

constexpr std::int64_t more_s_max = 24 * 3'600;
constexpr std::int64_t more_laps_max = 10'000;
constexpr std::int64_t at_us_max = 4'102'444'800'000'000;
constexpr std::int64_t session_ms_max = 48 * 3'600'000;
constexpr std::size_t fact_letters_max = 200;  ///< a foot-note of two lines
constexpr std::size_t why_letters_max = 100;   ///< of the list of actions

using Read = Ask (*)(Body&, const std::string& session);

/// The engine's ids are shorter than the store's; 0 is nobody's, and so refused.
std::uint32_t short_id(std::int64_t id) {
    return id > std::numeric_limits<std::uint32_t>::max() ? 0 : static_cast<std::uint32_t>(id);
}

timing::EntrantId entrant(Body& body, std::string_view key) {
    std::int64_t id = 0;
    body.require(key);
    body.id(key, entrant_prefix, id);
    return {short_id(id)};
}

std::optional<timing::HostTime> moment(Body& body, std::string_view key) {
    std::optional<std::int64_t> us;
    body.maybe_integer(key, us, 0, at_us_max);
    return us ? std::optional(timing::HostTime{*us}) : std::nullopt;
}

Ask start(Body& body, const std::string& session) { return StartSession{session, moment(body, "at_us")}; }
Ask finish(Body&, const std::string& session) { return FinishSession{session}; }
Ask abort(Body&, const std::string& session) { return AbortSession{session}; }
Ask close(Body&, const std::string& session) { return CloseSession{session}; }
Ask official(Body&, const std::string& session) { return SayOfficial{session}; }

Ask more(Body& body, const std::string& session) {
    std::int64_t more_s = 0;
    std::int32_t more_laps = 0;
    body.integer("more_s", more_s, -more_s_max, more_s_max);
    body.integer("more_laps", more_laps, -more_laps_max, more_laps_max);
    return ExtendSession{session, more_s * 1'000'000, more_laps};
}

Ask assign_crossing(Body& body, const std::string& session) {
    std::uint64_t crossing = 0;
    body.require("crossing");
    body.integer("crossing", crossing, 1, INT64_MAX);
    return AssignCrossing{session, crossing, entrant(body, "entrant")};
}

/// `passing`, or `entrant` and `lap`: the crossing that ended this lap.
PassingMeant passing_meant(Body& body) {
    PassingMeant about;
    if (body.has("passing")) {
        std::uint64_t passing = 0;
        body.integer("passing", passing, 0, INT64_MAX);
        about.passing = passing;
        return about;
    }
    about.entrant = entrant(body, "entrant");
    body.require("lap");
    body.integer("lap", about.lap, 1, 1'000'000);
    return about;
}

template <sessions::RemarkKind kind>
Ask remark(Body& body, const std::string& session) {
    RemarkPassing ask{session, kind, passing_meant(body)};
    if (kind == sessions::RemarkKind::lap_split) body.integer("parts", ask.parts, 2, 100);
    return ask;
}

Ask red_line(Body& body, const std::string& session) {
    TakeRedLine ask{session, 0};
    body.integer("laps_back", ask.laps_back, 0, more_laps_max);
    return ask;
}

Ask give(Body& body, const std::string& session) {
    GivePassings ask{session, entrant(body, "entrant"), entrant(body, "to"), false, moment(body, "since_us")};
    body.boolean("exchange", ask.exchange);
    return ask;
}

Ask swap(Body& body, const std::string& session) {
    std::int64_t kart = 0;
    body.require("kart");
    body.id("kart", kart_prefix, kart);
    return SwapKart{session, entrant(body, "entrant"), {short_id(kart)}, moment(body, "since_us")};
}

Ask decision(Body& body, const std::string& session) {
    Decide ask{session, {}};
    sessions::DecisionMade& made = ask.made;
    made.entrant = entrant(body, "entrant");
    body.text("code", made.code, timing::penalty_code_bytes_max);
    if (made.code.empty()) body.require("penalty");
    body.word("penalty", made.penalty);
    body.boolean("provisional", made.provisional);
    body.integer("decision", made.number, 1, 1'000'000);
    std::int64_t time_ms = 0;
    body.integer("time_ms", time_ms, 0, session_ms_max);
    body.integer("count", made.amount, 1, more_laps_max);
    const timing::Measure measure = timing::measure_of(made.penalty);
    if (measure == timing::Measure::time) made.amount = time_ms * 1000;
    if (made.code.empty() && made.penalty == timing::Penalty::time) body.require("time_ms");
    if (made.code.empty() && measure == timing::Measure::count) body.require("count");
    body.boolean("served", made.served);
    body.boolean("withdrawn", made.withdrawn);
    body.text("fact", made.fact, fact_letters_max);
    body.text("article", made.article, fact_letters_max);
    return ask;
}

Ask status(Body& body, const std::string& session) {
    SayStatus ask{session, {entrant(body, "entrant"), std::nullopt}};
    std::optional<std::string> word;
    body.maybe_text("status", word, 10);
    if (!word) return ask;
    ask.said.status = timing::from_word<timing::RowState>(*word);
    if (!ask.said.status)
        body.fault("status", {"expected retired, dns, dnf, dnq, guest or null",
                              "attendu : retired, dns, dnf, dnq, guest ou null"});
    return ask;
}

Ask relay(Body& body, const std::string& session) {
    std::int64_t driver = 0;
    body.require("driver");
    body.id("driver", driver_prefix, driver);
    TellRelay ask{session, entrant(body, "entrant"), {short_id(driver)}, moment(body, "since_us")};
    // What a loop heard is in the log already.
    const std::span told = std::span(sessions::relay_means_words).first(3);
    if (const auto means = body.word_index("means", told)) ask.means = static_cast<sessions::RelayMeans>(*means);
    return ask;
}

template <sessions::StopKind kind>
Ask stop(Body& body, const std::string& session) {
    std::int64_t stop_us = 0;
    body.require("stop_us");
    body.integer("stop_us", stop_us, 0, at_us_max);
    return TellJoker{session, entrant(body, "entrant"), {stop_us}, kind};
}

Ask kart_flag(Body& body, const std::string& session) {
    TellKartFlag ask{session, entrant(body, "entrant")};
    body.require("flag");
    body.word("flag", ask.flag);
    return ask;
}

Ask false_start(Body&, const std::string& session) { return CallFalseStart{session}; }

struct Kind {
    std::string_view word;
    Read read;  ///< null: arm
};

using sessions::RemarkKind;
constexpr std::array kinds = {
    Kind{"arm", nullptr},
    Kind{"start", start},
    Kind{"finish", finish},
    Kind{"abort", abort},
    Kind{"close", close},
    Kind{"more_time", more},
    Kind{"assign_crossing", assign_crossing},
    Kind{sessions::word(RemarkKind::voided), remark<RemarkKind::voided>},
    Kind{sessions::word(RemarkKind::lap_split), remark<RemarkKind::lap_split>},
    Kind{sessions::word(RemarkKind::lap_deleted), remark<RemarkKind::lap_deleted>},
    Kind{sessions::word(RemarkKind::first_finisher), remark<RemarkKind::first_finisher>},
    Kind{sessions::word(RemarkKind::red_line), red_line},
    Kind{"give_passings", give},
    Kind{"swap_kart", swap},
    Kind{"decision", decision},
    Kind{"status", status},
    Kind{"official", official},
    Kind{"relay", relay},
    Kind{"joker", stop<sessions::StopKind::joker>},
    Kind{"refuel", stop<sessions::StopKind::refuel>},
    Kind{"kart_flag", kart_flag},
    Kind{"false_start", false_start},
};

constexpr auto words = [] {
    std::array<std::string_view, kinds.size()> made;
    for (std::size_t i = 0; i < kinds.size(); ++i) made[i] = kinds[i].word;
    return made;
}();

}  // namespace

std::expected<SessionEvent, http::Response> read_session_event(const Call& call, const std::string& session) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    body->require("kind");
    const auto kind = body->word_index("kind", words);
    SessionEvent event;
    body->text("why", event.why, why_letters_max);
    if (kind && kinds[*kind].read) event.ask = kinds[*kind].read(*body, session);
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    return event;
}

}  // namespace chicane::web::api
