// Recordings and bare bytes as one kind of capture.
#include "decoders/link/capture_file.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "tests/decoders/frames.hpp"
#include "tests/decoders/recordings.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;
using namespace chicane::decoders::link;
using recording::EntryKind;
using test::Kept;

namespace {

std::string frame(std::uint32_t number) {
    return recording::text_of(codec::p3::encode(test::passing(number, 5'000, 1'000'000 * number, 1, 1, 9)));
}

std::filesystem::path laid(const test::Scratch& scratch, const std::vector<Kept>& entries, const char* name = "a.cap") {
    return scratch.write(name, recording::text_of(test::file_of({entries})));
}

std::vector<codec::Record> records_in(const std::filesystem::path& file, std::string_view protocol = "p3") {
    std::vector<codec::Record> all;
    REQUIRE(read_records(file, protocol, [&](auto records) { all.insert(all.end(), records.begin(), records.end()); }));
    return all;
}

}  // namespace

TEST_CASE("of a recording only what came in is decoded, over the cuts of its reads") {
    test::Scratch scratch;
    const std::string all = frame(1) + frame(2);
    const auto file = laid(scratch, {{EntryKind::opened, 0, 1, 1, ""},
                                     {EntryKind::sent, 0, 1, 1, frame(9)},
                                     {EntryKind::received, 0, 2, 2, all.substr(0, 20)},
                                     {EntryKind::sent, 0, 2, 2, frame(9)},
                                     {EntryKind::received, 0, 3, 3, all.substr(20)}});
    const auto bare = scratch.write("a.bin", all);
    CHECK(records_in(file) == records_in(bare));
    CHECK(records_in(file).size() == 2);
}

TEST_CASE("two halves of a frame on either side of a hole, a damage or a new connection do not become one") {
    test::Scratch scratch;
    const std::string half = frame(1).substr(0, 20), rest = frame(1).substr(20);
    const auto parts = [&](EntryKind between) {
        return records_in(laid(
            scratch,
            {{EntryKind::received, 0, 2, 2, half}, {between, 0, 2, 2, "12"}, {EntryKind::received, 0, 3, 3, rest}}));
    };
    CHECK(parts(EntryKind::sent).size() == 1);
    for (const EntryKind between : {EntryKind::lost, EntryKind::closed, EntryKind::opened})
        CHECK(parts(between).size() == 2);
    auto bytes = test::file_of({{{EntryKind::received, 0, 2, 2, half}},
                                {{EntryKind::received, 0, 3, 3, "gone"}},
                                {{EntryKind::received, 0, 3, 3, rest}}});
    bytes[bytes.size() - test::block_of({{EntryKind::received, 0, 3, 3, rest}}).size() - 1] ^= std::byte{1};
    CHECK(records_in(scratch.write("torn.cap", recording::text_of(bytes))).size() == 2);
}

TEST_CASE("streams of several clients of one link do not mix") {
    test::Scratch scratch;
    const std::string a = frame(1), b = frame(2);
    const auto file = laid(scratch, {{EntryKind::received, 1, 2, 2, a.substr(0, 20)},
                                     {EntryKind::received, 2, 3, 3, b.substr(0, 30)},
                                     {EntryKind::received, 1, 4, 4, a.substr(20)},
                                     {EntryKind::received, 2, 5, 5, b.substr(30)}});
    const auto records = records_in(file);
    REQUIRE(records.size() == 2);
    CHECK(std::get<codec::Passing>(records[0]).number == 1u);
    CHECK(std::get<codec::Passing>(records[1]).number == 2u);
}

TEST_CASE("what a recording lacks is told in bytes") {
    test::Scratch scratch;
    auto bytes = test::file_of({{{EntryKind::lost, 0, 1, 1, "1200"}, {EntryKind::lost, 0, 1, 1, "34"}}});
    bytes.insert(bytes.end(), 7, std::byte{0});
    const auto file = scratch.write("a.cap", recording::text_of(bytes));
    const auto gaps = read_capture(file, [](const CapturePiece&) {});
    REQUIRE(gaps);
    CHECK(gaps_text(*gaps) == "7 bytes are damaged and were skipped; 1234 bytes could not be recorded");
    CHECK(gaps_text({}) == "");
}

TEST_CASE("a recording says its protocol, under any name, and is not decoded as another") {
    test::Scratch scratch;
    const auto file = laid(scratch, {{EntryKind::received, 0, 2, 2, frame(1)}}, "case");
    const auto bare = scratch.write("a.bin", frame(1));
    CHECK(protocol_of(file, "").value() == "p3");
    CHECK(protocol_of(file, "p3").value() == "p3");
    CHECK(protocol_of(bare, "p98").value() == "p98");
    CHECK(protocol_of(file, "raw").value() == "raw");
    CHECK(protocol_of(file, "p98").error().detail ==
          "--protocol: " + file.string() + " was recorded from \"p3\", not \"p98\"");
    CHECK(protocol_of(bare, "").error().detail ==
          "--protocol is missing: " + bare.string() + " does not say what its decoder spoke");
    CHECK(
        protocol_of(scratch.folder() / "none.cap", "").error().detail.ends_with("none.cap: No such file or directory"));
    CHECK(protocol_of(file, "p4").error().detail.starts_with("--protocol: unknown protocol \"p4\""));
}

TEST_CASE("a file: device takes its protocol from its recording") {
    test::Scratch scratch;
    const auto file = laid(scratch, {{EntryKind::received, 0, 2, 2, frame(1)}});
    const auto uri = with_protocol(parse_device_uri("file:" + file.string()).value());
    REQUIRE(uri);
    CHECK(uri->protocol == "p3");
    CHECK(with_protocol(parse_device_uri("file:none.cap").value()).error().detail ==
          "none.cap: does not say what its decoder spoke: add protocol=p3");
    CHECK(with_protocol(parse_device_uri("file:none.cap?protocol=p3").value()).has_value());
    CHECK_FALSE(parse_device_uri("file:a.bin").has_value());
}

TEST_CASE("a damaged begin costs the facts and nothing else") {
    test::Scratch scratch;
    std::string bytes = recording::text_of(test::file_of({{{EntryKind::received, 0, 2, 2, frame(1)}}}));
    bytes[0] = 'x';
    bytes[70] = 'x';
    const auto file = scratch.write("a.cap", bytes);
    CHECK_FALSE(protocol_of(file, "").has_value());
    CHECK(records_in(file, protocol_of(file, "p3").value()).size() == 1);
}
