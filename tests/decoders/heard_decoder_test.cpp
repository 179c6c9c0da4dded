// What one decoder's records tell of its clock: epochs, roll-over, delays, and gaps of those that cannot be asked.
#include "decoders/link/heard_decoder.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using namespace chicane::decoders;
using codec::ClockBase;
using link::HeardDecoder;
using link::NumberRange;

namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t hour_us = 3'600 * second_us;
constexpr std::int64_t day_us = 24 * hour_us;
constexpr std::int64_t host_begin_us = 1'795'500'000 * second_us;

/// A decoder without numbers, and what time it is here.
struct Heard {
    Heard(ClockBase base_, std::int64_t rolls_over_us = 0, bool in_order = false)
        : decoder({false, rolls_over_us, 1, in_order}), base(base_) {}

    HeardDecoder::Placed pass(std::int64_t time_us, std::int64_t host_us, bool held_out = false) {
        codec::Passing passing;
        passing.transponder = {tag};
        passing.time_us = time_us;
        passing.clock = base;
        passing.number = number;
        return decoder.passing(passing, {host_begin_us + host_us}, held_out);
    }
    void read(std::int64_t time_us, std::int64_t host_us) {
        decoder.reading({time_us, {}, base}, {host_begin_us + host_us});
    }
    HeardDecoder decoder;
    ClockBase base;
    std::optional<std::uint32_t> number = {};
    std::uint64_t tag = 101;
};

}  // namespace

TEST_CASE("a clock that counts from its start and falls back by more than ten seconds began anew") {
    Heard heard(ClockBase::start);
    CHECK(heard.pass(100 * second_us, 0).epoch == 0);
    CHECK(heard.pass(91 * second_us, second_us).epoch == 0);  // two loops, told out of order
    CHECK(heard.pass(5 * second_us, 60 * second_us).epoch == 1);
    CHECK(heard.pass(35 * second_us, 90 * second_us).epoch == 1);
}

