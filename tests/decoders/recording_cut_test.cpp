// A span of a recording for others: frames that are still frames, and nothing of a person.
#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/recording/cut.hpp"
#include "tests/decoders/frames.hpp"
#include "tests/decoders/recordings.hpp"

using namespace chicane::decoders;
using namespace chicane::decoders::recording;
using test::Kept;

namespace {

std::string text(const codec::Bytes& bytes) { return text_of(bytes); }

std::string pro_chip_frame(std::uint32_t transponder = 102758186) {
    return text(codec::p3::encode(test::passing(8841, transponder, 1761855381964341, 127, 33, 786640, "FL-94890")));
}

struct CutOut {
    test::Told told;
    std::string bytes;
    std::size_t tags = 0;
};

CutOut cut(const std::vector<Kept>& entries, CutOptions options = {{0}, {INT64_MAX}},
           const std::string& protocol = "p3") {
    Bytes out;
    Cut cutting(options, [&](std::span<const std::byte> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); });
    Facts facts;
    facts.device = "sf";
    facts.protocol = protocol;
    facts.uri = "file:/data/anna/race.bin?protocol=p3";
    cutting.on_facts(facts);
    for (const Kept& kept : entries) cutting.on_entry(kept.entry());
    cutting.finish();
    return {test::scan(out), text_of(out), cutting.tags()};
}

Kept came(std::string bytes, std::int64_t at_us = 100) {
    return {EntryKind::received, 0, at_us, at_us, std::move(bytes)};
}

std::vector<codec::Record> records_of(const CutOut& out) {
    const std::string bytes = out.told.of(EntryKind::received);
    return test::read_all({bytes_of(bytes).begin(), bytes_of(bytes).end()});
}

}  // namespace

TEST_CASE("a passing loses its string, keeps all else, and has a right sum") {
    const auto out = cut({came(pro_chip_frame())});
    CHECK(out.bytes.find("94890") == std::string::npos);
    CHECK(records_of(out) ==
          std::vector<codec::Record>{test::passing(8841, 102758186, 1761855381964341, 127, 33, 786640)});
    CHECK(out.told.facts.at(0).left_out == "strings");
}

TEST_CASE("the frames of all decoders pass through, but for strings") {
    std::string all;
    std::vector<codec::Record> expected;
    for (const auto& specimen : test::specimens()) {
        all += text(specimen.bytes);
        expected.push_back(specimen.record);
        if (auto* passing = std::get_if<codec::Passing>(&expected.back())) passing->string.clear();
    }
    CHECK(records_of(cut({came(all)})) == expected);
    std::vector<Kept> single;
    for (const char c : all) single.push_back(came(std::string(1, c)));
    CHECK(records_of(cut(single)) == expected);
}

TEST_CASE("with pseudonyms a tag has one other number throughout, and its own is nowhere, escaped or not") {
    const std::string tag_a = pro_chip_frame(0x8E8D8F01), tag_b = pro_chip_frame(102758186);
    const auto out = cut({came(tag_a), came(tag_b), came(tag_a)}, {{0}, {INT64_MAX}, true});
    const auto records = records_of(out);
    REQUIRE(records.size() == 3);
    const auto number = [&](std::size_t i) { return std::get<codec::Passing>(records[i]).transponder.value; };
    CHECK(number(0) == number(2));
    CHECK(number(0) != number(1));
    CHECK(out.tags == 2);
    CHECK(out.bytes.find(std::string("\xea\xf7\x1f\x06", 4)) == std::string::npos);
    CHECK(out.told.facts.at(0).left_out == "strings, tag numbers");
}

TEST_CASE("a damaged frame keeps its length and shows no name") {
    std::string damaged = pro_chip_frame();
    damaged[damaged.size() - 12] = static_cast<char>(damaged[damaged.size() - 12] ^ 1);
    const auto out = cut({came(damaged + pro_chip_frame().substr(0, 30))});
    CHECK(out.bytes.find("94890") == std::string::npos);
    CHECK(out.told.of(EntryKind::received).size() == damaged.size() + 30);
    const auto replaced = cut({came(damaged)}, {{0}, {INT64_MAX}, true});
    CHECK(replaced.told.of(EntryKind::received) == std::string(damaged.size(), '\0'));
}

TEST_CASE("what nobody knows publicly is blank in passings and in records of unknown kinds") {
    using codec::p3::FrameBuilder;
    using codec::p3::Type;
    const auto secret = FrameBuilder(Type::first_contact).text(0x33, "ANNA").number(0x81, 9, 4).build();
    const auto passing = FrameBuilder(Type::passing).number(3, 77, 4).number(4, 5, 8).text(0x44, "ANNA").build();
    const auto status = FrameBuilder(Type::status).number(1, 40, 2).build();
    const auto out = cut({came(text(secret) + text(passing) + text(status))});
    CHECK(out.bytes.find("ANNA") == std::string::npos);
    const auto blank = FrameBuilder(Type::first_contact).text(0x33, std::string(4, '\0')).number(0x81, 9, 4).build();
    CHECK(out.told.of(EntryKind::received).starts_with(text(blank)));
    CHECK(out.told.of(EntryKind::received).ends_with(text(status)));
}

TEST_CASE("only the span is cut out, its ends included") {
    const auto out = cut({came("1", 10), came("2", 20), came("3", 30), came("4", 40)}, {{20}, {30}});
    CHECK(out.told.of(EntryKind::received) == "23");
    CHECK(out.told.facts.at(0).started.us == 30);  // no frame: told when the cut ends
}

TEST_CASE("what was sent, what happened and when stay, and a path loses its folders") {
    const std::vector<Kept> entries = {{EntryKind::opened, 2, 1, 11, ""},
                                       {EntryKind::sent, 2, 2, 12, "question"},
                                       {EntryKind::received, 2, 3, 13, pro_chip_frame()},
                                       {EntryKind::closed, 2, 4, 14, "End of file"}};
    auto out = cut(entries);
    REQUIRE(out.told.entries.size() == 4);
    out.told.entries[2].bytes = entries[2].bytes;
    CHECK(out.told.entries == entries);
    CHECK(out.told.facts.at(0).uri == "file:race.bin?protocol=p3");
}

TEST_CASE("of a protocol without strings beside the tag the bytes stay as they came") {
    const auto out = cut({came("%A\t1\t2"), came("\r\n", 200)}, {{0}, {INT64_MAX}}, "p98");
    CHECK(out.told.of(EntryKind::received) == "%A\t1\t2\r\n");
    CHECK(out.told.facts.at(0).left_out.empty());
}
