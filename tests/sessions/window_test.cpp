// Goal: what a window makes of tags, loops and copies, of late passings and of later decisions. contract.md, replay: Verdicts,
// Loops, and Register. Method: a few passings each, asked for their verdicts.
#include "sessions/window.hpp"

#include <catch2/catch.hpp>

#include "sessions/officials.hpp"
#include "sessions/tags.hpp"
#include "tests/sessions/session_case.hpp"
#include "timing/limits.hpp"

using namespace chicane;
using namespace chicane::sessions;

namespace {

constexpr double us = 0.000001;

Setup two_finish_decoders() {
    Setup setup = race();
    setup.loops = {{{10}, LoopRole::finish, 0}, {{11}, LoopRole::finish, 0}};
    return setup;
}

}  // namespace

TEST_CASE("a copy of a passing is a duplicate, whatever its number") {
    Case c(race());
    const auto first = c.pass(101, 1, 7, 5);
    const auto copy = c.pass(101, 1, 7, 5);
    const auto renumbered = c.pass(101, 1, 7, 6);
    CHECK(c.verdict(first) == "starts_lap");
    CHECK(c.verdict(copy) == "duplicate");
    CHECK(c.verdict(renumbered) == "duplicate");
}

TEST_CASE("a copy with the lower number that comes later is the original") {
    Case c(race());
    const auto second = c.pass(101, 1, 7, 6);
    const auto first = c.pass(101, 1, 7, 5);
    CHECK(c.verdict(first) == "starts_lap");
    CHECK(c.verdict(second) == "duplicate");
}

TEST_CASE("another decoder, another tag or another microsecond is no duplicate") {
    Case c(race());
    c.pass(101, 1, 7);
    CHECK(c.verdict(c.pass(101, 1, 8)) == "counted");
    CHECK(c.verdict(c.pass(102, 1, 7)) == "starts_lap");
    CHECK(c.verdict(c.pass(101, 1 + us, 7)) == "counted");
}

TEST_CASE("a backup decoder's passing inside the merge window before or after the main one's is a backup") {
    Case c(two_finish_decoders());
    const auto before = c.pass(101, 10, 11);
    CHECK(c.verdict(before) == "starts_lap");
    c.pass(101, 13, 10);
    CHECK(c.verdict(before) == "backup");
    CHECK(c.verdict(c.pass(101, 16, 11)) == "backup");
    CHECK(c.verdict(c.pass(101, 16 + us, 11)) == "counted");
    CHECK(c.verdict(c.pass(102, 13, 11)) == "starts_lap");
}

TEST_CASE("a decoder without an entry stands behind all that are listed for the finish") {
    Case c(two_finish_decoders());
    c.pass(101, 10, 11);
    CHECK(c.verdict(c.pass(101, 11, 99)) == "backup");
    CHECK(c.verdict(c.pass(102, 20, 99)) == "starts_lap");
}

TEST_CASE("decoders without an entry are equal among themselves") {
    Case c(race());
    c.pass(101, 10, 98);
    CHECK(c.verdict(c.pass(101, 12, 99)) == "counted");
}

TEST_CASE("a backup hears also for one that is a backup itself, though out of reach of the main one") {
    Setup setup = two_finish_decoders();
    setup.loops.push_back({{12}, LoopRole::finish, 0});
    Case c(setup);
    c.pass(101, 10, 10);
    CHECK(c.verdict(c.pass(101, 12, 11)) == "backup");
    CHECK(c.verdict(c.pass(101, 14, 12)) == "backup");
}

TEST_CASE("loops of different roles are different loops") {
    Setup setup = race();
    setup.loops = {{{10}, LoopRole::finish, 0},
                   {{20}, LoopRole::finish_in_pit, 0},
                   {{30}, LoopRole::sector, 1},
                   {{31}, LoopRole::sector, 2}};
    Case c(setup);
    c.pass(101, 10, 10);
    CHECK(c.verdict(c.pass(101, 12, 20)) == "counted");
    CHECK(c.verdict(c.pass(101, 13, 30)) == "counted");
    CHECK(c.verdict(c.pass(101, 14, 31)) == "counted");
    CHECK(c.row("1").laps == 1);
}

