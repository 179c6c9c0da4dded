// A sync transponder: two decoders whose clocks lie apart, drift, and are heard with jitter, and a tag that passes both at one moment.
#include <catch2/catch.hpp>
#include <random>

#include "decoders/link/heard_decoder.hpp"
#include "sessions/conductor/sync_tag.hpp"
#include "sessions/conductor/track_clock.hpp"
#include "tests/sessions/source_case.hpp"

using namespace chicane;
using namespace chicane::sessions::conductor;
using namespace decoders;

namespace {

constexpr std::uint64_t kart = 101;
constexpr std::uint64_t sync_tag = 9'999;
constexpr std::int64_t apart_us = 300'000;
constexpr double drift_ppm = 40;
constexpr int lap_s = 41;
constexpr int sync_every_s = 30;
constexpr std::int64_t split_us = 17'000'000;
constexpr std::int64_t warm_us = 3 * sync_every_s * second_us;  ///< until the line has a slope

/// A crossing as it was; what its decoder says of it; when that comes.
struct Pass {
    std::int64_t truth_us = 0;
    std::string device;
    std::uint64_t tag = 0;
    std::int64_t arrival_us = 0;
    std::int64_t wrong_us = 0;  ///< what a decoder says beyond what its clock showed
};

/// "sf" lies at the finish, "sf2" in sector 1; the second one's clock is not the world's.
struct SyncCase : SourceCase {
    SyncCase() : SourceCase(false, true) {
        set_up = [this](TrackOptions& track) {
            if (with_sync) track.sync_transponder = timing::TransponderId{sync_tag};
            track.devices[1].role = timing::LoopRole::sector;
            track.devices[1].sector = 1;
        };
        open();
        for (const char* device : {"sf", "sf2"}) {
            auto& heard = listens.emplace(device, link::HeardDecoder({true, 0, 1})).first->second;
            heard.reading({shows_us({0, device}), {}, ClockBase::utc},
                          {begin.us + 4'000});  // asked for when it was connected
        }
        cross(second_us, "sf", kart);  // the one that is heard first is the one that the other is held against
    }

    void cross(std::int64_t truth_us, const std::string& device, std::uint64_t tag, std::int64_t wrong_us = 0) {
        const std::int64_t way_us = 4'000 + static_cast<std::int64_t>(chance() % 30'000);
        coming.push_back({truth_us, device, tag, truth_us + way_us, wrong_us});
    }
    /// A kart's laps and the tag's moments between two seconds of the test.
    void drive(int from_s, int until_s) {
        for (int s = from_s; s < until_s; ++s) {
            const std::int64_t at_us = s * second_us;
            if (s % lap_s == 0) {
                cross(at_us + 123'457, "sf", kart);
                cross(at_us + 123'457 + split_us, "sf2", kart);
            }
            if (s % sync_every_s != 0) continue;
            cross(at_us, "sf", sync_tag);
            cross(at_us, "sf2", sync_tag, wrong_at(s));
        }
        std::ranges::sort(coming, {}, &Pass::arrival_us);
        for (const Pass& each : coming) tell(each);
        coming.clear();
    }
    std::int64_t shows_us(const Pass& crossing) const {
        if (crossing.device == "sf") return begin.us + crossing.truth_us;
        const auto drifted_us = static_cast<std::int64_t>(static_cast<double>(crossing.truth_us) * drift_ppm / 1e6);
        return begin.us + crossing.truth_us + apart_us + set_us + drifted_us + crossing.wrong_us;
    }
    void tell(const Pass& crossing) {
        auto received = made(crossing.tag, shows_us(crossing), ClockBase::utc);
        received.held_out = false;
        received.passing.number = ++numbers[crossing.device];
        const auto placed = listens.at(crossing.device).passing(received.passing, {begin.us + crossing.arrival_us});
        received.epoch = placed.epoch;
        received.delay_us = placed.delay_us;
        told(received, static_cast<double>(crossing.arrival_us) / 1e6, crossing.device);
        if (crossing.tag == kart && crossing.truth_us > exact_from_us)
            worst_us = std::max(worst_us, std::abs(kept().back().time().us - begin.us - crossing.truth_us));
    }

    bool with_sync = true;
    std::int64_t set_us = 0;  ///< what somebody has set the second clock by
    std::function<std::int64_t(int)> wrong_at = [](int) { return std::int64_t{0}; };
    std::int64_t exact_from_us = warm_us;
    std::int64_t worst_us = 0;
    std::map<std::string, link::HeardDecoder> listens;
    std::map<std::string, std::uint32_t> numbers;
    std::vector<Pass> coming;
    std::mt19937 chance{7};
};

}  // namespace

TEST_CASE("a sync transponder holds two decoders together to the microsecond, over a restart as well") {
    SyncCase centre;
    centre.drive(1, 600);
    const timing::Board before = centre.board();
    centre.open();
    CHECK(centre.board() == before);
    centre.drive(600, 1'800);
    CHECK(centre.worst_us <= 100);
    REQUIRE(centre.board().rows.at(0).sectors.size() >= 1);
    CHECK(std::abs(centre.board().rows[0].sectors[0].last_us.value_or(0) - split_us) <= 100);
    for (const PassingKept& kept : centre.kept()) {
        INFO("what came is never touched");
        CHECK(kept.passing.transponder.value == kart);
        if (kept.device == "sf") CHECK(kept.correction_us == 0);
    }
}

TEST_CASE("a sync transponder is given to no kart and no entrant") {
    SyncCase centre;
    REQUIRE(centre.did(PutKart{timing::KartId{7}, "7", "", false}));
    AssignTransponder give;
    give.transponder = timing::TransponderId{sync_tag};
    give.kart = timing::KartId{7};
    const auto given = centre.ask(give);
    REQUIRE((given && !given->has_value()));
    CHECK(given->error().code == RefusalCode::sync_transponder);
    give.kart.reset();
    CHECK(centre.did(give));  // who had it before can lose it

    auto race = ConductorCase::race("ses_1", 10);
    race.entrants.at(0).transponders = {timing::TransponderId{sync_tag}};
    const auto staged = centre.ask(StageSession{race});
    REQUIRE((staged && !staged->has_value()));
    CHECK(staged->error().code == RefusalCode::sync_transponder);
}

TEST_CASE("without the tag arrival alone holds them, to some milliseconds") {
    SyncCase centre;
    centre.with_sync = false;
    centre.open();
    centre.drive(1, 1'800);
    CHECK(centre.worst_us > 1'000);
    CHECK(centre.worst_us < 50'000);
    CHECK(centre.view().devices.at(1).sync.by == SyncedBy::arrival);
}

TEST_CASE("a sync transponder is nobody's: no row, no crossing, no unknown tag, no alarm") {
    SyncCase centre;
    centre.drive(1, 600);
    const TrackView& view = centre.view();
    CHECK(centre.board().rows.size() == 1);
    CHECK(view.unknown.size() == 1);  // of the kart, which is a guest
    CHECK(std::ranges::none_of(view.strip, [](const auto& each) { return each.transponder.value == sync_tag; }));
    CHECK(view.alarms.empty());
    CHECK(centre.conductor->tags().size() == 1);
    CHECK(centre.conductor->device_tags("sf2")->field().tags.size() == 1);
    CHECK(centre.conductor->last_passings().at(0).newest_number > 30U);  // asked for after a restart as any passing is
}

TEST_CASE("the health says what holds a clock, and how exactly") {
    SyncCase centre;
    CHECK(centre.view().devices.at(1).sync.by == SyncedBy::nothing);
    centre.drive(1, 600);
    CHECK(centre.view().devices.at(0).sync.by == SyncedBy::itself);
    CHECK(centre.view().devices.at(1).sync.by == SyncedBy::sync_transponder);
    CHECK(centre.view().devices.at(1).sync.spread_us.value_or(-1) <= 2);
    centre.clock.time = timing::later_by(centre.clock.time, 2 * hour_us);  // its battery died
    centre.health("sf2", link::SourceState::up);
    CHECK(centre.view().devices.at(1).sync.by == SyncedBy::arrival);
}

TEST_CASE("a moment of the tag that was none moves nothing, and a clock that was set is found again") {
    SyncCase centre;
    centre.wrong_at = [](int at_s) { return at_s % 210 == 0 ? std::int64_t{60'000} : std::int64_t{0}; };
    centre.drive(1, 900);
    CHECK(centre.worst_us <= 100);
    centre.wrong_at = [](int) { return std::int64_t{0}; };
    centre.set_us = 200'000;
    centre.exact_from_us = 900 * second_us + warm_us + sync_every_s * second_us;
    centre.drive(900, 1'800);
    CHECK(centre.worst_us <= 100);
}

TEST_CASE("where both have GPS a sync transponder moves neither, and where one has it, it holds the other") {
    const bool both = GENERATE(true, false);
    SyncCase centre;
    const auto gps = [&](const char* device, int has) {
        link::SourceHealth health;
        health.last_status.gps = has;
        centre.conductor->on_health(device, health);
    };
    gps("sf", both ? 1 : 0);
    gps("sf2", 1);
    centre.drive(1, 600);
    for (const PassingKept& kept : centre.kept())
        if (both) CHECK(kept.correction_us == 0);
    if (!both) CHECK(centre.worst_us <= 100);
    CHECK(centre.view().devices.at(1).sync.by == (both ? SyncedBy::gps : SyncedBy::sync_transponder));
}

TEST_CASE("a pulse that decoders tell of as a photocell with the tag's number syncs as well") {
    SyncCase centre;
    for (int s = 30; s <= 120; s += 30) {
        for (const char* device : {"sf", "sf2"}) {
            const Pass pulse{s * second_us, device, 0, 0, 0};
            auto received = centre.made(0, centre.shows_us(pulse), ClockBase::utc);
            received.passing.trigger = true;
            received.passing.string = std::to_string(sync_tag);
            centre.told(received, s + 0.02, device);
        }
    }
    centre.health("sf2", link::SourceState::up);
    CHECK(centre.kept().empty());
    CHECK(centre.view().crossings.empty());
    CHECK(centre.view().devices.at(1).sync.by == SyncedBy::sync_transponder);
}

TEST_CASE("a moment that may be either of two tells nothing") {
    SyncTag tag;
    tag.heard("sf", "sf", {10 * second_us}, 0);
    tag.heard("sf", "sf", {10 * second_us + 300'000}, 0);
    tag.heard("sf2", "sf", {10 * second_us + 200'000}, 0);
    CHECK_FALSE(tag.behind_us("sf2", {11 * second_us}));
    tag.heard("sf", "sf", {20 * second_us}, 0);
    tag.heard("sf2", "sf", {20 * second_us + 200'000}, 0);
    CHECK(tag.behind_us("sf2", {21 * second_us}) == -200'000);
    tag.forget("sf");
    CHECK_FALSE(tag.behind_us("sf2", {21 * second_us}));
}

TEST_CASE("one that hears the tag no more is no reference, and the others are held together without it") {
    SyncTag tag;
    for (const char* device : {"sf", "sf2", "s1"}) tag.heard(device, "sf", {10 * second_us}, 0);
    CHECK(tag.reference() == "sf");
    for (const std::int64_t at_us : {2 * hour_us, 2 * hour_us + minute_us})
        for (const char* device : {"sf2", "s1"}) tag.heard(device, "sf", {at_us}, 0);
    CHECK(tag.reference() == "sf2");
    CHECK(tag.behind_us("s1", {2 * hour_us + 2 * minute_us}) == 0);
}

TEST_CASE("the device that all follow follows none, whoever tells of the tag first") {
    SyncTag tag;
    for (const std::int64_t at_us : {10 * second_us, 40 * second_us})
        for (const char* device : {"sf2", "sf"}) tag.heard(device, "sf", {at_us}, 0);
    CHECK(tag.reference() == "sf");
    CHECK_FALSE(tag.behind_us("sf", {50 * second_us}));
    CHECK(tag.behind_us("sf2", {50 * second_us}) == 0);
}

TEST_CASE("two decoders are held together by the tag although another, which does not hear it, was heard first") {
    SyncCase centre;
    centre.set_up = [&](TrackOptions& track) {
        track.sync_transponder = timing::TransponderId{sync_tag};
        track.devices[1].role = timing::LoopRole::sector;
        track.devices[1].sector = 1;
        track.devices.push_back({"pit", "tcp://127.0.0.1:5405?protocol=p3", timing::LoopRole::pit_in});
    };
    centre.open();
    centre.told(centre.made(102, centre.begin.us + second_us / 2, ClockBase::utc), 0.52, "pit");
    centre.exact_from_us = 1'800 * second_us;
    centre.drive(1, 900);
    std::int64_t worst_us = 0, finish_us = 0;
    for (const PassingKept& kept : centre.kept()) {
        if (kept.time().us < centre.begin.us + warm_us) continue;
        if (kept.device == "sf") finish_us = kept.time().us;
        if (kept.device == "sf2" && finish_us)
            worst_us = std::max(worst_us, std::abs(kept.time().us - finish_us - split_us));
    }
    CHECK(worst_us > 0);
    CHECK(worst_us <= 2'000);
}

TEST_CASE("after a restart the tag says where the epoch lies, and its passings are not moved once more by arrival") {
    TrackClock clock;
    for (const char* device : {"sf", "sf2"}) clock.add_device(device, 1);
    // Each clock counts from its start; the second one's begins anew at 60 s.
    const auto passes = [&](const std::string& device, int at_s, std::int64_t way_us, bool tag) {
        const std::int64_t at_us = at_s * second_us;
        link::ReceivedPassing received;
        received.passing.clock = ClockBase::start;
        received.passing.time_us = device == "sf" ? at_us : at_us - 60 * second_us;
        received.received = {at_us + way_us};
        PassingKept kept{device, 0, received.received, received.passing};
        kept.correction_us = clock.correction_us(device, received, {});
        tag ? clock.heard_sync(kept) : clock.heard(kept);
        return kept.time().us;
    };
    const std::int64_t first_us = passes("sf", 50, 5'000, false);
    const std::int64_t track_us = first_us - 50 * second_us;
    passes("sf2", 61, 205'000, false);  // held up
    passes("sf", 63, 5'000, true);
    passes("sf2", 63, 5'000, true);
    CHECK(std::abs(passes("sf2", 65, 5'000, false) - track_us - 65 * second_us) <= 100);
    CHECK_FALSE(clock.misplaced("sf2", {66 * second_us}));
    CHECK(std::abs(passes("sf2", 67, 5'000, false) - track_us - 67 * second_us) <= 100);
    CHECK_FALSE(clock.misplaced("sf2", {68 * second_us}));
}
