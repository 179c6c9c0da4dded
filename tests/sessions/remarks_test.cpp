// Goal: corrections of officials (race-rules.md §6): passings taken out, laps divided, passings given to another, karts swapped; each
// undone as if it had never been. Method: a race of three karts told to a window, with the correction before and after its passing.
#include <catch2/catch.hpp>

#include "tests/sessions/session_case.hpp"

using namespace chicane;
using namespace chicane::sessions;

namespace {

RemarkMade about(std::uint64_t passing, RemarkKind kind) { return {kind, passing, 0, 1}; }

Setup with_karts() {
    Setup setup = race();
    for (std::uint32_t i = 0; i < 3; ++i) {
        setup.entrants[i].transponders.clear();
        setup.entrants[i].kart = timing::KartId{i + 1};
    }
    return setup;
}

/// Karts 1 to 4 have the tags 101 to 104.
transponders::Register kart_tags() {
    transponders::Register tags;
    for (std::uint32_t kart = 1; kart <= 4; ++kart) tags.assign({kart, {100 + kart}, timing::KartId{kart}, {0}});
    return tags;
}

}  // namespace

TEST_CASE("a passing taken out joins the laps on both sides of it, and put back divides them again") {
    Case race_(race());
    race_.pass(101, 0);
    const auto between = race_.pass(101, 40);
    race_.pass(101, 80);
    const Result before = race_.result();
    const auto word = race_.tell(about(between, RemarkKind::voided));
    CHECK(race_.verdict(between) == "voided");
    CHECK(race_.row("1").laps == 1);
    CHECK(race_.row("1").best_us == at_s(80).us);
    race_.window.remove(word);
    CHECK(race_.result() == before);
}

TEST_CASE("a word about a passing that comes later waits for it") {
    Case race_(race());
    race_.pass(101, 0);
    race_.tell(about(4, RemarkKind::voided));
    race_.pass(101, 80);
    race_.window.insert(4, {at_s(40), {101}, {}, 0});
    CHECK(race_.verdict(4) == "voided");
    CHECK(race_.row("1").laps == 1);
}

TEST_CASE("a divided lap is whole again once its missed passing comes after all") {
    Case race_(race());
    const auto begin = race_.pass(101, 0);
    const auto end = race_.pass(101, 80);
    race_.tell(RemarkMade{RemarkKind::lap_split, end, begin, 2});
    CHECK(race_.row("1").laps == 2);
    CHECK(race_.row("1").best_us == std::nullopt);
    race_.pass(101, 41);
    CHECK(race_.row("1").laps == 2);
    CHECK(race_.row("1").best_us == at_s(39).us);
}

TEST_CASE("laps divided and then joined are as if nothing had been done") {
    Case race_(race());
    const auto begin = race_.pass(101, 0);
    race_.pass(102, 1);
    const auto end = race_.pass(101, 80);
    race_.pass(102, 60);
    const Result before = race_.result();
    const auto word = race_.tell(RemarkMade{RemarkKind::lap_split, end, begin, 2});
    CHECK(race_.order() == "1 2 3");
    race_.window.remove(word);
    CHECK(race_.result() == before);
}

TEST_CASE("the first finisher set by officials ends the race there, and taken back it ends as its rules say") {
    Setup setup = race();
    setup.rules.end.laps = 3;
    Case race_(setup);
    for (const int lap : {0, 1, 2, 3}) {
        race_.pass(101, lap * 40);
        race_.pass(102, lap * 40 + 1);
    }
    const Result before = race_.result();
    // The flag was shown a lap too early: to the crossings at 80 and 81 s.
    const auto word = race_.tell(about(5, RemarkKind::first_finisher));
    CHECK(race_.row("1").laps == 2);
    CHECK(race_.row("2").laps == 2);
    CHECK(race_.verdict(7) == "after_finish");
    CHECK(race_.state() == "finished");
    race_.window.remove(word);
    CHECK(race_.result() == before);
}

TEST_CASE("passings given to another count for him from that moment on, and exchanged for both") {
    for (const bool exchange : {false, true}) {
        Case race_(race());
        for (const int lap : {0, 1, 2}) {
            race_.pass(101, lap * 40);
            race_.pass(102, lap * 40 + 5);
        }
        const Result before = race_.result();
        const auto word = race_.tell(PassingsGiven{{1}, {exchange ? 2U : 3U}, exchange, at_s(30)});
        if (exchange) {
            CHECK(race_.row("1").last_us == at_s(40).us);
            CHECK(race_.row("1").total_us == at_s(85).us);
            CHECK(race_.row("2").total_us == at_s(80).us);
        } else {
            CHECK(race_.row("1").laps == 0);
            CHECK(race_.row("3").laps == 1);
        }
        race_.window.remove(word);
        CHECK(race_.result() == before);
    }
}

TEST_CASE("wrong since the beginning: passings given from the begin leave nothing where they were") {
    Case race_(race());
    race_.pass(101, 0);
    race_.pass(101, 40);
    race_.tell(PassingsGiven{{1}, {3}, false, {0}});
    CHECK(race_.row("1").status == timing::RowState::running);
    CHECK(race_.row("1").total_us == std::nullopt);
    CHECK(race_.row("3").laps == 1);
}

TEST_CASE("who swaps his kart goes on counting with the other one's tags, and the one he left counts for nobody") {
    Case race_(with_karts(), kart_tags());
    race_.pass(101, 0);
    race_.pass(101, 40);
    const auto with_new = race_.pass(104, 80);
    const auto with_old = race_.pass(101, 85);
    CHECK(race_.verdict(with_new) == "not_entered");
    const auto word = race_.tell(KartSwapped{{1}, {4}, at_s(60)});
    CHECK(race_.verdict(with_new) == "counted");
    CHECK(race_.verdict(with_old) == "not_entered");
    CHECK(race_.row("1").laps == 2);
    CHECK(race_.window.kart_of({1}, at_s(59)) == timing::KartId{1});
    CHECK(race_.window.kart_of({1}, at_s(60)) == timing::KartId{4});
    race_.window.remove(word);
    CHECK(race_.verdict(with_new) == "not_entered");
    CHECK(race_.row("1").laps == 2);
}

TEST_CASE("two who swap with one another drive on with each other's kart, whichever was told first") {
    for (const bool first : {true, false}) {
        Case race_(with_karts(), kart_tags());
        race_.pass(101, 0);
        race_.pass(102, 1);
        const KartSwapped one{{1}, {2}, at_s(60)};
        const KartSwapped two{{2}, {1}, at_s(60)};
        race_.tell(first ? one : two);
        race_.tell(first ? two : one);
        race_.pass(102, 80);
        race_.pass(101, 90);
        CHECK(race_.row("1").total_us == at_s(80).us);
        CHECK(race_.row("2").total_us == at_s(90).us);
    }
}

TEST_CASE("a tag put on a kart in the race counts for who drives that kart then") {
    Case race_(with_karts(), kart_tags());
    race_.pass(101, 0);
    race_.tell(KartSwapped{{1}, {4}, at_s(60)});
    race_.assign(999, timing::KartId{4}, 50);
    const auto early = race_.pass(999, 55);
    const auto late = race_.pass(999, 70);
    CHECK(race_.verdict(early) == "not_entered");
    CHECK(race_.verdict(late) == "counted");
}
