// The fleet and who has which transponder.
#include <algorithm>
#include <limits>

#include "sessions/conductor/decision.hpp"

namespace chicane::sessions::conductor {

namespace {

constexpr timing::DecoderTime since_ever{std::numeric_limits<std::int64_t>::min() / 2};

/// The entrant has the tag by the setup, to somebody else's loss if it goes.
bool is_taken_from(const Life& life, timing::TransponderId tag, const transponders::Holder& to) {
    return std::ranges::any_of(life.setup.entrants, [&](const EntrantSetup& entrant) {
        if (std::ranges::find(entrant.transponders, tag) == entrant.transponders.end()) return false;
        return to != transponders::Holder(entrant.id) && !(entrant.kart && to == transponders::Holder(*entrant.kart));
    });
}

}  // namespace

Decision::Answer Decision::operator()(const PutKart& ask) {
    if (ask.number.empty()) return refuse(RefusalCode::bad_setup, "number: expected what stands on the kart");
    const auto& karts = centre_.fleet.karts();
    for (const auto& [id, kart] : karts) {
        if (id != ask.id && kart.number == ask.number) {
            return refuse(RefusalCode::number_taken, "kart " + ask.number + " is there already");
        }
    }
    if (!karts.contains(ask.id) && karts.size() >= karts_max) {
        return refuse(RefusalCode::too_many, "more than " + std::to_string(karts_max) + " karts");
    }
    return one("", KartKept{ask.id, ask.number, ask.class_name, ask.out_of_service, false});
}

Decision::Answer Decision::operator()(const RemoveKart& ask) {
    const Kart* kart = centre_.fleet.kart(ask.id);
    if (!kart) return refuse(RefusalCode::unknown_kart, "no kart " + std::to_string(ask.id.value));
    std::vector<Entry> entries;
    // A kart that is gone has no tags: who finds one later must see that nobody has it.
    for (auto& [id, track] : centre_.tracks) {
        const timing::DecoderTime now = track.clock.now(now_);
        for (const auto tag : centre_.fleet.tags_of(ask.id, now)) {
            const bool given = std::ranges::any_of(
                entries, [&](const Entry& entry) { return std::get<AssignmentKept>(entry.body).transponder == tag; });
            if (!given) entries.push_back(entry("", AssignmentKept{tag, transponders::Nobody{}, now, ""}));
        }
    }
    entries.push_back(entry("", KartKept{ask.id, kart->number, kart->class_name, kart->out_of_service, true}));
    return entries;
}

std::expected<transponders::Holder, Refusal> Decision::holder_of(const AssignTransponder& ask) {
    if (ask.kart) {
        if (centre_.fleet.kart(*ask.kart)) return *ask.kart;
        return refuse(RefusalCode::unknown_kart, "no kart " + std::to_string(ask.kart->value));
    }
    if (!ask.entrant) return transponders::Nobody{};
    const auto found = find(ask.session.value_or(""));
    if (!found) return std::unexpected(found.error());
    const auto& entrants = found->life->setup.entrants;
    if (std::ranges::find(entrants, *ask.entrant, &EntrantSetup::id) == entrants.end()) {
        return refuse(RefusalCode::unknown_entrant,
                      "no entrant " + std::to_string(ask.entrant->value) + " in " + *ask.session);
    }
    return *ask.entrant;
}

std::expected<void, Refusal> Decision::not_for_sync(timing::TransponderId tag) const {
    for (const auto& [id, track] : centre_.tracks)
        if (track.options.sync_transponder == tag) return std::unexpected(sync_refusal(tag, id));
    return {};
}

/// The track of the session, else the one where the tag was heard, else any.
Track& Decision::track_for(const AssignTransponder& ask) {
    if (Track* track = ask.session ? centre_.track_of_session(*ask.session) : nullptr) return *track;
    for (auto& [id, track] : centre_.tracks) {
        const Shown shown = centre_.shown(track, track.clock.now(now_));
        if (shown.live && shown.live->seen.all().contains(ask.transponder)) return track;
    }
    return centre_.tracks.begin()->second;
}

/// contract.md, Register: since the session's start, or the end of its last other holder in it.
timing::DecoderTime Decision::from_of(const AssignTransponder& ask, Track& track, const transponders::Holder& holder) {
    if (ask.from) return *ask.from;
    const timing::DecoderTime now = track.clock.now(now_);
    const auto session = ask.session ? ask.session : track.log.shown(now);
    const auto span = session ? track.log.timeline().span(*session) : std::nullopt;
    const Life* life = session ? track.log.timeline().find(*session) : nullptr;
    if (life && is_taken_from(*life, ask.transponder, holder) && !centre_.fleet.tags().holder(ask.transponder, now)) {
        return now;
    }
    const auto begin = span ? span->from : track.log.timeline().last_end_before(now).value_or(since_ever);
    return centre_.fleet.tags().default_from(ask.transponder, holder, begin, now);
}

Decision::Answer Decision::operator()(const AssignTransponder& ask) {
    const auto holder = holder_of(ask);
    if (!holder) return std::unexpected(holder.error());
    const auto free = not_for_sync(ask.transponder);
    if (!free && !std::holds_alternative<transponders::Nobody>(*holder)) return std::unexpected(free.error());
    Track& track = track_for(ask);
    timing::DecoderTime from = from_of(ask, track, *holder);
    // To take a tag away is to end its holder, not to undo him.
    if (std::holds_alternative<transponders::Nobody>(*holder) && !ask.from) from = track.clock.now(now_);
    return one(track.options.id, AssignmentKept{ask.transponder, *holder, from, ask.session.value_or("")});
}

}  // namespace chicane::sessions::conductor
