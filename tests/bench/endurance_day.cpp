#include "endurance_day.hpp"

#include <algorithm>
#include <deque>
#include <random>

namespace chicane::bench {

using namespace chicane::sessions;

namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t minute_us = 60 * second_us;
constexpr timing::DecoderId finish{1}, sector_1{2}, sector_2{3}, pit_in{4}, pit_out{5};
constexpr std::uint64_t first_tag = 5'700'000;  ///< of kart 0

Setup rules_of_the_race() {
    Setup setup;
    setup.id = "ses_24h";
    timing::Rules& rules = setup.rules;
    rules.kind = timing::Kind::endurance;
    rules.rank = timing::Ranking::laps;
    rules.start = timing::Start::signal;
    rules.min_lap_us = 30 * second_us;
    rules.max_lap_us = 10 * minute_us;
    rules.stray_gap_us = 5 * second_us;
    rules.classified_percent = 75;
    rules.end.time_us = race_us;
    rules.end.how = timing::EndHow::leader_first;
    rules.endurance = {.stops_due = 24,
                       .min_stop_us = 120 * second_us,
                       .pit_opens_us = 10 * minute_us,
                       .pit_closes_us = 10 * minute_us,
                       .jokers = 2,
                       .max_stint_us = 60 * minute_us,
                       .rest_us = 40 * minute_us,
                       .driver_min_us = 120 * minute_us,
                       .driver_max_us = 0,
                       .driver_min_percent = 0,
                       .driver_max_percent = 25,
                       .pit_loss_us = 20 * second_us};
    setup.loops = {{finish, LoopRole::finish},
                   {sector_1, LoopRole::sector, 1},
                   {sector_2, LoopRole::sector, 2},
                   {pit_in, LoopRole::pit_in},
                   {pit_out, LoopRole::pit_out}};
    for (std::uint32_t team = 0; team < teams; ++team) {
        EntrantSetup& entrant = setup.entrants.emplace_back();
        entrant.id = {team + 1};
        entrant.number = std::to_string(team + 1);
        entrant.name = entrant.public_name = "Team " + entrant.number;
        entrant.kart = timing::KartId{team};
        for (std::uint32_t driver = 0; driver < drivers_a_team; ++driver)
            entrant.drivers.push_back({{team * drivers_a_team + driver + 1}, "Driver", "D."});
    }
    return setup;
}

struct Happened {
    timing::DecoderTime at;
    std::variant<RawPassing, StartSignal, FlagShown, KartSwapped, RelayTold, JokerTold, DecisionMade> what;
};

/// One team from the signal to its last lap.
class Drive {
  public:
    Drive(std::uint32_t team, std::uint64_t seed, std::vector<Happened>& out)
        : dice_(seed * 1'000 + team), team_(team), kart_(team), out_(out) {
        base_us_ = between(56 * second_us, 62 * second_us);
    }
    /// A lap, and a stop where the stint is over; answers whether he came in.
    bool lap(std::int64_t pit_after_us) {
        const std::int64_t lap_us = base_us_ + between(-800'000, 1'600'000);
        at_us_ += lap_us / 3;
        pass(sector_1);
        at_us_ += lap_us / 3;
        pass(sector_2);
        at_us_ += lap_us - 2 * (lap_us / 3);
        const bool in = at_us_ - stint_us_ > pit_after_us && at_us_ < race_us - 12 * minute_us;
        if (!in) pass(finish);
        return in;
    }
    /// Comes in, leaves in the kart that waited longest; the next driver takes over.
    void stop(std::deque<std::uint32_t>& pool) {
        pass(pit_in);
        const std::int64_t in_us = at_us_;
        const bool joker = stops_ == 7;
        at_us_ += joker ? 60 * second_us : between(121 * second_us, 150 * second_us);
        out_.push_back({{at_us_ - second_us}, KartSwapped{{team_ + 1}, {pool.front()}, {at_us_ - second_us}}});
        pool.push_back(std::exchange(kart_, pool.front()));
        pool.pop_front();
        const timing::DriverId driver{team_ * drivers_a_team + ++stops_ % drivers_a_team + 1};
        out_.push_back({{at_us_}, RelayTold{{team_ + 1}, driver, {at_us_}}});
        if (joker) out_.push_back({{at_us_}, JokerTold{{team_ + 1}, {in_us + second_us}}});
        pass(pit_out);
        at_us_ += 5 * second_us;
        pass(finish);
        stint_us_ = at_us_;
    }
    std::int64_t at_us() const { return at_us_; }

  private:
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(dice_);
    }
    void pass(timing::DecoderId at) {
        out_.push_back({{at_us_}, RawPassing{{at_us_}, {first_tag + kart_}, at, ++number_}});
    }

    std::mt19937_64 dice_;
    std::uint32_t team_;
    std::uint32_t kart_;
    std::vector<Happened>& out_;
    std::int64_t base_us_ = 0;
    std::int64_t at_us_ = 0;
    std::int64_t stint_us_ = 0;
    std::uint32_t stops_ = 0;
    std::uint32_t number_ = 0;
};

/// Who is earliest drives next, so that karts come out of the pool in the order in which they went in.
std::size_t drive_all(std::uint64_t seed, std::vector<Happened>& happened) {
    std::vector<Drive> drives;
    for (std::uint32_t team = 0; team < teams; ++team) drives.emplace_back(team, seed, happened);
    std::deque<std::uint32_t> pool;
    for (std::uint32_t kart = 0; kart < pool_karts; ++kart) pool.push_back(teams + kart);
    std::size_t stops = 0;
    for (;;) {
        Drive& next = *std::ranges::min_element(drives, {}, &Drive::at_us);
        if (next.at_us() > race_us + 2 * minute_us) return stops;
        const auto nth = static_cast<std::int64_t>(&next - drives.data());
        if (!next.lap(50 * minute_us + nth * 5 * second_us)) continue;
        next.stop(pool);
        ++stops;
    }
}

}  // namespace

EnduranceDay endurance_day(std::uint64_t seed) {
    EnduranceDay day;
    day.setup = rules_of_the_race();
    std::uint64_t sequence = 0;
    for (std::uint32_t kart = 0; kart < teams + pool_karts; ++kart)
        day.karts.assign({++sequence, {first_tag + kart}, timing::KartId{kart}, {-minute_us}});
    std::vector<Happened> happened{{{0}, StartSignal{{0}}}};
    day.stops = drive_all(seed, happened);
    constexpr std::int64_t red_us = 9 * 60 * minute_us;
    happened.push_back({{red_us}, FlagShown{{red_us}, timing::Flag::red}});
    happened.push_back({{red_us + 8 * minute_us}, FlagShown{{red_us + 8 * minute_us}, timing::Flag::green}});
    for (std::uint32_t nth = 1; nth <= 120; ++nth) {
        DecisionMade made;
        made.number = nth;
        made.entrant = {nth % teams + 1};
        made.penalty = nth % 3 == 0 ? timing::Penalty::laps : timing::Penalty::time;
        made.amount = nth % 3 == 0 ? 1 : 5 * second_us;
        happened.push_back({{nth * 11 * minute_us}, made});
    }
    std::ranges::stable_sort(happened, {}, &Happened::at);
    day.log.reserve(happened.size());
    for (Happened& one : happened) {
        day.passings += std::holds_alternative<RawPassing>(one.what);
        std::visit([&](auto& what) { day.log.push_back({++sequence, std::move(what)}); }, one.what);
    }
    return day;
}

}  // namespace chicane::bench
