#include "tests/simulation/heard_race.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "decoders/sim/field.hpp"
#include "tests/sessions/twin.hpp"

namespace chicane::simulation {

using namespace decoders;
using namespace sessions::conductor;
using sim::Fault;

namespace {

constexpr std::int64_t start_us = 1'795'500'000'000'000;
constexpr std::int64_t tick_us = link::source_tick_ms * 1'000;
constexpr std::int64_t settle_us = 60'000'000;  ///< after the last crossing: what is asked for comes, or is given up
constexpr std::int32_t grid_s = 30;             ///< a clock that counts from its start has come further than any jitter
constexpr std::int64_t lap_most_us =
    90'000'000;  ///< a race that takes longer a lap than this has no end: what waits never came
constexpr std::int64_t soon_us = 100'000;
constexpr std::int64_t late_us = 8'000'000 + soon_us;      ///< the longest that a message is late …
constexpr std::int64_t stalled_us = 40'000'000 + soon_us;  ///< … or waits for a decoder that is silent
constexpr std::int64_t disk_us = 4'000;
constexpr const char* session = "ses_1";
constexpr const char* devices[] = {"sf", "sf2"};

/// Where a clock begins anew, a time is placed by when its bytes came; else it is as the decoder sent it.
constexpr std::int64_t placed_us = 60'000;

}  // namespace

HeardRace::HeardRace(RaceOptions options) : options_(std::move(options)), agenda_(start_us), tick_at_us_(start_us) {
    clock_.time = {start_us};
    open_conductor();
    plan_race();
    down_.push_back({start_us});
    add_decoder(devices[0], options_.protocol, options_.faults, 0);
    if (options_.backup)
        add_decoder(devices[1], options_.backup_protocol.empty() ? options_.protocol : options_.backup_protocol, "", 1);
    for (const auto& source : sources_) source->start();
}

HeardRace::~HeardRace() {
    for (const auto& source : sources_) source->stop();
}

void HeardRace::add_decoder(const std::string& device, const std::string& protocol, const std::string& faults,
                            std::uint32_t number) {
    auto& heard = *heard_.emplace_back(std::make_unique<Heard>());
    heard.protocol = protocol;
    sim::TrackOptions track;
    track.karts = options_.karts;
    track.laps = options_.laps;
    track.seed = options_.seed;
    track.grid_s = grid_s;
    sim::DecoderOptions decoder;
    decoder.protocol = protocol;
    decoder.decoder = sim::decoder_id(options_.seed) + number;
    decoder.seed = options_.seed;
    decoder.faults = sim::parse_faults(faults).value();
    decoder.start_us = start_us;
    decoder.truth = [&heard](const sim::Truth& line) { heard.truth.push_back(line); };
    heard.decoder = std::make_unique<sim::Decoder>(std::make_unique<sim::Field>(track, start_us), decoder);
    link::SourceOptions source;
    source.device = device;
    source.uri.protocol = protocol;
    sources_.push_back(std::make_unique<link::Source>(
        never_run_, source, *this,
        link::SimulatedWorld{[this] { return timing::HostTime{agenda_.now_us()}; },
                             [this, &heard, number](link::LinkEvents& events) {
                                 return heard.wire = std::make_shared<Wire>(agenda_, *heard.decoder, heard.protocol,
                                                                            options_.seed + number, events);
                             }}));
}

void HeardRace::open_conductor() {
    TrackOptions track;
    track.id = "main";
    track.name = "Main circuit";
    track.min_lap_us = 15'000'000;
    track.devices = {{devices[0], "sim:"}};
    if (options_.backup) track.devices.push_back({devices[1], "sim:"});
    track.next_morning = [](timing::DecoderTime after) { return timing::later_by(after, sim::day_us); };
    conductor_ = std::make_unique<Conductor>(std::vector{track}, journal_, sink_, clock_);
    conductor_->on_safe = [this](const std::string& device, const codec::Passing& kept) {
        // A disk takes its time; the passing is safe only then.
        agenda_.at(agenda_.now_us() + disk_us,
                   [this, device, kept] { sources_[device == devices[0] ? 0 : 1]->acknowledge(kept); });
    };
    conductor_->restore({});
}

timing::TransponderId HeardRace::tag(std::int32_t kart) const {
    codec::Passing heard;
    heard.transponder = sim::kart_transponder(kart);
    const codec::Passing fitted = sim::make_voice(options_.protocol)->fit(heard);
    return fitted.trigger ? heard.transponder : fitted.transponder;
}

void HeardRace::plan_race() {
    setup_.id = session;
    setup_.name = "Race";
    setup_.track = "main";
    setup_.rules.kind = timing::Kind::race;
    setup_.rules.rank = timing::Ranking::laps;
    setup_.rules.min_lap_us = 15'000'000;
    setup_.rules.end.laps = options_.for_us == 0 ? options_.laps : 0;
    setup_.rules.end.time_us = options_.for_us;
    setup_.rules.end.how = timing::EndHow::leader_first;
    setup_.rules.end.grace_us = 3'600'000'000;
    for (std::int32_t kart = 1; kart <= options_.karts; ++kart) {
        const std::string number = std::to_string(kart);
        setup_.entrants.push_back(
            {{static_cast<std::uint32_t>(kart)}, number, "Driver " + number, "D. " + number, {tag(kart)}, {}});
    }
    for (Ask ask : {Ask(StageSession{setup_}), Ask(ArmSession{session})})
        conductor_->handle({std::move(ask), "control", false}, [](const Outcome& outcome) {
            timing::ensure(outcome.has_value(), "the race that a test plans can be run");
        });
}

void HeardRace::on_passing(const std::string& device, const link::ReceivedPassing& received) {
    conductor_->on_passing(device, received);
}

void HeardRace::on_health(const std::string& device, const link::SourceHealth& health) {
    conductor_->on_health(device, health);
    if (device != devices[0]) return;
    const bool up = health.state == link::SourceState::up;
    const bool was_down = !down_.empty() && down_.back().until_us == Span{}.until_us;
    if (up && was_down) down_.back().until_us = agenda_.now_us();
    if (!up && !was_down) down_.push_back({agenda_.now_us()});
}

void HeardRace::on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) {
    reported_lost_ += until - from + 1;
    reported_.push_back({from, until});
    conductor_->on_lost(device, from, until);
}

