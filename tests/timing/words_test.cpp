// Goal: what the contract calls each value. Method: every word there and back; some words spelt out, so that a table cannot shift.
#include "timing/words.hpp"

#include <catch2/catch.hpp>

using namespace chicane::timing;

namespace {

template <class Enum>
void there_and_back() {
    for (const std::string_view text : words<Enum>()) {
        const auto value = from_word<Enum>(text);
        REQUIRE(value);
        CHECK(word(*value) == text);
    }
    CHECK_FALSE(from_word<Enum>(""));
    CHECK_FALSE(from_word<Enum>("Practice"));
}

}  // namespace

TEST_CASE("every value has one word that leads back to it") {
    there_and_back<Kind>();
    there_and_back<Start>();
    there_and_back<FirstCrossing>();
    there_and_back<Ranking>();
    there_and_back<Priority>();
    there_and_back<EndHow>();
    there_and_back<LoopRole>();
    there_and_back<Verdict>();
    there_and_back<Flag>();
    there_and_back<SessionState>();
    there_and_back<RowState>();
    there_and_back<MessageKind>();
}

TEST_CASE("the words are those of the contract") {
    CHECK(word(Kind::endurance) == "endurance");
    CHECK(word(Start::first_passing) == "first_passing");
    CHECK(word(FirstCrossing::own_clock) == "own_clock");
    CHECK(word(Ranking::average_lap) == "average_lap");
    CHECK(word(Priority::last) == "last");
    CHECK(word(EndHow::full_distance) == "full_distance");
    CHECK(word(LoopRole::pit_box) == "pit_box");
    CHECK(word(Verdict::unknown_transponder) == "unknown_transponder");
    CHECK(word(Verdict::not_entered) == "not_entered");
    CHECK(word(Verdict::counted) == "counted");
    CHECK(word(Flag::last_lap) == "last_lap");
    CHECK(word(SessionState::suspended) == "suspended");
    CHECK(word(RowState::in_pit) == "in_pit");
    CHECK(word(MessageKind::penalty) == "penalty");
}
