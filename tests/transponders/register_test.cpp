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
