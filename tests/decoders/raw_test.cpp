// A protocol that nobody has described: every byte is counted, none is guessed at.
#include "decoders/codec/raw.hpp"

#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;

TEST_CASE("raw: every byte is garbage of no known type, wherever the stream is cut, and none is a passing") {
    for (const std::size_t bytes : {1, 63, 64, 65, 300}) {
        const auto read = test::read_any_cut("raw", codec::Bytes(bytes, std::byte{0x8E}));
        CHECK(test::garbage_bytes(read) == bytes);
        for (const auto& record : read)
            CHECK(std::get<codec::Garbage>(record).reason == codec::GarbageReason::unknown_record);
    }
}

TEST_CASE("raw: of an endless stream nothing is kept, and its bytes show before its end") {
    codec::Raw raw;
    test::Records records;
    raw.feed(codec::Bytes(1'000'000, std::byte{1}), records);
    CHECK(test::garbage_bytes(records) + raw.pending() == 1'000'000);
    CHECK(raw.pending() < 64);
}

TEST_CASE("raw: any byte shows that the device lives, of a protocol that is known, only what it can read") {
    CHECK(codec::make_codec("raw").value()->shows_life_by() == codec::SignOfLife::byte);
    CHECK(codec::make_codec("p3").value()->shows_life_by() == codec::SignOfLife::record);
}
