// chicane probe of a capture.
#include <catch2/catch.hpp>
#include <sstream>

#include "decoders/codec/p3_encode.hpp"
#include "tests/decoders/frames.hpp"
#include "tests/decoders/recordings.hpp"
#include "tests/decoders/scratch.hpp"
#include "web/host/commands/probe.hpp"

using namespace chicane;
using namespace chicane::decoders;
using recording::EntryKind;

TEST_CASE("a probe of a recording joins no halves over what was lost, and says what it lacks") {
    test::Scratch scratch;
    std::string whole;
    for (std::uint32_t number = 1; number <= 5; ++number)
        whole += recording::text_of(codec::p3::encode(test::passing(number, 5'000, 1'000'000 * number, 1, 1, 9)));
    const auto file = scratch.write(
        "a.cap", recording::text_of(test::file_of({{{EntryKind::received, 0, 1, 1, whole + whole.substr(0, 20)},
                                                    {EntryKind::lost, 0, 1, 1, "1200"},
                                                    {EntryKind::received, 0, 1, 1, whole.substr(20)}}})));
    web::host::ProbeCommand command;
    command.uri = "file:" + file.string();
    command.json = true;
    std::ostringstream out, err;
    CHECK(web::host::probe(command, out, err) == 0);
    INFO(out.str());
    CHECK(out.str().find("\"passings\":9,") != std::string::npos);
    CHECK(err.str().find("a.cap: ") != std::string::npos);
    CHECK(err.str().find("1200") != std::string::npos);
}
