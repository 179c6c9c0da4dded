// A decoder's clock against ours: the smallest delay wins, drift is followed, and the pace of a replay counts.
#include "decoders/link/clock_offset.hpp"

#include <catch2/catch.hpp>

using namespace chicane::timing;
using chicane::decoders::link::ClockOffset;
using chicane::decoders::link::offset_span_us;

TEST_CASE("without a reading nothing is known") {
    ClockOffset clock(1);
    CHECK(!clock.decoder_time_at(HostTime{5}));
    CHECK(!clock.offset_us(HostTime{5}));
}

TEST_CASE("the reading with the smallest delay gives the offset") {
    ClockOffset clock(1);
    clock.reading(DecoderTime{1'000}, HostTime{51'000});  // 10 ms of delay over the true 40,000
    clock.reading(DecoderTime{2'000}, HostTime{42'000});
    clock.reading(DecoderTime{3'000}, HostTime{93'000});
    CHECK(clock.offset_us(HostTime{100'000}) == 40'000);
    CHECK(clock.decoder_time_at(HostTime{100'000}) == DecoderTime{60'000});
}

TEST_CASE("a decoder that runs slow is followed within two spans") {
    ClockOffset clock(1);
    clock.reading(DecoderTime{0}, HostTime{0});
    clock.reading(DecoderTime{offset_span_us}, HostTime{offset_span_us + 30'000});
    clock.reading(DecoderTime{2 * offset_span_us}, HostTime{2 * offset_span_us + 60'000});
    CHECK(clock.offset_us(HostTime{2 * offset_span_us + 60'000}) == 30'000);
    clock.reading(DecoderTime{3 * offset_span_us}, HostTime{3 * offset_span_us + 90'000});
    CHECK(clock.offset_us(HostTime{3 * offset_span_us + 90'000}) == 60'000);
}

TEST_CASE("a decoder at fifty times the pace is read at its own pace") {
    ClockOffset clock(50);
    clock.reading(DecoderTime{7'000'000}, HostTime{1'000'000});
    CHECK(clock.decoder_time_at(HostTime{1'100'000}) == DecoderTime{12'000'000});
}

TEST_CASE("a clock that began anew has no past") {
    ClockOffset clock(1);
    clock.reading(DecoderTime{1'000}, HostTime{2'000});
    clock.forget();
    CHECK(!clock.offset_us(HostTime{2'000}));
    clock.reading(DecoderTime{0}, HostTime{9'000});
    CHECK(clock.offset_us(HostTime{9'000}) == 9'000);
}
