#include "web/api/meeting_draw.hpp"

#include <algorithm>

#include "web/api/answer.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::bookings::SeatState;
using centre::store::Connection;
using centre::store::SeatRow;
using timing::EntrantId;
using Refused = std::optional<http::Response>;

std::int64_t entry_of(const MeetingNow& now, const SeatRow& seat) {
    const auto facts = now.seats.find(seat.head.id);
    return facts == now.seats.end() ? 0 : facts->second.entry;
}

Refused change_seat(const Call& call, Connection& db, SeatRow seat) {
    const auto changed = centre::store::update_seat(db, call.stamp(), std::move(seat));
    return changed ? Refused() : refused(call, changed.error());
}

/// Who is not in `wanted` gives his seat back. Places first, then people.
Refused take_out(const Call& call, Connection& db, const MeetingNow& now, const MeetingRunNow& run,
                 const meetings::People& wanted) {
    for (const SeatRow& seat : run.seats) {
        const std::int64_t entry = entry_of(now, seat);
        const bool stays = entry == 0 || std::ranges::any_of(wanted, [&](EntrantId who) { return who.value == entry; });
        if (stays) continue;
        SeatRow gone = seat;
        gone.state = SeatState::cancelled;
        if (auto refusal = change_seat(call, db, std::move(gone))) return refusal;
    }
    return std::nullopt;
}

const centre::store::MeetingEntry* entry_with(const MeetingNow& now, EntrantId who) {
    const auto found = std::ranges::find_if(now.entries, [&](const auto& e) { return e.head.id == who.value; });
    return found == now.entries.end() ? nullptr : &*found;
}

/// Seats of a run in the order of `wanted`; a seat that is nobody's entry, sold beside the meeting, follows.
Refused seat_run(const Service& service, const Call& call, Connection& db, const MeetingNow& now,
                 const MeetingRunNow& run, const meetings::People& wanted) {
    std::vector<std::int64_t> order;
    for (const EntrantId who : wanted) {
        const auto seated =
            std::ranges::find_if(run.seats, [&](const SeatRow& seat) { return entry_of(now, seat) == who.value; });
        if (seated != run.seats.end()) {
            order.push_back(seated->head.id);
            continue;
        }
        const auto* entry = entry_with(now, who);
        SeatRow seat;
        seat.session = run.session.head.id;
        seat.customer = entry->customer;
        seat.label = entry->name;
        const auto made = centre::store::insert_seat(db, call.stamp(), std::move(seat), service.day_of());
        if (!made) return refused(call, made.error());
        centre::store::put_meeting_seat(db, made->head.id, {entry->head.id});
        order.push_back(made->head.id);
    }
    for (const SeatRow& seat : run.seats)
        if (entry_of(now, seat) == 0) order.push_back(seat.head.id);
    const auto ordered = centre::store::order_seats(db, call.stamp(), run.session.head.id, order);
    return ordered ? Refused() : refused(call, ordered.error());
}

Refused seat_all(const Service& service, const Call& call, Connection& db, const MeetingNow& now,
                 const MeetingRace& race) {
    const auto drawn = drawn_by_results(now, race);
    for (std::size_t run = 0; run < now.runs.size(); ++run) {
        if (has_run(now.runs[run], *race.race)) continue;
        const meetings::People wanted = drawn[run].value_or(meetings::People{});
        if (auto refusal = take_out(call, db, now, now.runs[run], wanted)) return refusal;
        if (auto refusal = seat_run(service, call, db, now, now.runs[run], wanted)) return refusal;
    }
    return std::nullopt;
}

/// Karts are unique in a session: those that change are taken from all before they are given.
Refused give_karts(const Call& call, Connection& db, const KartsOfMeeting& karts, const meetings::KartPlan& plan) {
    std::vector<std::pair<std::int64_t, std::optional<std::int64_t>>> changes;
    for (std::size_t run = 0; run < plan.runs.size(); ++run) {
        if (plan.runs[run].ran) continue;
        for (std::size_t seat = 0; seat < plan.runs[run].seats.size(); ++seat) {
            const auto& kart = plan.runs[run].seats[seat].kart;
            if (kart == karts.runs[run].seats[seat].kart) continue;
            changes.emplace_back(karts.seats[run][seat],
                                 kart ? std::optional<std::int64_t>(kart->value) : std::nullopt);
        }
    }
    for (const bool gives : {false, true})
        for (const auto& [id, kart] : changes) {
            auto seat = centre::store::find_seat(db, id);
            if (seat->kart == (gives ? kart : std::nullopt)) continue;
            seat->kart = gives ? kart : std::nullopt;
            if (auto refusal = change_seat(call, db, std::move(*seat))) return refusal;
        }
    return std::nullopt;
}

/// Classes of karts by name. An entry of a class that no kart has may drive any where all karts are of one class.
class KartClasses {
  public:
    explicit KartClasses(const Race& race) {
        for (const auto& [id, kart] : race.karts)
            if (std::ranges::find(names_, kart.class_name) == names_.end()) names_.push_back(kart.class_name);
    }
    meetings::KartClass of(const std::string& name) const {
        if (names_.size() == 1) return 0;
        return static_cast<meetings::KartClass>(std::ranges::find(names_, name) - names_.begin());
    }

  private:
    std::vector<std::string> names_;
};

}  // namespace

KartsOfMeeting karts_of(const MeetingNow& now, const Race& race, const std::map<std::int64_t, std::int64_t>& paces_ms) {
    const KartClasses classes(race);
    KartsOfMeeting karts;
    for (const auto& [id, kart] : race.karts) {
        const auto pace = paces_ms.find(id);
        karts.fleet.push_back(
            {kart.id, classes.of(kart.class_name), pace == paces_ms.end() ? 0 : pace->second, !kart.out_of_service});
    }
    for (const MeetingRunNow& run : now.runs) {
        meetings::KartRun& drawn = karts.runs.emplace_back(meetings::KartRun{{}, has_run(run, race)});
        auto& seats = karts.seats.emplace_back();
        for (const SeatRow& seat : run.seats) {
            const auto facts = now.seats.find(seat.head.id);
            if (facts == now.seats.end()) continue;
            const EntrantId who{static_cast<std::uint32_t>(facts->second.entry)};
            const auto* entry = entry_with(now, who);
            meetings::KartSeat& made = drawn.seats.emplace_back();
            made.driver = who;
            made.kart_class = classes.of(entry->class_name);
            made.weight_kg = entry->weight_kg;
            if (seat.kart) made.kart = timing::KartId{static_cast<std::uint32_t>(*seat.kart)};
            made.told = facts->second.told;
            made.pinned = facts->second.pinned;
            seats.push_back(seat.head.id);
        }
    }
    return karts;
}

Refused draw_meeting(const Service& service, const Call& call, Connection& db, MeetingNow& now,
                     const MeetingRace& race) {
    const std::int64_t id = now.row.head.id;
    if (auto refusal = seat_all(service, call, db, now, race)) return refusal;
    now = *read_meeting(db, id, call.now_us);
    const KartsOfMeeting karts = karts_of(now, *race.race, now.kart_paces_ms);
    const auto plan = assign_karts(karts.runs, karts.fleet, now.row.meeting.kart_mode,
                                   static_cast<std::uint64_t>(now.row.meeting.seed));
    if (auto refusal = give_karts(call, db, karts, plan)) return refusal;
    now = *read_meeting(db, id, call.now_us);
    return std::nullopt;
}

}  // namespace chicane::web::api