bool HeardRace::over() const {
    return std::ranges::all_of(heard_, [](const auto& heard) { return heard->decoder->finished(); });
}

bool HeardRace::run_until(std::int64_t after_us) {
    const std::int64_t hopeless_us = start_us + settle_us + options_.laps * lap_most_us;
    while (agenda_.now_us() < std::min(end_us_, hopeless_us) && agenda_.now_us() - start_us < after_us) {
        std::int64_t next_us = std::min(tick_at_us_, agenda_.next_us());
        for (const auto& heard : heard_) next_us = std::min(next_us, heard->decoder->next_us());
        if (clock_.wake) next_us = std::min(next_us, clock_.wake->us);
        agenda_.move_to(next_us);
        clock_.time = {agenda_.now_us()};
        step();
        if (agenda_.now_us() >= tick_at_us_) {
            for (const auto& source : sources_) source->tick();
            tick_at_us_ += tick_us;
        }
        const bool begins_to_settle = end_us_ == std::numeric_limits<std::int64_t>::max() && over();
        if (begins_to_settle) end_us_ = agenda_.now_us() + settle_us;
    }
    return agenda_.now_us() < end_us_;
}

void HeardRace::step() {
    for (const auto& heard : heard_) heard->wire->pump();
    while (agenda_.run_one()) {
    }
    if (!clock_.wake || *clock_.wake > clock_.time) return;
    clock_.wake.reset();
    conductor_->on_wake();
}

/// Whether what did not come the first time can come again.
bool HeardRace::asks_again() const {
    return options_.protocol == "p3" || options_.protocol == "raceresult" ||
           heard_.front()->decoder->manner().batch_max > 0;
}

/// Whether it is asked on each connection for what passed meanwhile.
bool HeardRace::tells_again() const { return heard_.front()->decoder->manner().remembers; }

/// Where it came whole. Without a clock in the protocol: soon after it happened.
std::multiset<Wire::Said>::const_iterator HeardRace::arrival_of(const sim::Truth& line,
                                                                const std::multiset<Wire::Said>& arrived) const {
    if (heard_.front()->decoder->manner().clock != codec::ClockBase::none)
        return arrived.find({line.clock_us, line.transponder.value});
    const bool stalls = sim::parse_faults(options_.faults)->of(Fault::stall) > 0;
    const std::int64_t most_us = stalls ? stalled_us : line.fault == Fault::late ? late_us : soon_us;
    return std::ranges::find_if(arrived, [&](const Wire::Said& said) {
        return said.second == line.transponder.value && said.first >= line.time_us &&
               said.first - line.time_us < most_us;
    });
}

/// The truth of what any software could know: all that was heard, where it can be asked for again, else what came whole. Without a clock
/// it happened when it came.
std::vector<sessions::RawPassing> HeardRace::knowable() const {
    std::vector<sessions::RawPassing> passings;
    const Heard& heard = best();
    if (heard.decoder->manner().clock == codec::ClockBase::none) {
        for (const auto& [came_us, tag] : heard.wire->clockless()) passings.push_back({{came_us}, {tag}, {0}, 0});
        return passings;
    }
    std::multiset<Wire::Said> arrived = heard.wire->arrived();
    std::set<std::int64_t> unknown = misdated();
    unknown.merge(forgotten());
    for (const sim::Truth& line : heard.truth) {
        const auto came = arrival_of(line, arrived);
        if (!line.number || (!asks_again() && came == arrived.end())) continue;
        if (came != arrived.end()) arrived.erase(came);
        if (!unknown.contains(line.time_us)) passings.push_back({{line.time_us}, line.transponder, {0}, 0});
    }
    return passings;
}

