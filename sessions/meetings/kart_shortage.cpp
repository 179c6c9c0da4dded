#include "sessions/meetings/kart_shortage.hpp"

#include <algorithm>
#include <functional>

namespace chicane::sessions::meetings {

namespace {

/// The first kart of the fleet that nobody has in the run and that suits.
std::optional<timing::KartId> free_kart(const KartRun& run, std::span<const FleetKart> fleet,
                                        const std::function<bool(const FleetKart&)>& suits) {
    for (const FleetKart& kart : fleet) {
        const bool taken =
            std::any_of(run.seats.begin(), run.seats.end(), [&](const KartSeat& seat) { return seat.kart == kart.id; });
        if (!taken && suits(kart)) return kart.id;
    }
    return std::nullopt;
}

/// The kart of whoever booked last and alone, if the driver may have it.
std::optional<Proposal> last_booked(const KartRun& run, std::size_t number, std::span<const FleetKart> fleet,
                                    const KartSeat& without, std::span<const Booked> booked) {
    for (std::size_t left = booked.size(); left-- > 0;) {
        if (!booked[left].alone || booked[left].driver == without.driver) continue;
        for (const KartSeat& seat : run.seats) {
            if (seat.driver != booked[left].driver || !seat.kart) continue;
            const auto kart =
                std::find_if(fleet.begin(), fleet.end(), [&](const FleetKart& k) { return k.id == *seat.kart; });
            if (kart != fleet.end() && may_drive(without, *kart))
                return Proposal{Relief::last_booked, number, seat.kart, seat.driver};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Proposal> proposals(std::span<const KartRun> runs, std::span<const FleetKart> fleet, KartPlan::Without seat,
                                std::span<const Booked> booked) {
    if (seat.run >= runs.size() || seat.seat >= runs[seat.run].seats.size()) return {};
    const KartSeat& without = runs[seat.run].seats[seat.seat];
    std::vector<Proposal> made;
    const auto of_another_class = [&](const FleetKart& kart) {
        KartSeat moved = without;
        moved.kart_class = kart.kart_class;
        return kart.kart_class != without.kart_class && may_drive(moved, kart);
    };
    if (const auto kart = free_kart(runs[seat.run], fleet, of_another_class))
        made.push_back({Relief::other_class, seat.run, kart, std::nullopt});
    const auto of_his = [&](const FleetKart& kart) { return may_drive(without, kart); };
    for (std::size_t later = seat.run + 1; later < runs.size(); ++later) {
        const auto& seats = runs[later].seats;
        const bool is_in =
            std::any_of(seats.begin(), seats.end(), [&](auto& other) { return other.driver == without.driver; });
        const auto kart = is_in || runs[later].ran ? std::nullopt : free_kart(runs[later], fleet, of_his);
        if (!kart) continue;
        made.push_back({Relief::next_session, later, kart, std::nullopt});
        break;
    }
    if (const auto given = last_booked(runs[seat.run], seat.run, fleet, without, booked)) made.push_back(*given);
    return made;
}

}  // namespace chicane::sessions::meetings
