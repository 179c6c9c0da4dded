// Which of the decoders that are known behind one connection is asked for what, and when.
#include "decoders/link/heard_decoders.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using namespace chicane::decoders;
using link::HeardDecoders;
using link::NumberActions;
using link::NumberRange;
using link::Resume;
using Ranges = std::vector<NumberRange>;

namespace {

constexpr std::int64_t second_us = 1'000'000;

/// Decoders that can be asked; so many are known, their newest numbers 1000, 2000 …
struct Heard {
    explicit Heard(std::uint32_t known) : decoders({true, 0, 1}, resumes(known)) {}

    static std::vector<Resume> resumes(std::uint32_t known) {
        std::vector<Resume> all;
        for (std::uint32_t decoder = 1; decoder <= known; ++decoder)
            all.push_back({.decoder = decoder, .last_number = 1'000 * decoder, .last_time_us = second_us});
        return all;
    }
    NumberActions pass(std::uint32_t decoder, std::uint32_t number, timing::HostTime now) {
        codec::Passing passing;
        passing.number = number;
        passing.transponder = {number};
        passing.time_us = 2 * second_us + number;
        NumberActions actions = decoders.spoke(decoder, now);
        if (auto* heard = decoders.of(decoder)) {
            const auto more = heard->passing(passing, now).actions;
            actions.ask.insert(actions.ask.end(), more.ask.begin(), more.ask.end());
        }
        return actions;
    }
    HeardDecoders decoders;
};

NumberRange ahead_of(std::uint32_t number) { return {number + 1, number + link::resend_ahead}; }

}  // namespace

TEST_CASE("the only decoder that is known is asked as soon as the link opens, and not again at its first word") {
    Heard heard(1);
    CHECK(heard.decoders.opened({0}).ask == Ranges{ahead_of(1'000)});
    CHECK(heard.decoders.spoke(1, {1}).ask.empty());
    CHECK(heard.decoders.opened({2}).ask == Ranges{ahead_of(1'000)});
}

TEST_CASE("of several decoders each is asked at its first word on a connection, and never for another's numbers") {
    Heard heard(2);
    CHECK(heard.decoders.opened({0}).ask.empty());
    CHECK(heard.decoders.spoke(2, {1}).ask == Ranges{ahead_of(2'000)});
    CHECK(heard.pass(2, 2'001, {2}).ask.empty());
    CHECK(heard.decoders.opened({3}).ask.empty());
    CHECK(heard.pass(1, 1'001, {4}).ask == Ranges{ahead_of(1'000)});
}

TEST_CASE("a decoder without numbers, such as a clock that says no name, is none of several") {
    Heard heard(1);
    heard.decoders.of(0);
    CHECK(heard.decoders.opened({0}).ask == Ranges{ahead_of(1'000)});
}

TEST_CASE("what is missing of a decoder that another has replaced is not asked of that one, and lost in the end") {
    Heard heard(2);
    heard.decoders.opened({0});
    heard.pass(1, 1'001, {1});
    CHECK(heard.pass(1, 2'000, {2}).ask == Ranges{{1'002, 1'999}});
    heard.decoders.opened({second_us});
    heard.decoders.spoke(2, {second_us});
    CHECK(heard.decoders.due({second_us + link::absent_max_us - 1}, {}).lost.empty());
    const auto given_up = heard.decoders.due({second_us + link::absent_max_us}, {});
    CHECK(given_up.ask.empty());
    CHECK(given_up.lost == Ranges{{1'002, 1'999}});
    CHECK(heard.decoders.counts().lost == 998);
}

TEST_CASE("where all places are taken a new decoder gets that of one that has not spoken since the start") {
    Heard heard(link::decoders_max);
    heard.decoders.opened({0});
    for (std::uint32_t decoder = 2; decoder <= link::decoders_max; ++decoder)
        heard.pass(decoder, 1'000 * decoder + 1, {1});
    REQUIRE(heard.decoders.of(100) != nullptr);
    CHECK(heard.decoders.of(101) == nullptr);
    CHECK(heard.decoders.of(1) == nullptr);
    CHECK(heard.decoders.of(2) != nullptr);
}

TEST_CASE("a decoder owes passings while one is missing, or while what may have followed can still come") {
    Heard heard(1);
    CHECK(!heard.decoders.owes({0}));
    heard.decoders.opened({0});
    CHECK(heard.decoders.owes({link::resend_wait_us - 1}));
    CHECK(!heard.decoders.owes({link::resend_wait_us}));
    heard.pass(1, 1'001, {10 * second_us});
    heard.pass(1, 1'003, {11 * second_us});
    CHECK(heard.decoders.owes({60 * second_us}));
    heard.pass(1, 1'002, {60 * second_us});
    CHECK(!heard.decoders.owes({60 * second_us}));
}

TEST_CASE(
    "what is asked for ahead is owed as long as it comes, and not for ever, as live passings lie in the same range") {
    Heard heard(1);
    heard.decoders.opened({0});
    std::uint32_t number = 1'000;
    timing::HostTime now{0};
    const auto goes_on_until = [&](std::int64_t until_us) {
        for (; now.us < until_us; now = timing::later_by(now, second_us)) heard.pass(1, ++number, now);
    };
    goes_on_until(10 * second_us);
    CHECK(heard.decoders.owes({now.us - second_us + link::resend_wait_us - 1}));
    CHECK(!heard.decoders.owes({now.us - second_us + link::resend_wait_us}));
    goes_on_until(link::answer_max_us + second_us);
    CHECK(!heard.decoders.owes(now));
}
