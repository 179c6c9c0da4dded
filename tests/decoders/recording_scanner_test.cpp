// The bytes of a recording, damaged in every way that a disk and a power cut know.
#include <catch2/catch.hpp>
#include <numeric>

#include "decoders/recording/scanner.hpp"
#include "tests/decoders/recordings.hpp"

using namespace chicane::decoders;
using namespace chicane::decoders::recording;
using test::Kept;
using test::scan;

namespace {

std::vector<Kept> joined(const std::vector<std::vector<Kept>>& blocks, std::size_t count) {
    std::vector<Kept> all;
    for (std::size_t i = 0; i < count; ++i) all.insert(all.end(), blocks[i].begin(), blocks[i].end());
    return all;
}

std::vector<std::vector<Kept>> three_blocks(std::uint32_t seed) {
    std::mt19937 random(seed);
    return {test::random_entries(random, 12), test::random_entries(random, 9), test::random_entries(random, 14)};
}

std::uint64_t sum(const std::vector<std::uint64_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
}

}  // namespace

TEST_CASE("what is written is read, with both clocks, also when one of them jumps") {
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        const auto blocks = three_blocks(seed);
        const auto told = scan(test::file_of(blocks));
        CHECK(told.entries == joined(blocks, 3));
        CHECK(told.damages.empty());
        REQUIRE(told.facts.size() == 1);
        CHECK(told.facts[0].protocol == "p3");
    }
}

TEST_CASE("times at the ends of what a number holds are kept") {
    const std::vector<Kept> entries = {{EntryKind::received, UINT32_MAX, INT64_MAX, INT64_MIN, "a"},
                                       {EntryKind::sent, 0, INT64_MIN, INT64_MAX, ""},
                                       {EntryKind::received, 7, 0, 0, "b"}};
    CHECK(scan(test::file_of({entries})).entries == entries);
}

TEST_CASE("any cut of a recording tells the same, damaged or not") {
    auto file = test::file_of(three_blocks(7));
    for (const bool damaged : {false, true}) {
        if (damaged) file[file.size() / 2] ^= std::byte{0x10};
        const auto whole = scan(file);
        for (const std::size_t step : {1, 3, 47, 48, 49, 100}) {
            const auto cut = scan(file, step);
            CHECK(cut.entries == whole.entries);
            CHECK(cut.damages == whole.damages);
        }
    }
}

TEST_CASE("a write that is torn at any byte of the last block costs that block and no other") {
    const auto blocks = three_blocks(11);
    const auto file = test::file_of(blocks);
    const std::size_t last = test::block_of(blocks[2]).size();
    for (std::size_t kept = 0; kept < last; ++kept) {
        const auto told = scan(std::span(file).first(file.size() - last + kept));
        CHECK(told.entries == joined(blocks, 2));
        CHECK(sum(told.damages) == kept);
    }
}

TEST_CASE("what is written behind a torn block is found") {
    const auto blocks = three_blocks(12);
    const auto begin = test::file_of({blocks[0]}), torn = test::block_of(blocks[1]), whole = test::block_of(blocks[2]);
    std::vector<Kept> expected = blocks[0];
    expected.insert(expected.end(), blocks[2].begin(), blocks[2].end());
    for (std::size_t kept = 1; kept < torn.size(); ++kept) {
        Bytes file = begin;
        file.insert(file.end(), torn.begin(), torn.begin() + static_cast<std::ptrdiff_t>(kept));
        file.insert(file.end(), whole.begin(), whole.end());
        const auto told = scan(file);
        CHECK(told.entries == expected);
        CHECK(told.damages == std::vector<std::uint64_t>{kept});
    }
}

TEST_CASE("a flipped bit anywhere costs its own block, says how many bytes, and never a wrong entry") {
    const auto blocks = three_blocks(13);
    const auto file = test::file_of(blocks);
    const std::size_t sizes[] = {test::block_of(blocks[0]).size(), test::block_of(blocks[1]).size(),
                                 test::block_of(blocks[2]).size()};
    const std::size_t begin = file.size() - sizes[0] - sizes[1] - sizes[2];
    for (std::size_t bit = 0; bit < file.size() * 8; bit += 3) {
        auto flipped = file;
        flipped[bit / 8] ^= static_cast<std::byte>(1 << bit % 8);
        std::vector<Kept> expected;
        std::size_t at = begin, hit = begin;
        for (std::size_t i = 0; i < 3; at += sizes[i++]) {
            if (bit / 8 >= at && bit / 8 < at + sizes[i])
                hit = sizes[i];
            else
                expected.insert(expected.end(), blocks[i].begin(), blocks[i].end());
        }
        const auto told = scan(flipped);
        CHECK(told.entries == expected);
        // Of the file's begin, either the magic or the facts.
        CHECK((hit == begin ? sum(told.damages) == 8 || sum(told.damages) == begin - 8 : sum(told.damages) == hit));
    }
}

TEST_CASE("a block of a kind to come is passed over, and so is an entry") {
    std::vector<Kept> entries = {{static_cast<EntryKind>(9), 0, 5, 5, "from the future"},
                                 {EntryKind::received, 0, 6, 6, "known"}};
    const auto told = scan(test::file_of({entries}));
    CHECK(told.damages.empty());
    CHECK(told.of(EntryKind::received) == "known");
}

TEST_CASE("recordings laid end to end are one") {
    const auto blocks = three_blocks(14);
    auto file = test::file_of({blocks[0]});
    const auto next = test::file_of({blocks[1], blocks[2]});
    file.insert(file.end(), next.begin(), next.end());
    const auto told = scan(file);
    CHECK(told.entries == joined(blocks, 3));
    CHECK(told.facts.size() == 2);
    CHECK(told.damages.empty());
}

TEST_CASE("a passing of 51 bytes costs 57 on disk") {
    std::vector<Kept> entries;
    for (int i = 0; i < 100; ++i)
        entries.push_back({EntryKind::received, 0, i * 1'000'000, i * 1'000'000, std::string(51, 'x')});
    CHECK(test::block_of(entries).size() <= 48 + 100 * 58);
}

TEST_CASE("facts are kept whole, and a URI without what is secret") {
    Facts facts{"s\"f",
                "p3",
                without_secrets("tcp://anna:word@192.0.2.10:5403?key=1&protocol=p3&speed=2"),
                "Europe/Paris",
                "chicane",
                "strings",
                {1'700'000'000'000'000},
                12};
    const auto told = scan(file_begin(facts));
    REQUIRE(told.facts.size() == 1);
    CHECK(told.facts[0] == facts);
    CHECK(facts.uri == "tcp://192.0.2.10:5403?protocol=p3&speed=2");
    CHECK(without_secrets("file:/data/a@b.cap") == "file:/data/a@b.cap");
}
