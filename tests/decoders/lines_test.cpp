// A tag a line (tests/data/vectors/lines.txt).
#include "decoders/codec/lines.hpp"

#include "decoders/codec/lines_encode.hpp"
#include "decoders/codec/text_fields.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::Records;

namespace {

codec::Passing passing(std::uint64_t transponder) {
    codec::Passing made;
    made.transponder = {transponder};
    made.clock = codec::ClockBase::none;
    return made;
}

}  // namespace

TEST_CASE("lines: a tag alone, or behind its decoder, is a passing without a time") {
    CHECK(test::read_vector("lines", "a tag") == Records{passing(3456789)});
    auto with_decoder = passing(3456789);
    with_decoder.decoder = 2;
    CHECK(test::read_vector("lines", "a tag behind its decoder") == Records{with_decoder});
    CHECK(read_text("lines", " 2 , 3456789 \r\n") == Records{with_decoder});
}

TEST_CASE("lines: a decoder with a name is a loop, a tag with letters keeps its name") {
    auto named = passing(codec::transponder_of("0RK9T6N")->value);
    named.string = "0RK9T6N";
    named.loop = "pit-in";
    CHECK(test::read_vector("lines", "a tag with letters behind a decoder with a name") == Records{named});
}

TEST_CASE("lines: what is no tag is garbage by syntax") {
    for (const char* text : {",", "1,", ",5", "1,2,3", "two words", "1,two words", "pit in,5", "99999999999999999999,5",
                             "1234567890123456789", "ABCDEFGHIJKLM", "tag-5", "{\"tag\":5}"}) {
        INFO(text);
        const std::string line = std::string(text) + "\r\n";
        CHECK(read_text("lines", line) == Records{Garbage{line.size() - 1, GarbageReason::syntax}});
    }
    CHECK(read_text("lines", "34567") == Records{Garbage{5, GarbageReason::frame}});
}

TEST_CASE("lines: any passing reads back as itself") {
    test::must_read_back(
        "lines",
        [](auto& chance) {
            auto made = passing(chance() % 1'000'000'000);
            if (chance() % 2) made.decoder = chance() % 100;
            if (chance() % 4 == 0) {
                made.string = "FL" + std::to_string(made.transponder.value);
                made.transponder = *codec::transponder_of(made.string);
            }
            return made;
        },
        [](const codec::Passing& sent) { return codec::lines::encode(sent); });
}

TEST_CASE("lines: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("lines", "0123AZaz,- \r\n");
}
