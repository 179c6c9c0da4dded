#include "web/api/candidates.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "web/api/head_json.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::api {
namespace {

using sessions::EntrantSetup;
using sessions::conductor::Conductor;

std::string_view word(Evidence reason) {
    switch (reason) {
        case Evidence::own_tag_silent:
            return "own_tag_silent";
        case Evidence::of_register:
            return "register";
        case Evidence::grid_place:
            return "grid_place";
        case Evidence::keyed_in:
            return "keyed_in";
        case Evidence::passing_missing:
            return "passing_missing";
        case Evidence::in_pit:
            return "in_pit";
        case Evidence::no_pit_in:
            return "no_pit_in";
    }
    return "";
}

/// The karts that have a tag of their own.
std::set<timing::KartId> tagged_karts(const Conductor& conductor) {
    std::set<timing::KartId> karts;
    for (const auto& tag : conductor.tags())
        if (const auto* kart = std::get_if<timing::KartId>(&tag.holder)) karts.insert(*kart);
    return karts;
}

/// "45.2": a lap keeps the point in every language.
std::string tenths(std::int64_t time_us) {
    return std::to_string(time_us / 1'000'000) + "." + std::to_string(time_us / 100'000 % 10);
}

Text detail_of(const Candidate& candidate) {
    switch (candidate.reason) {
        case Evidence::own_tag_silent:
            if (candidate.last_seen)
                return {"not seen since this tag appeared", "plus vu depuis l’apparition de ce transpondeur"};
            return {"not seen in this session", "pas vu dans cette session"};
        case Evidence::of_register:
            return {"had this tag last", "avait ce transpondeur en dernier"};
        case Evidence::grid_place:
            return {"has no tag, grid place " + std::to_string(candidate.grid),
                    "sans transpondeur, place " + std::to_string(candidate.grid) + " sur la grille"};
        case Evidence::keyed_in:
            return {"number keyed in at the device", "numéro saisi sur l’appareil"};
        case Evidence::passing_missing:
            return {tenths(candidate.after_us) + " s after the last one",
                    tenths(candidate.after_us) + " s après le précédent"};
        case Evidence::in_pit:
            return {"in the pit for " + tenths(candidate.after_us) + " s",
                    "au stand depuis " + tenths(candidate.after_us) + " s"};
        case Evidence::no_pit_in:
            return {"came out " + tenths(candidate.after_us) + " s later, was not seen going in",
                    "sorti " + tenths(candidate.after_us) + " s plus tard, sans entrée vue"};
    }
    return {};
}

}  // namespace

std::vector<Candidate> candidates(const Conductor& conductor, const sessions::conductor::TrackView& view,
                                  timing::TransponderId tag) {
    std::vector<Candidate> found;
    const auto session = conductor.session(view.current.value_or(""));
    const auto unknown = std::ranges::find(view.unknown, tag, &sessions::conductor::UnknownTag::transponder);
    const auto karts = conductor.karts();
    if (unknown != view.unknown.end() && unknown->last_kart) {
        const auto kart = std::ranges::find(karts, *unknown->last_kart, &sessions::conductor::Kart::number);
        if (kart != karts.end()) found.push_back({kart->id, kart->number, {}, "", Evidence::of_register, {}, 0});
    }
    if (!session) return found;
    std::map<timing::EntrantId, timing::DecoderTime> last_seen;
    if (const auto result = conductor.result(session->setup.id, false))
        for (const auto& lap : result->laps) last_seen[lap.entrant] = std::max(last_seen[lap.entrant], lap.at);
    const auto tagged = tagged_karts(conductor);
    std::vector<Candidate> silent, untagged;
    int grid = 0;
    for (const EntrantSetup& entrant : session->setup.entrants) {
        ++grid;
        const bool has_tag = !entrant.transponders.empty() || (entrant.kart && tagged.contains(*entrant.kart));
        const auto seen = last_seen.find(entrant.id);
        const auto last = seen == last_seen.end() ? std::nullopt : std::optional(seen->second);
        const bool is_silent = !last || (unknown != view.unknown.end() && *last < unknown->first);
        Candidate candidate{entrant.kart, entrant.number, entrant.id, entrant.name, Evidence::own_tag_silent, last,
                            grid};
        if (!has_tag) candidate.reason = Evidence::grid_place;
        if (!has_tag) untagged.push_back(candidate);
        if (has_tag && is_silent) silent.push_back(candidate);
    }
    found.insert(found.end(), silent.begin(), silent.end());
    found.insert(found.end(), untagged.begin(), untagged.end());
    return found;
}

http::Response candidates_answer(const Call& call, const std::vector<Candidate>& found) {
    const bool french = http::language_of(call.request) == http::Language::fr;
    std::vector<std::string> each;
    for (const Candidate& candidate : found) {
        const Text detail = detail_of(candidate);
        feed::JsonText json;
        json.begin_object();
        write_id(json, "kart", kart_prefix,
                 candidate.kart ? std::optional<std::int64_t>(candidate.kart->value) : std::nullopt);
        json.key("number").text(candidate.number);
        write_id(json, "entrant", entrant_prefix,
                 candidate.entrant ? std::optional<std::int64_t>(candidate.entrant->value) : std::nullopt);
        json.key("name").text(candidate.name).key("reason").text(word(candidate.reason));
        each.push_back(json.key("detail").text(french ? detail.fr : detail.en).end_object().take());
    }
    return items(each);
}

}  // namespace chicane::web::api