TEST_CASE("a copy that was held up by a silence is late, as a clock that began anew could not have come so far") {
    Heard heard(ClockBase::start);
    heard.pass(2'000 * second_us, 0);
    heard.pass(2'015 * second_us, 35 * second_us);  // all that a silence held up comes at once …
    heard.pass(2'034 * second_us, 35 * second_us);
    CHECK(heard.pass(2'000 * second_us, 37 * second_us).epoch == 0);  // … and after it an old copy
    CHECK(heard.pass(2'040 * second_us, 41 * second_us).epoch == 0);
    CHECK(heard.pass(15 * second_us, 60 * second_us).epoch == 1);
}

TEST_CASE("a copy of before a restart stays in its epoch, and the new clock is not read by it") {
    Heard heard(ClockBase::start);
    heard.pass(70 * second_us, 0);
    heard.pass(76 * second_us, 6 * second_us);
    CHECK(heard.pass(2 * second_us, 20 * second_us).epoch == 1);
    CHECK(heard.pass(76 * second_us, 23 * second_us).epoch == 0);
    const auto next = heard.pass(7 * second_us, 25 * second_us);
    CHECK(next.epoch == 1);
    CHECK(next.delay_us == 0);
}

TEST_CASE("a restart shortly before the end of a decoder's hours is no end of them") {
    constexpr std::int64_t end_us = 100 * hour_us;
    Heard heard(ClockBase::start, end_us);
    heard.pass(end_us - 60 * second_us, 0);
    SECTION("as its end would still be to come") { CHECK(heard.pass(second_us / 2, 9 * second_us).epoch == 1); }
    SECTION("and at its end it goes on") { CHECK(heard.pass(5 * second_us, 65 * second_us).epoch == 0); }
}

TEST_CASE("minutes after a restart a tag may pass at a reading of the clock at which it passed before") {
    Heard heard(ClockBase::start);
    heard.pass(200 * second_us, 0);
    heard.pass(240 * second_us, 40 * second_us);
    CHECK(heard.pass(second_us, 60 * second_us).epoch == 1);
    CHECK(heard.pass(240 * second_us, 299 * second_us).epoch == 1);
}

TEST_CASE("a reading that was held up by a silence tells of no new clock") {
    Heard heard(ClockBase::start);
    heard.pass(2'000 * second_us, 0);
    heard.pass(2'020 * second_us, 40 * second_us);
    heard.read(2'010 * second_us, 40 * second_us);
    CHECK(heard.pass(2'041 * second_us, 41 * second_us).epoch == 0);
}

TEST_CASE("a decoder that restarts twice within a minute begins two epochs") {
    Heard heard(ClockBase::start);
    heard.pass(2'000 * second_us, 0);
    CHECK(heard.pass(40 * second_us, 60 * second_us).epoch == 1);
    CHECK(heard.pass(20 * second_us, 90 * second_us).epoch == 2);
}

TEST_CASE("a clock that rolls over after 32 bits of milliseconds goes on in its epoch") {
    constexpr std::int64_t period_us = (std::int64_t{1} << 32) * 1'000;
    Heard heard(ClockBase::start, period_us);
    heard.pass(period_us - 60 * second_us, 0);
    heard.pass(second_us, 61 * second_us);
    CHECK(heard.pass(period_us - second_us, 62 * second_us).epoch == 0);  // from before the end, late
    const auto after = heard.pass(10 * second_us, 70 * second_us);
    CHECK(after.epoch == 0);
    CHECK(after.delay_us == 0);
    CHECK(heard.pass(5 * second_us, 71 * second_us).epoch == 0);
    CHECK(heard.pass(40 * second_us, 100 * second_us).epoch == 0);
}

TEST_CASE("a decoder that restarts late in its period is no roll-over") {
    constexpr std::int64_t period_us = 100 * hour_us;
    Heard heard(ClockBase::start, period_us);
    heard.pass(80 * hour_us, 0);
    heard.pass(80 * hour_us + 60 * second_us, 60 * second_us);
    CHECK(heard.pass(20 * second_us, 120 * second_us).epoch == 1);
}

TEST_CASE("midnight is no new epoch, a clock of the day that is set back is") {
    Heard heard(ClockBase::day);
    heard.pass(day_us - 30 * second_us, 0);
    CHECK(heard.pass(20 * second_us, 50 * second_us).epoch == 0);
    CHECK(heard.pass(300 * second_us, 330 * second_us).epoch == 0);
    CHECK(heard.pass(60 * second_us, 400 * second_us).epoch == 1);
}

TEST_CASE("an exporter that tells hours of what it held back begins no epoch") {
    Heard heard(ClockBase::local);
    heard.pass(10 * day_us, 0);
    for (int minute = 0; minute < 600; ++minute)
        CHECK(heard.pass(10 * day_us - 10 * hour_us + minute * 60 * second_us, second_us + minute).epoch == 0);
    CHECK(heard.pass(10 * day_us + second_us, 2 * second_us).epoch == 0);
    CHECK(heard.pass(second_us, 3 * second_us).epoch == 1);  // back in 1970
}

TEST_CASE("what falls back on a connection that tells in order is of a clock that was set back") {
    Heard heard(ClockBase::local, 0, true);
    heard.pass(10 * day_us, 0);
    CHECK(heard.pass(10 * day_us - hour_us + 30 * second_us, 30 * second_us).epoch == 1);
    const auto next = heard.pass(10 * day_us - hour_us + 40 * second_us, 40 * second_us);
    CHECK(next.epoch == 1);
    CHECK(next.delay_us == 0);
    CHECK(heard.pass(10 * day_us - hour_us, 41 * second_us).epoch == 1);  // seconds late, as two loops may tell
}

TEST_CASE("what was held back while nobody was connected comes first, and is of no other clock") {
    Heard heard(ClockBase::local, 0, true);
    heard.pass(10 * day_us, 0);
    heard.pass(10 * day_us + 600 * second_us, 600 * second_us);
    heard.decoder.reconnected({host_begin_us + 4'000 * second_us});
    CHECK(heard.pass(10 * day_us + 300 * second_us, 4'000 * second_us).epoch == 0);
    CHECK(heard.pass(10 * day_us + 3'900 * second_us, 4'000 * second_us).epoch == 0);
    CHECK(heard.pass(10 * day_us + 600 * second_us, 4'001 * second_us).epoch == 0);  // a copy
    CHECK(heard.pass(10 * day_us + 700 * second_us, 4'002 * second_us).epoch == 1);
}

TEST_CASE("a clock set back behind an exporter is known by the pace at which its passings go on") {
    Heard heard(ClockBase::local);
    heard.pass(10 * day_us, 0);
    CHECK(heard.pass(10 * day_us - hour_us + 10 * second_us, 10 * second_us).epoch == 0);  // held back, it may be
    CHECK(heard.pass(10 * day_us - hour_us + 11 * second_us, 11 * second_us).epoch == 0);
    CHECK(heard.pass(10 * day_us - hour_us + 16 * second_us, 16 * second_us).epoch == 1);
}

TEST_CASE("a moment still to come is told by a clock that was set ahead") {
    Heard heard(ClockBase::local);
    heard.pass(10 * day_us, 0);
    CHECK(heard.pass(10 * day_us + 9 * hour_us + 30 * second_us, 30 * second_us).epoch == 1);

    Heard held_back(ClockBase::local);  // of which the first that we heard is of the morning
    held_back.pass(10 * day_us + 7 * 60 * second_us, 0);
    CHECK(held_back.pass(10 * day_us + 2 * hour_us, second_us).epoch == 0);
}

TEST_CASE("a reading that falls back tells of a new clock before any passing does") {
    Heard heard(ClockBase::start);
    heard.pass(324 * second_us, 0);
    heard.read(0, 60 * second_us);  // I-Lap answers its init so
    const auto next = heard.pass(400 * second_us, 460 * second_us);
    CHECK(next.epoch == 1);
    CHECK(next.delay_us == 0);
}

TEST_CASE("a local clock that is set an hour back begins an epoch with its next reading") {
    Heard heard(ClockBase::local);
    heard.pass(10 * day_us, 0);
    heard.read(10 * day_us + 30 * second_us, 30 * second_us);
    heard.read(10 * day_us - hour_us + 60 * second_us, 60 * second_us);
    CHECK(heard.pass(10 * day_us - hour_us + 90 * second_us, 90 * second_us).epoch == 1);
}

TEST_CASE("a reading of a clock that was set far ahead leaves it to the numbers to tell of it") {
    Heard heard(ClockBase::utc);
    heard.number = 7;
    heard.pass(10 * day_us, 0);
    heard.read(10 * day_us + 7 * hour_us + 30 * second_us, 30 * second_us);
    heard.number = 8;
    const auto next = heard.pass(10 * day_us + 7 * hour_us + 60 * second_us, 60 * second_us);
    CHECK(next.epoch == 1);
    CHECK(heard.decoder.clock().decoder_time_at({host_begin_us + 61 * second_us})->us ==
          10 * day_us + 7 * hour_us + 61 * second_us);
}

TEST_CASE(
    "what was missing when a clock was set comes of the epoch before, and the clock that runs is not read by it") {
    HeardDecoder decoder({true});
    const auto pass = [&](std::uint32_t number, std::int64_t time_s, std::int64_t at_s) {
        codec::Passing passing;
        passing.transponder = {number};
        passing.time_us = host_begin_us + time_s * second_us;
        passing.clock = ClockBase::utc;
        passing.number = number;
        return decoder.passing(passing, {host_begin_us + at_s * second_us});
    };
    pass(100, 0, 0);
    const auto set = pass(102, 2 - 3'600, 2);
    CHECK(set.epoch == 1);
    CHECK(set.actions.ask == std::vector<NumberRange>{{101, 101}});
    CHECK(pass(101, 1, 3).epoch == 0);
    CHECK(pass(101, 1, 4).epoch == 0);
    const auto next = pass(103, 5 - 3'600, 5);
    CHECK(next.epoch == 1);
    CHECK(next.delay_us == 0);
}

TEST_CASE("a passing tells how long it was held back once something was heard before it") {
    Heard heard(ClockBase::start);
    CHECK(!heard.pass(100 * second_us, 0).delay_us);
    CHECK(heard.pass(101 * second_us, 4 * second_us).delay_us == 3 * second_us);
    heard.read(110 * second_us, 9 * second_us);  // now the way is known to be a second shorter
    CHECK(heard.pass(111 * second_us, 11 * second_us).delay_us == second_us);
}

TEST_CASE("without a clock there is no epoch and no delay") {
    Heard heard(ClockBase::none);
    heard.pass(0, 0);
    const auto placed = heard.pass(0, second_us);
    CHECK(placed.epoch == 0);
    CHECK(!placed.delay_us);
}

TEST_CASE("of a decoder that cannot be asked a gap is lost, by its numbers, when nothing fills it") {
    Heard heard(ClockBase::start);
    heard.number = 7;
    heard.pass(second_us, 0);
    CHECK(heard.decoder.counted(8, {host_begin_us + second_us}).lost.empty());
    CHECK(heard.decoder.counted(12, {host_begin_us + 2 * second_us}).lost.empty());
    const auto gap = heard.decoder.due({host_begin_us + 2 * second_us + link::late_wait_us}, {});
    REQUIRE(gap.lost.size() == 1);
    CHECK(gap.lost[0] == NumberRange{9, 11});
    CHECK(gap.ask.empty());
    heard.number = 13;
    CHECK(heard.pass(3 * second_us, 3 * second_us).actions.lost.empty());
    CHECK(heard.decoder.reconnected({host_begin_us + 4 * second_us}).ask.empty());
    CHECK(heard.decoder.counts().lost == 3);
}

TEST_CASE("of a decoder that cannot be asked a passing that was held up fills its gap, and is no new beginning") {
    Heard heard(ClockBase::start);
    heard.number = 7;
    heard.pass(second_us, 0);
    heard.number = 10;
    heard.pass(4 * second_us, 3 * second_us);
    heard.number = 8;
    const auto late = heard.pass(2 * second_us, 4 * second_us);
    CHECK(late.epoch == 0);
    CHECK(heard.decoder.counted(9, {host_begin_us + 5 * second_us}).lost.empty());
    CHECK(heard.decoder.due({host_begin_us + hour_us}, {host_begin_us + hour_us}).lost.empty());
    CHECK(heard.decoder.counts().recovered == 2);
}

TEST_CASE("a decoder that counts passings and statuses and restarts is a new epoch, and nothing of it is lost") {
    Heard heard(ClockBase::start);
    heard.number = 1'000;
    heard.pass(5'000 * second_us, 0);
    CHECK(heard.decoder.counted(1, {host_begin_us + 20 * second_us}).lost.empty());
    heard.number = 2;
    const auto placed = heard.pass(12 * second_us, 30 * second_us);
    CHECK(placed.epoch == 1);
    CHECK(placed.actions.lost.empty());
}

TEST_CASE("after a restart of the server the epoch goes on as the journal says") {
    Heard heard(ClockBase::start);
    heard.decoder.resume(
        {.decoder = 0, .last_number = {}, .last_time_us = 0, .epoch = 3, .newest_time_us = 500 * second_us});
    CHECK(heard.pass(500 * second_us, 0).epoch == 3);  // told again, as it was not acknowledged
    CHECK(heard.pass(530 * second_us, 30 * second_us).epoch == 3);

    Heard restarted(ClockBase::start);
    restarted.decoder.resume(
        {.decoder = 0, .last_number = {}, .last_time_us = 0, .epoch = 3, .newest_time_us = 500 * second_us});
    CHECK(restarted.pass(20 * second_us, 0).epoch == 4);
}

namespace {

/// The server was started anew: its journal ends with a passing that came at 0 here and at `shown_us` of the decoder's clock.
Heard resumed(std::int64_t shown_us, std::optional<std::uint32_t> number = {}) {
    Heard heard(ClockBase::start);
    heard.decoder.resume({.decoder = 0,
                          .last_number = {},
                          .last_time_us = 0,
                          .epoch = 3,
                          .newest_number = number,
                          .newest_time_us = shown_us,
                          .newest_received = timing::HostTime{host_begin_us}});
    return heard;
}

}  // namespace

TEST_CASE(
    "a decoder that restarted while the server was down and shows more than before is told by how long that was") {
    Heard heard = resumed(500 * second_us);
    CHECK(heard.pass(700 * second_us, 1'000 * second_us).epoch == 4);
    CHECK(heard.decoder.lacked_us() == 800 * second_us);
    CHECK(heard.pass(760 * second_us, 1'060 * second_us).epoch == 4);

    Heard read = resumed(500 * second_us);
    read.read(700 * second_us, 1'000 * second_us);
    CHECK(read.pass(710 * second_us, 1'010 * second_us).epoch == 4);

    Heard numbered = resumed(500 * second_us, 40);
    numbered.number = 90;  // it counts anew, and has come further
    const auto first = numbered.pass(700 * second_us, 1'000 * second_us);
    CHECK(first.epoch == 4);
    numbered.number = 91;
    CHECK(numbered.pass(760 * second_us, 1'060 * second_us).epoch == 4);
    CHECK(numbered.decoder.counts().found == 0);
}

TEST_CASE("a decoder that went on while the server was down stays in its epoch, whatever its drift") {
    const std::int64_t drifted_us = GENERATE(-18, 0, 18) * second_us;  // of a night at 400 ppm and more
    Heard heard = resumed(500 * second_us);
    CHECK(heard.pass(500 * second_us + 12 * hour_us + drifted_us, 12 * hour_us).epoch == 3);
    CHECK(!heard.decoder.lacked_us());
}

TEST_CASE("a decoder that shows more than the server was down went on, and the server's clock was set") {
    const std::int64_t set_us = GENERATE(-hour_us, -900 * second_us, 900 * second_us, hour_us);
    Heard heard = resumed(2 * hour_us);
    CHECK(heard.pass(2 * hour_us + 3'000 * second_us, 3'000 * second_us + set_us).epoch == 3);
    CHECK(heard.decoder.lacked_us() == set_us);
}

TEST_CASE("what is told later than the first word after a start of the server tells nothing of what was before it") {
    Heard heard = resumed(500 * second_us);
    heard.pass(1'500 * second_us, 1'000 * second_us);
    CHECK(heard.pass(1'560 * second_us, 4'000 * second_us).epoch == 3);
}

TEST_CASE("a passing held out until its acknowledgement may be of before, until a reading or a live one tells") {
    Heard same = resumed(500 * second_us);
    CHECK(same.pass(520 * second_us, 1'000 * second_us, true).epoch == 3);
    CHECK(same.pass(900 * second_us, 1'000 * second_us, true).epoch == 3);
    same.read(1'501 * second_us, 1'001 * second_us);
    CHECK(same.pass(1'502 * second_us, 1'002 * second_us, true).epoch == 3);

    Heard read = resumed(500 * second_us);
    CHECK(read.pass(520 * second_us, 1'000 * second_us, true).epoch == 3);
    read.read(530 * second_us, 1'001 * second_us);
    CHECK(read.pass(540 * second_us, 1'011 * second_us, true).epoch == 4);
    CHECK(read.pass(520 * second_us, 1'012 * second_us, true).epoch == 3);  // it is repeated

    Heard live = resumed(500 * second_us);
    CHECK(live.pass(700 * second_us, 1'000 * second_us, true).epoch == 3);
    CHECK(live.pass(703 * second_us, 1'003 * second_us, true).epoch == 3);
    CHECK(live.pass(740 * second_us, 1'040 * second_us, true).epoch == 4);
}

TEST_CASE("a trigger without a date tells nothing of the clock of a device whose passings have one") {
    Heard heard(ClockBase::local);
    codec::Passing marker;
    marker.trigger = true;
    marker.clock = ClockBase::day;
    marker.time_us = 20 * hour_us;
    const bool marker_first = GENERATE(false, true);
    if (marker_first) heard.decoder.passing(marker, {host_begin_us});
    heard.pass(host_begin_us, 0);
    if (!marker_first) CHECK(heard.decoder.passing(marker, {host_begin_us + second_us}).epoch == 0);
    const auto next = heard.pass(host_begin_us + 2 * second_us, 2 * second_us);
    CHECK(next.epoch == 0);
    CHECK(next.delay_us == 0);
    CHECK(heard.decoder.clock().decoder_time_at({host_begin_us + 3 * second_us})->us == host_begin_us + 3 * second_us);
}

TEST_CASE("the first passing after a quiet night is placed on its day") {
    Heard heard(ClockBase::day);
    heard.pass(12 * hour_us, 0);
    const auto next = heard.pass(14 * hour_us, 26 * hour_us);
    CHECK(next.epoch == 0);
    CHECK(next.delay_us == 0);
}

TEST_CASE("a clock that we set begins an epoch with what it tells next, however little it moved") {
    Heard heard(ClockBase::start);
    CHECK(heard.pass(100 * second_us, 0).epoch == 0);
    heard.decoder.clock_set();
    INFO("a repetition is of the clock as it was");
    CHECK(heard.pass(100 * second_us, second_us).epoch == 0);
    heard.tag = 102;
    CHECK(heard.pass(104 * second_us, 2 * second_us).epoch == 1);
    CHECK(heard.pass(134 * second_us, 32 * second_us).epoch == 1);
}

TEST_CASE("a clock of moments that we set goes on in its epoch unless it moved far") {
    Heard heard(ClockBase::local);
    heard.pass(host_begin_us, 0);
    heard.decoder.clock_set();
    CHECK(heard.pass(host_begin_us + 4 * second_us, 2 * second_us).epoch == 0);
}

TEST_CASE("what was told before a clock was set is of its old epoch also where it is asked for and told again") {
    Heard heard(ClockBase::local, 0, true);
    heard.pass(host_begin_us + hour_us, 0);
    REQUIRE(heard.pass(host_begin_us + 10 * second_us, 10 * second_us).epoch == 1);
    const auto again = [&](std::int64_t time_us) {
        codec::Passing passing;
        passing.transponder = {heard.tag};
        passing.time_us = time_us;
        passing.clock = ClockBase::local;
        return heard.decoder.passing(passing, {host_begin_us + 20 * second_us}, false, true).epoch;
    };
    CHECK(again(host_begin_us + hour_us) == 0);
    CHECK(again(host_begin_us + 10 * second_us) == 1);
    CHECK(again(host_begin_us + 15 * second_us) == 1);
}