std::size_t HeardRace::lost() const {
    std::multiset<Wire::Said> arrived = heard_.front()->wire->arrived();
    std::size_t lost = 0;
    for (const sim::Truth& line : heard_.front()->truth) {
        if (!line.number) continue;
        const auto came = arrival_of(line, arrived);
        if (came == arrived.end())
            ++lost;
        else
            arrived.erase(came);
    }
    return lost;
}

std::size_t HeardRace::missed() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(heard_.front()->truth, [](const sim::Truth& line) { return !line.number; }));
}

std::size_t HeardRace::faults() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(heard_.front()->truth, [](const sim::Truth& line) { return line.fault != Fault::none; }));
}

std::size_t HeardRace::truth_bytes() const {
    constexpr std::size_t node_bytes = 64;  // of a set's entry, as it is allocated
    std::size_t bytes = 0;
    for (const auto& heard : heard_)
        bytes += heard->truth.capacity() * sizeof(sim::Truth) + heard->wire->arrived().size() * node_bytes;
    return bytes;
}

std::string HeardRace::check() const {
    std::ostringstream fault;
    for (const std::string& broken : sink_.broken) fault << "a check failed: " << broken << "; ";
    const auto result = conductor_->result(session);
    const sessions::Twin twin(setup_, knowable());
    const auto order = twin.order();
    if (!result || result->classification.size() != order.size()) return fault.str() + "another number of entrants";
    for (std::size_t place = 0; place < order.size() && fault.str().empty(); ++place) {
        const auto& kart = twin.karts[order[place]];
        const std::string& number = setup_.entrants[kart.entry].number;
        const auto& row = result->classification[place];
        const auto laps = twin.laps(kart);
        if (row.number != number) fault << "place " << place + 1 << " is kart " << row.number << ", not " << number;
        if (row.laps != static_cast<std::int32_t>(laps.size()))
            fault << "kart " << row.number << " has " << row.laps << " laps, not " << laps.size();
        std::size_t lap = 0;
        for (const sessions::ResultLap& told : result->laps) {
            if (told.number != number || lap >= laps.size()) continue;
            if (std::abs(told.time_us - laps[lap]) > placed_us)
                fault << "kart " << number << "'s lap " << lap + 1 << " is " << told.time_us << ", not " << laps[lap];
            ++lap;
        }
    }
    return fault.str();
}

std::string HeardRace::check_laps() const {
    std::map<timing::TransponderId, std::vector<std::int64_t>> crossings;
    std::optional<std::int64_t> begin_us, flag_us;
    std::size_t most = 0;
    std::set<timing::TransponderId> home, field;
    for (const sessions::EntrantSetup& entrant : setup_.entrants) field.insert(entrant.transponders.front());
    for (const sessions::RawPassing& passing : knowable()) {
        auto& own = crossings[passing.transponder];
        if (!field.contains(passing.transponder) || home.contains(passing.transponder)) continue;
        if (flag_us && own.empty()) continue;
        if (!begin_us) begin_us = passing.time.us;
        own.push_back(passing.time.us);
        const bool leads = own.size() > most;
        most = std::max(most, own.size());
        if (!flag_us && leads && passing.time.us >= *begin_us + options_.for_us) flag_us = passing.time.us;
        if (flag_us) home.insert(passing.transponder);
    }
    const auto result = conductor_->result(session);
    if (!result) return "no result";
    std::map<std::string, std::size_t> done;
    std::ostringstream fault;
    for (const sessions::ResultLap& lap : result->laps) {
        const auto entrant = std::ranges::find(setup_.entrants, lap.number, &sessions::EntrantSetup::number);
        if (entrant == setup_.entrants.end()) return "a lap of a kart " + lap.number + " that is not entered";
        const auto& own = crossings[entrant->transponders.front()];
        const std::size_t at = ++done[lap.number];
        if (at >= own.size()) return "kart " + lap.number + " has more laps than it drove";
        if (std::abs(lap.time_us - (own[at] - own[at - 1])) > placed_us)
            return "kart " + lap.number + "'s lap " + std::to_string(at) + " is " + std::to_string(lap.time_us) +
                   ", not " + std::to_string(own[at] - own[at - 1]);
    }
    for (const sessions::EntrantSetup& entrant : setup_.entrants)
        if (done[entrant.number] + 1 != crossings[entrant.transponders.front()].size())
            fault << "kart " << entrant.number << " has " << done[entrant.number] << " laps, not "
                  << crossings[entrant.transponders.front()].size() - 1 << "; ";
    return fault.str();
}

}  // namespace chicane::simulation
