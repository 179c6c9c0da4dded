// The series of tags: what is usual of a field, who is weak, since when it falls, and the bounds.
#include "sessions/conductor/tag_strength.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

using namespace chicane;
using namespace chicane::sessions::conductor;

namespace {

constexpr std::int64_t minute_us = 60'000'000;

PassingKept heard(std::uint64_t tag, std::int64_t at_us, std::optional<std::int32_t> hits,
                  std::optional<std::int32_t> strength = 120) {
    PassingKept kept;
    kept.received.us = at_us;
    kept.passing.time_us = at_us;
    kept.passing.transponder.value = tag;
    kept.passing.hits = hits;
    kept.passing.strength = strength;
    return kept;
}

/// Ten karts with 40 hits, a passing a minute; tag 9 as `hits` says.
TagStrengths field_with(const std::function<int(int minute)>& hits, int minutes) {
    TagStrengths tags;
    for (int minute = 0; minute < minutes; ++minute)
        for (std::uint64_t tag = 1; tag <= 10; ++tag)
            tags.note(heard(tag, minute * minute_us + static_cast<std::int64_t>(tag), tag == 9 ? hits(minute) : 40));
    return tags;
}

}  // namespace

TEST_CASE("a tag with less than half the field's hits is weak and stands first") {
    const auto field = field_with([](int) { return 11; }, 20).field();
    CHECK(field.good_hits == 40);
    CHECK(field.weak_hits == 20);
    CHECK(field.good_strength == 120);
    REQUIRE(field.tags.size() == 10);
    CHECK(field.tags[0].transponder.value == 9);
    CHECK(field.tags[0].hits == 11);
    CHECK(field.tags[0].weak);
    for (std::size_t i = 1; i < 10; ++i) CHECK_FALSE(field.tags[i].weak);
}

TEST_CASE("a tag that falls says since when, and one that came back does not") {
    const auto falling = field_with([](int minute) { return minute < 30 ? 42 : 25; }, 60).field();
    CHECK(falling.tags[0].falls_since == timing::HostTime{30 * minute_us});
    CHECK_FALSE(falling.tags[0].weak);
    const auto back = field_with([](int minute) { return minute >= 20 && minute < 30 ? 10 : 42; }, 60).field();
    for (const TagStrength& tag : back.tags) CHECK_FALSE(tag.falls_since);
}

TEST_CASE("one bad passing makes no weak tag, and its least hits tell of it") {
    const auto field = field_with([](int minute) { return minute == 18 ? 3 : 41; }, 20).field();
    CHECK(field.tags.back().transponder.value == 9);
    CHECK(field.tags.back().hits == 41);
    CHECK(field.tags.back().hits_least == 3);
}

TEST_CASE("too few passings, or tags, say nothing") {
    TagStrengths few;
    for (int i = 0; i < 4; ++i) few.note(heard(1, i * minute_us, 2));
    CHECK(few.field().tags[0].hits == std::nullopt);
    for (int i = 4; i < 9; ++i) few.note(heard(1, i * minute_us, 2));
    CHECK(few.field().tags[0].hits == 2);
    CHECK(few.field().good_hits == std::nullopt);
    CHECK_FALSE(few.field().tags[0].weak);
}

TEST_CASE("a protocol without hits is judged by strength, one with neither by nothing") {
    TagStrengths tags;
    for (int i = 0; i < 10; ++i)
        for (std::uint64_t tag = 1; tag <= 6; ++tag)
            tags.note(heard(tag, i * minute_us + static_cast<std::int64_t>(tag), {}, tag == 3 ? 20 : 90));
    CHECK(tags.field().tags[0].transponder.value == 3);
    CHECK(tags.field().tags[0].weak);
    TagStrengths none;
    for (int i = 0; i < 10; ++i) none.note(heard(1, i * minute_us, {}, {}));
    CHECK(none.field().tags[0].passings == 10);
    CHECK(none.field().tags[0].strength == std::nullopt);
}

TEST_CASE("a passing that comes again is told and counts once in a series") {
    TagStrengths tags;
    CHECK(tags.note(heard(1, minute_us, 40)));
    CHECK_FALSE(tags.note(heard(1, minute_us, 40)));
    CHECK(tags.note(heard(2, minute_us, 40)));
    CHECK(tags.field().tags[0].passings == 1);
}

TEST_CASE("slots are ten minutes, and a tag keeps the newest ninety-six") {
    TagStrengths tags;
    const auto slots = static_cast<std::int64_t>(strength_slots_max) + 10;
    for (std::int64_t slot = 0; slot < slots; ++slot) {
        tags.note(heard(1, slot * strength_slot_us + 1, 30));
        tags.note(heard(1, slot * strength_slot_us + 2, 40));
    }
    const auto tag = tags.field().tags[0];
    REQUIRE(tag.slots.size() == strength_slots_max);
    CHECK(tag.slots[0].begin.us == 10 * strength_slot_us);
    CHECK(tag.slots[0].passings == 2);
    CHECK(tag.slots[0].hits() == 35);
}

TEST_CASE("beyond five hundred tags a new one takes the place of the one that was heard longest ago") {
    TagStrengths tags;
    for (std::uint64_t tag = 1; tag <= tags_heard_max; ++tag)
        tags.note(heard(tag, minute_us + static_cast<std::int64_t>(tag), 40));
    tags.note(heard(1, 2 * minute_us, 40));
    tags.note(heard(1'000, 3 * minute_us, 40));
    const auto field = tags.field().tags;
    CHECK(field.size() == tags_heard_max);
    const auto has = [&](std::uint64_t tag) {
        return std::ranges::count(field, timing::TransponderId{tag}, &TagStrength::transponder) == 1;
    };
    CHECK(has(1'000));
    CHECK(has(1));
    CHECK_FALSE(has(2));
    CHECK(has(3));
}

TEST_CASE("who is heard no more, or whose battery is well, is no case for the workshop") {
    auto tags = field_with([](int) { return 11; }, 20);
    CHECK(tags.ailing({0}).weak == std::vector{timing::TransponderId{9}});
    CHECK(tags.ailing({60 * minute_us}).weak.empty());
    PassingKept low = heard(4, 20 * minute_us, 40);
    low.passing.battery = decoders::codec::Battery::low;
    tags.note(low);
    CHECK(tags.ailing({0}).battery_low == std::vector{timing::TransponderId{4}});
    PassingKept well = heard(4, 21 * minute_us, 40);
    well.passing.battery = decoders::codec::Battery::ok;
    tags.note(well);
    CHECK(tags.ailing({0}).battery_low.empty());
}
