// How text protocols write fields, numbers and times.
#include "decoders/codec/text_fields.hpp"

#include <catch2/catch.hpp>

using namespace chicane::decoders::codec;

TEST_CASE("a line's fields are what stands between its separators, empty ones too") {
    CHECK(fields_of("a;b;;c", ';') == std::vector<std::string_view>{"a", "b", "", "c"});
    CHECK(fields_of("", ';') == std::vector<std::string_view>{""});
    const std::string many(200, ';');
    CHECK(fields_of(many, ';').size() == fields_max);
}

TEST_CASE("seconds have up to six decimals, and nothing else is a time") {
    CHECK(seconds_us("596.126") == 596'126'000);
    CHECK(seconds_us("52083,691") == 52'083'691'000);
    CHECK(seconds_us("3") == 3'000'000);
    CHECK(seconds_us("0.000001") == 1);
    for (const char* no : {"", ".5", "5.", "1.1234567", "-1", "1e3", "1 ", "99999999999999999999"}) {
        INFO(no);
        CHECK(!seconds_us(no));
    }
}

TEST_CASE("milliseconds are whole, and as many as the year 30000 needs") {
    CHECK(milliseconds_us("93815") == 93'815'000);
    CHECK(milliseconds_us("1000000000000000") == 1'000'000'000'000'000'000);
    for (const char* no : {"", "1000000000000001", "99999999999999999999", "-1", "1.5", " 1"}) {
        INFO(no);
        CHECK(!milliseconds_us(no));
    }
}

TEST_CASE("a clock may pass 24 hours, minutes and seconds may not pass 59") {
    CHECK(clock_us("13:50:23.30") == 49'823'300'000);
    CHECK(clock_us("80:27:53.016") == 289'673'016'000);
    CHECK(clock_us("0:00:00") == 0);
    for (const char* no : {"13:60:00", "13:00:60", "13:5:00", "13:05", "x:05:00", "13:05:00:00", "4000000000:00:00"}) {
        INFO(no);
        CHECK(!clock_us(no));
    }
}

TEST_CASE("a date that no calendar has is none") {
    CHECK(date_us(1970, 1, 1, 5) == 5);
    CHECK(date_us(2012, 2, 29, 0) == 1'330'473'600'000'000);
    CHECK(date_us(1900, 3, 1, 0) == -2'203'891'200'000'000);
    CHECK(date_us(2000, 12, 31, 0) == 978'220'800'000'000);
    CHECK(date_us(2026, 6, 11, 7) == 1'781'136'000'000'007);
    CHECK(date_us(9999, 12, 31, 0) == 253'402'214'400'000'000);
    CHECK(!date_us(2013, 2, 29, 0));
    CHECK(!date_us(2100, 2, 29, 0));
    CHECK(!date_us(2013, 13, 1, 0));
    CHECK(!date_us(2013, 4, 31, 0));
    CHECK(!date_us(10000, 1, 1, 0));
    CHECK(!date_us(0, 1, 1, 0));
    CHECK(!date_us(2013, 0, 1, 0));
    CHECK(!date_us(2013, 1, -1, 0));
}

TEST_CASE("a tag's name of letters and digits is a number of its own") {
    CHECK(transponder_of("0RK9T6N")->value == 1'666'636'799);
    CHECK(transponder_of("lz63021") == transponder_of("LZ63021"));
    CHECK(transponder_of("ZZZZZZZZZZZZ").has_value());
    for (const char* no : {"", "ZZZZZZZZZZZZZ", "AB-1", "A B"}) {
        INFO(no);
        CHECK(!transponder_of(no));
    }
}
