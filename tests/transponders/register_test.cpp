// Goal: who had a tag when. contract.md, Register.
#include "transponders/register.hpp"

#include <catch2/catch.hpp>

using namespace chicane::transponders;
using chicane::timing::DecoderTime;
using chicane::timing::EntrantId;
using chicane::timing::KartId;
using chicane::timing::TransponderId;

namespace {

constexpr TransponderId tag{5691251};

Register with(std::initializer_list<Assignment> assignments) {
    Register made;
    for (const Assignment& assignment : assignments) made.assign(assignment);
    return made;
}

}  // namespace

TEST_CASE("a tag that was never assigned has no holder") { CHECK_FALSE(Register{}.holder(tag, {100})); }

TEST_CASE("an assignment holds from its moment on") {
    const Register tags = with({{1, tag, KartId{7}, {100}}});
    CHECK_FALSE(tags.holder(tag, {99}));
    CHECK(tags.holder(tag, {100}) == Holder{KartId{7}});
    CHECK(tags.holder(tag, {1'000'000}) == Holder{KartId{7}});
}

TEST_CASE("the newest assignment that holds decides, also over later ones made before it") {
    const Register tags = with({{1, tag, KartId{7}, {100}}, {2, tag, KartId{8}, {200}}, {3, tag, EntrantId{9}, {50}}});
    CHECK(tags.holder(tag, {150}) == Holder{EntrantId{9}});
    CHECK(tags.holder(tag, {250}) == Holder{EntrantId{9}});
}

TEST_CASE("a tag that is taken from its holder is nobody's, not unassigned") {
    const Register tags = with({{1, tag, KartId{7}, {100}}, {2, tag, Nobody{}, {200}}});
    CHECK(tags.holder(tag, {300}) == Holder{Nobody{}});
}

TEST_CASE("an assignment that is taken back leaves those before it") {
    Register tags = with({{1, tag, KartId{7}, {100}}, {2, tag, KartId{8}, {200}}});
    CHECK(tags.remove(2)->holder == Holder{KartId{8}});
    CHECK(tags.holder(tag, {300}) == Holder{KartId{7}});
    CHECK_FALSE(tags.remove(2));
}

TEST_CASE("without a moment given, a tag that nobody had is given from the session's begin") {
    CHECK(Register{}.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{100});
    const Register same = with({{1, tag, EntrantId{9}, {50}}});
    CHECK(same.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{100});
}

TEST_CASE("without a moment given, passings of another holder in the session are not adopted") {
    const Register ended = with({{1, tag, KartId{7}, {50}}, {2, tag, Nobody{}, {300}}});
    CHECK(ended.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{300});
    const Register holds = with({{1, tag, KartId{7}, {50}}});
    CHECK(holds.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{500});
    const Register before = with({{1, tag, KartId{7}, {10}}, {2, tag, Nobody{}, {60}}});
    CHECK(before.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{100});
}

TEST_CASE("without a moment given, the end of the last other holder counts, not that of one before him") {
    const Register tags = with(
        {{1, tag, KartId{7}, {50}}, {2, tag, Nobody{}, {200}}, {3, tag, KartId{8}, {300}}, {4, tag, Nobody{}, {400}}});
    CHECK(tags.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{400});
    CHECK(tags.default_from(tag, EntrantId{9}, {100}, {350}) == DecoderTime{350});  // the second holds it then
}

TEST_CASE("without a moment given, what the same holder had before in the session is no other's") {
    const Register tags = with({{1, tag, EntrantId{9}, {150}}, {2, tag, Nobody{}, {300}}});
    CHECK(tags.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{100});
    CHECK(tags.default_from(tag, EntrantId{8}, {100}, {500}) == DecoderTime{300});
}

TEST_CASE("a holder whose tag was corrected away had never had it") {
    // Kart 7 had it by mistake; the correction holds from before its begin, so that it covers all of it.
    const Register tags = with({{1, tag, KartId{7}, {150}}, {2, tag, Nobody{}, {120}}});
    CHECK(tags.holder(tag, {200}) == Holder{Nobody{}});
    CHECK(tags.default_from(tag, EntrantId{9}, {100}, {500}) == DecoderTime{100});
}

TEST_CASE("an assignment of the future holds then and not now") {
    const Register tags = with({{1, tag, KartId{7}, {50}}, {2, tag, KartId{8}, {900}}});
    CHECK(tags.holder(tag, {500}) == Holder{KartId{7}});
    CHECK(tags.holder(tag, {900}) == Holder{KartId{8}});
    CHECK(tags.default_from(tag, KartId{7}, {100}, {500}) == DecoderTime{100});
}

TEST_CASE("a kart and an entrant of the same number are two holders, and each tag has its own") {
    constexpr TransponderId other{5691252};
    Register tags = with({{1, tag, KartId{7}, {50}}, {2, other, EntrantId{7}, {60}}});
    CHECK(tags.holder(tag, {100}) != tags.holder(other, {100}));
    CHECK(tags.default_from(tag, EntrantId{7}, {70}, {100}) == DecoderTime{100});
    CHECK(tags.transponders().size() == 2);
    CHECK(tags.assignments(other).front().sequence == 2);
    CHECK(tags.assignments({1}).empty());
}

TEST_CASE("a tag whose only assignment is taken back was never given to anybody") {
    Register tags = with({{1, tag, KartId{7}, {50}}});
    REQUIRE(tags.remove(1));
    CHECK(tags.transponders().empty());
    CHECK_FALSE(tags.holder(tag, {100}));
}

TEST_CASE("a copy of a register is a preview that leaves it alone") {
    const Register tags = with({{1, tag, KartId{7}, {50}}});
    Register preview = tags;
    preview.assign({2, tag, KartId{8}, {60}});
    CHECK(preview.holder(tag, {100}) == Holder{KartId{8}});
    CHECK(tags.holder(tag, {100}) == Holder{KartId{7}});
}
