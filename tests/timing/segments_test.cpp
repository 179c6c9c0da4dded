// Goal: a list in segments is a list: it grows, takes in between and is cut back at the edges of its segments, too.
// Method: against std::vector.
#include "timing/segments.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace chicane::timing;

namespace {

std::vector<int> as_vector(const Segments<int>& list) {
    std::vector<int> all;
    for (std::size_t i = 0; i < list.size(); ++i) all.push_back(list[i]);
    return all;
}

Segments<int> up_to(int count) {
    Segments<int> list;
    for (int i = 0; i < count; ++i) list.push_back(i);
    return list;
}

}  // namespace

TEST_CASE("a list in segments grows without moving what it holds") {
    Segments<int> list;
    CHECK(list.empty());
    list.push_back(7);
    const int* first = &list[0];
    for (int i = 1; i < 5000; ++i) list.push_back(i);
    CHECK(list.size() == 5000);
    CHECK(list.back() == 4999);
    CHECK(&list[0] == first);
    CHECK(*first == 7);
}

TEST_CASE("a list that is cut back at or beside the edge of a segment goes on from there") {
    for (const std::size_t size : {0, 1, 1023, 1024, 1025, 2048, 2999}) {
        Segments<int> list = up_to(3000);
        list.cut_back(size);
        REQUIRE(list.size() == size);
        list.push_back(-1);
        CHECK(list.back() == -1);
        CHECK(list.size() == size + 1);
        if (size > 0) CHECK(list[size - 1] == static_cast<int>(size) - 1);
    }
}

TEST_CASE("a copy of a list in segments is its own") {
    Segments<int> list = up_to(1500);
    Segments<int> copy = list;
    copy[3] = -3;
    copy.push_back(9);
    CHECK(list[3] == 3);
    CHECK(list.size() == 1500);
    list = copy;
    CHECK(as_vector(list) == as_vector(copy));
    list[4] = -4;
    CHECK(copy[4] == 4);
}

TEST_CASE("insertions and cuts anywhere leave what they leave in a vector") {
    const auto seed = GENERATE(range(1, 9));
    INFO("seed " << seed);
    std::mt19937_64 dice(static_cast<std::uint64_t>(seed));
    Segments<int> list;
    std::vector<int> twin;
    for (int step = 0; step < 3000; ++step) {
        const std::size_t at = dice() % (twin.size() + 1);
        list.insert(at, step);
        twin.insert(twin.begin() + static_cast<std::ptrdiff_t>(at), step);
        if (dice() % 400 != 0) continue;
        list.cut_back(at);
        twin.resize(at);
    }
    CHECK(as_vector(list) == twin);
}
