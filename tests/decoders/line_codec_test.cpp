// What all protocols of text lines share.
#include "decoders/codec/line_codec.hpp"

#include <catch2/catch.hpp>

using namespace chicane::decoders::codec;

namespace {

/// A number a line; everything else is not its language.
class Numbers : public LineCodec {
    void read_line(std::string_view line, std::size_t, std::vector<Record>& records) override {
        if (line == "7") records.emplace_back(Passing{});
    }
};

std::vector<Record> read(std::string_view text, std::size_t step) {
    Numbers codec;
    std::vector<Record> records;
    for (std::size_t at = 0; at < text.size(); at += step)
        codec.feed(std::as_bytes(std::span(text.substr(at, step))), records);
    codec.finish(records);
    CHECK(codec.pending() == 0);
    return records;
}

}  // namespace

TEST_CASE("any cut of a stream gives the same lines, whatever ends them") {
    const std::string_view text = "7\r\n7\n7\r8\r\n\r\n7\rx";
    const std::vector<Record> expected{Passing{}, Passing{},
                                       Passing{}, Garbage{2, GarbageReason::syntax},
                                       Passing{}, Garbage{1, GarbageReason::frame}};
    for (std::size_t step = 1; step <= text.size(); ++step) CHECK(read(text, step) == expected);
}

TEST_CASE("a line beyond the bound is garbage to its end, and the next one is read") {
    const std::string text = std::string(line_bytes_max + 10, 'x') + "\n7\n";
    const std::vector<Record> expected{Garbage{line_bytes_max + 11, GarbageReason::length}, Passing{}};
    CHECK(read(text, text.size()) == expected);
    CHECK(read(text, 1'000) == expected);
    const std::string fits = std::string(line_bytes_max, 'x') + "\n";
    CHECK(read(fits, fits.size()) == std::vector<Record>{Garbage{line_bytes_max + 1, GarbageReason::syntax}});
}