TEST_CASE("only finish loops make crossings") {
    Setup setup = race();
    setup.loops = {{{30}, LoopRole::sector, 1}, {{40}, LoopRole::pit_in, 0}};
    setup.rules.end.laps = 1;
    Case c(setup);
    CHECK(c.verdict(c.pass(101, 5, 30)) == "counted");
    CHECK(c.state() == "waiting");
    CHECK(c.verdict(c.pass(101, 10, 1)) == "starts_lap");
    CHECK(c.verdict(c.pass(101, 15, 30)) == "counted");
    CHECK(c.verdict(c.pass(101, 30, 1)) == "counted");
    CHECK(c.row("1").laps == 1);
    CHECK(c.verdict(c.pass(101, 31, 40)) == "after_finish");
}

TEST_CASE("the other tag of a kart inside the pair window is a second transponder") {
    Case c(race());
    c.pass(101, 10);
    CHECK(c.verdict(c.pass(201, 10.1)) == "second_transponder");
    CHECK(c.verdict(c.pass(201, 13)) == "second_transponder");
    CHECK(c.verdict(c.pass(201, 13 + us)) == "counted");
    CHECK(c.verdict(c.pass(101, 14)) == "second_transponder");
}

TEST_CASE("what goes before in the list of verdicts wins") {
    Setup setup = race();
    setup.rules.min_lap_us = at_s(15).us;
    setup.rules.arm_at = at_s(5);
    Case c(setup);
    CHECK(c.verdict(c.pass(999, 1)) == "unknown_transponder");
    CHECK(c.verdict(c.pass(101, 5 - us)) == "before_start");
    CHECK(c.verdict(c.pass(101, 5)) == "starts_lap");
    CHECK(c.verdict(c.pass(201, 6)) == "second_transponder");
    CHECK(c.verdict(c.pass(201, 9)) == "below_min_lap");
    CHECK(c.verdict(c.pass(101, 20 - us)) == "below_min_lap");
    CHECK(c.verdict(c.pass(101, 20)) == "counted");
}

TEST_CASE("passings are judged in order of time, then number, then decoder, then arrival") {
    Setup setup = race();
    setup.rules.end.how = timing::EndHow::immediate;
    setup.rules.end.laps = 1;
    const auto who_won = [&](auto second, auto first) {
        Case c(setup);
        c.pass(101, 0);
        c.pass(102, 1);
        second(c);
        first(c);
        return c.order().substr(0, 1);
    };
    CHECK(who_won([](Case& c) { c.pass(101, 20 + us); }, [](Case& c) { c.pass(102, 20); }) == "2");
    CHECK(who_won([](Case& c) { c.pass(101, 20, 0, 9); }, [](Case& c) { c.pass(102, 20, 0, 8); }) == "2");
    CHECK(who_won([](Case& c) { c.pass(101, 20, 6, 9); }, [](Case& c) { c.pass(102, 20, 5, 9); }) == "2");
    CHECK(who_won([](Case& c) { c.pass(101, 20, 5, 9); }, [](Case& c) { c.pass(102, 20, 5, 9); }) == "1");
}

TEST_CASE("an unknown tag in an open session is an entrant in order of first passing, after those entered") {
    Setup setup = race();
    setup.rules.open = true;
    Case c(setup);
    c.pass(777, 20);
    c.pass(666, 10);
    CHECK(c.order() == "666 777 1 2 3");
    CHECK(c.row("777").name == "Unknown 777");
    const auto board = c.window.board(c.window.newest());
    CHECK(board.rows[0].number.empty());
    CHECK(board.rows[0].name == "Unknown 666");
    CHECK(board.rows[0].id.value >= unentered_first);
}

TEST_CASE("the row of an unknown tag keeps its id when an earlier passing of another tag comes late") {
    Case c(open_practice());
    c.pass(777, 20);
    const auto id = c.row("777").entrant;
    c.pass(666, 10);
    CHECK(c.row("777").entrant == id);
}

