// An acknowledgement means the passing that its decoder holds out, never the one behind it.
#include "decoders/link/acknowledgements.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/chronelec.hpp"
#include "decoders/codec/toolkit.hpp"

using namespace chicane;
using namespace chicane::decoders;
using link::acknowledge_again_us;
using link::Acknowledgements;

namespace {

codec::Passing passing(std::uint64_t tag, std::int64_t time_us) {
    codec::Passing made;
    made.transponder = {tag};
    made.time_us = time_us;
    made.loop = "STA";
    return made;
}

}  // namespace

TEST_CASE("a passing that is on disk is acknowledged once, however often it is repeated meanwhile") {
    const codec::Chronelec decoder;
    Acknowledgements answers(1);
    const auto kept = passing(23066, 1'000);
    for (int repeat = 0; repeat < 5; ++repeat) answers.heard(kept);
    CHECK(!answers.answer(decoder, kept, {0}).empty());
    answers.heard(kept);  // it was on its way when we answered
    CHECK(answers.answer(decoder, kept, {acknowledge_again_us - 1}).empty());
    answers.heard(kept);  // our answer was lost, or a copy was held up on its way
    CHECK(answers.answer(decoder, kept, {acknowledge_again_us}).empty());
    answers.heard(kept);  // it was lost
    CHECK(!answers.answer(decoder, kept, {2 * acknowledge_again_us}).empty());
}

TEST_CASE("a copy that was held up does not acknowledge the next passing, whose bytes were lost") {
    const codec::Chronelec decoder;
    Acknowledgements answers(1);
    const auto kept = passing(1, 1'000);
    const bool over_a_reconnect = GENERATE(false, true);
    answers.heard(kept);
    CHECK(!answers.answer(decoder, kept, {0}).empty());
    if (over_a_reconnect) answers.reopened();
    answers.heard(kept);
    CHECK(answers.answer(decoder, kept, {acknowledge_again_us}).empty());
}

TEST_CASE("what was heard since is not acknowledged by the one before it") {
    const codec::Chronelec decoder;
    Acknowledgements answers(1);
    answers.heard(passing(1, 1'000));
    answers.heard(passing(2, 2'000));
    CHECK(answers.answer(decoder, passing(1, 1'000), {0}).empty());
    CHECK(!answers.answer(decoder, passing(2, 2'000), {0}).empty());
}

TEST_CASE(
    "a repetition that was held up on its way does not acknowledge the passing that its decoder holds out by now") {
    const codec::Chronelec decoder;
    Acknowledgements answers(1);
    const auto first = passing(1, 1'000), second = passing(2, 2'000);
    for (const auto& each : {first, second}) {
        answers.heard(each);
        CHECK(!answers.answer(decoder, each, {0}).empty());
    }
    // The decoder goes on to a third, which is lost on its way; then comes an old copy of the first, twice at once.
    const timing::HostTime late{3'000'000};
    for (int copy = 0; copy < 2; ++copy) {
        answers.heard(first);
        CHECK(answers.answer(decoder, first, late).empty());
    }
    // A decoder that was reset holds out what it held out before: it repeats it, and is not left waiting.
    answers.heard(first);
    CHECK(!answers.answer(decoder, first, timing::later_by(late, acknowledge_again_us)).empty());
}

TEST_CASE("after a reconnect nothing is acknowledged before it is heard again") {
    const codec::Chronelec decoder;
    Acknowledgements answers(1);
    answers.heard(passing(1, 1'000));
    answers.reopened();
    CHECK(answers.answer(decoder, passing(1, 1'000), {0}).empty());
    answers.heard(passing(1, 1'000));
    CHECK(!answers.answer(decoder, passing(1, 1'000), {0}).empty());
}

TEST_CASE("an acknowledgement with a receipt may always be said again") {
    const codec::Toolkit exporter;
    Acknowledgements answers(1);
    auto kept = passing(1, 1'000);
    kept.receipt = 7;
    CHECK(!answers.answer(exporter, kept, {0}).empty());
    CHECK(!answers.answer(exporter, kept, {0}).empty());
    CHECK(answers.answer(exporter, passing(2, 2'000), {0}).empty());
}