TEST_CASE("an open session has room for entrants_max and the rest goes on") {
    Case c(open_practice());
    for (std::uint64_t tag = 1; tag <= timing::entrants_max; ++tag) c.pass(tag, static_cast<double>(tag));
    CHECK(c.verdict(c.pass(9999, 1000)) == "unknown_transponder");
    CHECK(c.verdict(c.pass(1, 1001)) == "counted");
    CHECK(c.result().classification.size() == timing::entrants_max);
}

TEST_CASE("a session holds passings_max, one more is refused and changes nothing, and officials go on") {
    Window window(race(), {});
    for (std::uint64_t i = 1; i <= timing::passings_max; ++i) {
        const auto time_us = static_cast<std::int64_t>(i) * 86'000;  // two million in 48 h
        window.insert(i, RawPassing{{time_us}, {i % 50 == 0 ? 101U : 555U}, {1}, static_cast<std::uint32_t>(i)});
    }
    const timing::DecoderTime end = window.newest();
    const RawPassing late{{1'000}, {102}, {1}, 0};
    CHECK(window.insert(timing::passings_max + 1, late).taken == Taken::too_many);
    CHECK(window.size() == timing::passings_max);
    CHECK(window.newest() == end);
    CHECK(window.board(end).rows[0].laps == timing::passings_max / 50 - 1);
    CHECK(window.insert({timing::passings_max + 2, FinishedNow{end}}).taken == Taken::applied);
    CHECK(window.state(end) == timing::SessionState::finished);
}

TEST_CASE("a session takes officials_max flags and starts, one more is refused and passings go on") {
    Case c(race());
    for (std::size_t i = 0; i < officials_max; ++i) {
        c.tell(FlagShown{at_s(static_cast<double>(i)), i % 2 == 0 ? timing::Flag::yellow : timing::Flag::green});
    }
    const LogEvent more{++c.sequence, FlagShown{at_s(20'000), timing::Flag::red}};
    CHECK(c.window.insert(more).taken == Taken::too_many);
    CHECK(c.verdict(c.pass(101, 20'001)) == "starts_lap");
    CHECK(c.state() == "running");
}

TEST_CASE("a strange tag beyond tags_max stays unknown, one that somebody has counts whatever came before") {
    Setup setup = race();
    setup.rules.open = true;
    setup.entrants[1].kart = timing::KartId{21};
    transponders::Register tags;
    tags.assign({1, {555}, timing::KartId{21}, at_s(0)});
    Case c(setup, tags);
    const auto first = c.pass(1000, 1);
    for (std::uint64_t tag = 1001; tag < 1000 + tags_max; ++tag) c.pass(tag, 2);
    CHECK(c.verdict(c.pass(999, 30)) == "unknown_transponder");
    CHECK(c.verdict(c.pass(1000, 31)) == "counted");
    CHECK(c.verdict(first) == "starts_lap");
    CHECK(c.verdict(c.pass(101, 32)) == "starts_lap");
    CHECK(c.verdict(c.pass(555, 33)) == "starts_lap");
    c.assign(998, timing::EntrantId{3}, 0);
    CHECK(c.verdict(c.pass(998, 34)) == "starts_lap");
}

TEST_CASE("an unknown tag that is assigned adopts its earlier passings") {
    Case c(race());
    const auto first = c.pass(555, 10);
    c.pass(555, 30);
    CHECK(c.verdict(first) == "unknown_transponder");
    c.assign(555, timing::EntrantId{2}, 0);
    CHECK(c.verdict(first) == "starts_lap");
    CHECK(c.row("2").laps == 1);
}

TEST_CASE("in open practice an unknown row takes the kart's name and stays the row it was") {
    Case c(open_practice());
    c.pass(555, 10);
    c.pass(555, 30);
    const auto id = c.row("555").entrant;
    c.window.name_kart({21}, "21");
    c.assign(555, timing::KartId{21}, 0);
    CHECK(c.order() == "21");
    CHECK(c.row("21").entrant == id);
    CHECK(c.row("21").laps == 1);
    CHECK(c.row("21").name == "Kart 21");
}

TEST_CASE("a tag that is given to a kart from a later moment on has two rows, each with an id of its own") {
    Case c(open_practice());
    c.pass(555, 10);
    const auto id = c.row("555").entrant;
    c.window.name_kart({21}, "21");
    c.assign(555, timing::KartId{21}, 60);
    const auto by_the_kart = c.pass(555, 90);
    CHECK(c.row("555").entrant == id);
    CHECK(c.row("21").entrant != id);
    CHECK(c.window.passing(by_the_kart)->entrant == c.row("21").entrant);
    CHECK(c.window.last_seen()[1].entrant == c.row("21").entrant);
}

TEST_CASE("an assignment that is taken back leaves each row the id that it had before") {
    transponders::Register kart_21;
    kart_21.assign({1, {901}, timing::KartId{21}, {0}});
    Case c(open_practice(), kart_21);
    c.window.name_kart({21}, "21");
    c.pass(900, 10);
    c.pass(901, 12);
    const auto unknown = c.row("900").entrant, kart = c.row("21").entrant;
    REQUIRE(unknown != kart);
    const auto given = c.assign(900, timing::KartId{21}, 0);
    CHECK(c.order() == "21");
    CHECK(c.row("21").entrant == unknown);
    c.window.remove(given);
    CHECK(c.row("900").entrant == unknown);
    CHECK(c.row("21").entrant == kart);
}

TEST_CASE("an assignment holds from its moment on and not before") {
    Case c(race());
    const auto early = c.pass(101, 10);
    const auto later = c.pass(101, 40);
    c.assign(101, timing::EntrantId{3}, 25);
    CHECK(c.window.passing(early)->entrant == timing::EntrantId{1});
    CHECK(c.window.passing(later)->entrant == timing::EntrantId{3});
}

TEST_CASE("a tag that is taken from its holder is unknown from then on") {
    Case c(race());
    const auto early = c.pass(101, 10);
    const auto later = c.pass(101, 40);
    c.assign(101, transponders::Nobody{}, 25);
    CHECK(c.verdict(early) == "starts_lap");
    CHECK(c.verdict(later) == "unknown_transponder");
}

TEST_CASE("a kart's tags in the register count for the entrant who drives it") {
    Setup setup = race();
    setup.entrants[1].kart = timing::KartId{21};
    transponders::Register tags;
    tags.assign({1, {555}, timing::KartId{21}, at_s(0)});
    tags.assign({2, {103}, timing::KartId{21}, at_s(0)});
    Case c(setup, tags);
    CHECK(c.window.passing(c.pass(555, 10))->entrant == timing::EntrantId{2});
    CHECK(c.window.passing(c.pass(103, 11))->entrant == timing::EntrantId{3});  // the setup's own word goes before
}

TEST_CASE("the tag of a kart that nobody drives is not entered, in an open session it is an entrant") {
    transponders::Register tags;
    tags.assign({1, {555}, timing::KartId{21}, at_s(20)});
    tags.assign({2, {666}, timing::EntrantId{99}, at_s(0)});
    Case c(race(), tags);
    CHECK(c.verdict(c.pass(555, 19)) == "unknown_transponder");
    const auto passing = c.pass(555, 20);
    CHECK(c.verdict(passing) == "not_entered");
    CHECK_FALSE(c.window.passing(passing)->entrant);
    CHECK(c.verdict(c.pass(555, 20)) == "duplicate");
    CHECK(c.verdict(c.pass(666, 30)) == "unknown_transponder");  // an entrant of another session is nobody here
    CHECK(c.order() == "1 2 3");
    Case open(open_practice(), tags);
    CHECK(open.verdict(open.pass(555, 20)) == "starts_lap");
}

TEST_CASE("another name, number or driver of an entrant is shown, and no passing is judged anew") {
    Case c(race());
    for (int lap = 0; lap < 3; ++lap) c.pass(101, 10 + lap * 30);
    Setup setup = race();
    setup.entrants[0].number = "77";
    setup.entrants[0].public_name = "Z. Other";
    setup.entrants[0].drivers = {{{5}, "Anna", "A."}};
    CHECK(c.window.configure(setup).judged == 0);
    const timing::Row row = c.window.board(c.window.newest()).rows.front();
    CHECK(row.number == "77");
    CHECK(row.name == "Z. Other");
    CHECK(row.laps == 2);
    setup.entrants[0].transponders = {{999}};
    CHECK(c.window.configure(setup).judged == 3);
    CHECK(c.window.board(c.window.newest()).rows.front().laps == 0);
}

TEST_CASE("who is entered late adopts what his kart has driven") {
    transponders::Register tags;
    tags.assign({1, {555}, timing::KartId{21}, at_s(0)});
    Case c(race(), tags);
    const auto passing = c.pass(555, 20);
    CHECK(c.verdict(passing) == "not_entered");
    Setup setup = race();
    setup.entrants.push_back(entrant(4, {}));
    setup.entrants.back().kart = timing::KartId{21};
    c.window.configure(setup);
    CHECK(c.verdict(passing) == "starts_lap");
    CHECK(c.order() == "4 1 2 3");
}

TEST_CASE("what is taken back leaves the session as if it had never been") {
    Case c(race());
    c.pass(101, 0);
    c.pass(101, 20);
    c.pass(555, 25);
    const Result before = c.result();
    const auto finish = c.tell(FinishedNow{at_s(30)});
    const auto given = c.assign(555, timing::EntrantId{2}, 0);
    CHECK(c.result() != before);
    c.window.remove(finish);
    c.window.remove(given);
    Result after = c.window.result(at_s(25));
    CHECK(after == before);
    CHECK(c.window.remove(given).taken == Taken::known);
}

TEST_CASE("an event that the window has already changes nothing") {
    Case c(race());
    c.pass(101, 0);
    CHECK(c.window.insert(1, RawPassing{at_s(0), {101}, {}, 0}).taken == Taken::known);
    c.tell(FlagShown{at_s(1), timing::Flag::yellow});
    CHECK(c.window.insert(LogEvent{2, FlagShown{at_s(1), timing::Flag::yellow}}).taken == Taken::known);
    CHECK(c.window.size() == 1);
}

TEST_CASE("the signal may be told after the passings that it makes count") {
    Setup setup = race();
    setup.rules.start = timing::Start::signal;
    Case c(setup);
    const auto warm_up = c.pass(101, 5);
    const auto first = c.pass(101, 30);
    CHECK(c.verdict(first) == "before_start");
    c.tell(StartSignal{at_s(10)});
    CHECK(c.verdict(warm_up) == "before_start");
    CHECK(c.verdict(first) == "starts_lap");
    CHECK(c.row("1").total_us == at_s(20).us);
}

TEST_CASE("what holds for the whole session is applied first, and in that order no passing is judged twice") {
    CHECK(applied_at(LogEvent{1, StartSignal{{15}}}.what) == before_all);
    CHECK(applied_at(LogEvent{1, EndExtended{{15}, 1, 0}}.what) == before_all);
    CHECK(applied_at(LogEvent{1, FlagShown{{15}, timing::Flag::red}}.what) == timing::DecoderTime{15});
    CHECK(applied_at(LogEvent{1, DecisionMade{}}.what) == before_all);
    Setup setup = race();
    setup.rules.start = timing::Start::signal;
    Window window(setup, {});
    std::size_t judged = window.insert({9, StartSignal{{15'000'000}}}).judged;
    judged += window.insert(1, RawPassing{{10'000'000}, {101}, {1}, 1}).judged;
    judged += window.insert(2, RawPassing{{20'000'000}, {101}, {1}, 2}).judged;
    CHECK(judged == 2);
}

TEST_CASE("more time moves the end of the whole session, also after the flag") {
    Setup setup = race();
    setup.rules.end.time_us = at_s(50).us;
    Case c(setup);
    c.pass(101, 0);
    c.pass(101, 60);
    CHECK(c.state() == "finished");
    const auto more = c.tell(EndExtended{at_s(65), at_s(60).us, 0});
    CHECK(c.state() == "running");
    CHECK(c.window.board(at_s(70)).clock.remaining_us == at_s(40).us);
    c.window.remove(more);
    CHECK(c.state() == "finished");
}

TEST_CASE("a changed setup is applied from the begin") {
    Case c(race());
    c.pass(101, 0);
    c.pass(101, 20);
    c.pass(104, 21);
    Setup setup = c.window.setup();
    setup.rules.min_lap_us = at_s(30).us;
    setup.entrants.push_back(entrant(4, {{104}}));
    c.window.configure(setup);
    CHECK(c.row("1").laps == 0);
    CHECK(c.row("4").total_us == at_s(21).us);
}

TEST_CASE("a late passing costs what it displaces and a checkpoint's distance") {
    Case c(open_practice());
    for (int i = 0; i < 20'000; ++i) c.pass(static_cast<std::uint64_t>(1 + i % 40), i * 0.5);
    const auto changes = c.window.insert(c.sequence + 1, RawPassing{at_s(20'000 * 0.5 - 500.25), {1}, {}, 0});
    CHECK(changes.judged >= 1000);
    CHECK(changes.judged <= 1000 + 2 * 256 + 1);
}

TEST_CASE("the next deadline is signal, zero, or the end of a grace, whichever comes next") {
    Setup setup = race();
    setup.rules.start = timing::Start::signal;
    setup.rules.end.time_us = at_s(50).us;
    setup.rules.end.grace_us = at_s(20).us;
    Case c(setup);
    CHECK_FALSE(c.window.next_deadline(at_s(0)));
    c.tell(StartSignal{at_s(10)});
    CHECK(c.window.next_deadline(at_s(5)) == at_s(10));
    c.pass(101, 11);
    CHECK(c.window.next_deadline(at_s(11)) == at_s(60));
    CHECK(c.window.next_deadline(at_s(60)) == at_s(80 + us));
    CHECK_FALSE(c.window.next_deadline(at_s(81)));
}

TEST_CASE("a tick moves the session's now past a deadline") {
    Setup setup = race();
    setup.rules.end.time_us = at_s(50).us;
    setup.rules.end.how = timing::EndHow::immediate;
    Case c(setup);
    c.pass(101, 0);
    c.tell(Ticked{at_s(50)});
    CHECK(c.state() == "finished");
}

TEST_CASE("a copy of a window is a preview that leaves it alone") {
    Case c(race());
    c.pass(101, 0);
    Window preview = c.window;
    preview.insert(99, RawPassing{at_s(20), {101}, {}, 0});
    CHECK(preview.size() == 2);
    CHECK(c.window.size() == 1);
}

TEST_CASE("sector times and pit stops are told beside the laps") {
    Setup setup = race();
    setup.loops = {{{30}, LoopRole::sector, 1},
                   {{31}, LoopRole::sector, 2},
                   {{40}, LoopRole::pit_in, 0},
                   {{41}, LoopRole::pit_out, 0}};
    Case c(setup);
    c.pass(101, 0);
    c.pass(101, 8, 30);
    c.pass(101, 18, 31);
    c.pass(101, 30);
    auto row = c.window.board(c.window.newest()).rows[0];
    REQUIRE(row.sectors.size() == 3);
    CHECK(row.sectors[0].last_us == at_s(8).us);
    CHECK(row.sectors[1].last_us == at_s(10).us);
    CHECK(row.sectors[2].best_us == at_s(12).us);
    c.pass(101, 45, 31);  // sector 1 missed: sector 2 has no begin
    c.pass(101, 50, 40);
    row = c.window.board(c.window.newest()).rows[0];
    CHECK(row.sectors[1].last_us == at_s(10).us);
    CHECK(row.pits == 1);
    CHECK(row.state == timing::RowState::in_pit);
    c.pass(101, 55, 41);
    CHECK(c.window.board(c.window.newest()).rows[0].state == timing::RowState::running);
}
