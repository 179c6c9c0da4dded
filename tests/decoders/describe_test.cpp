// What is found in streams of protocols that we know, as if nobody did: their frames, sums, counters, clocks and tags.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "decoders/codec/laprf_encode.hpp"
#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p98_encode.hpp"
#include "decoders/codec/robitronic_encode.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/describe/fields.hpp"
#include "decoders/describe/sums.hpp"

using namespace chicane::decoders;
using namespace describe;
using codec::Bytes;
using codec::bytes_of;

namespace {

struct Stream {
    Bytes bytes;
    std::vector<std::size_t> begins;

    void add(const Bytes& frame) {
        if (!bytes.empty()) begins.push_back(bytes.size());
        bytes.insert(bytes.end(), frame.begin(), frame.end());
    }
};

/// Twenty passings of five karts, a second and a bit apart.
codec::Passing passing(std::uint32_t i, std::mt19937_64& chance) {
    codec::Passing made;
    made.number = 250 + i;
    made.transponder = {1'000'003 * (1 + i % 5)};
    made.time_us = 1'551'542'808'933'000 + i * 1'234'567LL;
    made.strength = 100 + int(chance() % 50);
    made.hits = 20 + int(chance() % 30);
    made.flags = 0;
    made.decoder = 268'307;
    return made;
}

template <class Encode>
Stream stream_of(Encode encode, std::uint32_t passings = 20) {
    std::mt19937_64 chance(7);
    Stream stream;
    for (std::uint32_t i = 0; i < passings; ++i) stream.add(encode(passing(i, chance)));
    return stream;
}

std::vector<std::size_t> begins_of(const Cut& cut) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 1; i < cut.chunks.size(); ++i) begins.push_back(cut.chunks[i].offset);
    return begins;
}

bool has_sum(const Cut& cut, const std::string& kind, std::size_t at) {
    return std::ranges::any_of(sums_of(cut.chunks),
                               [&](const Sum& sum) { return sum.kind == kind && sum.at == at && sum.from == 0; });
}

/// Frames of 12 bytes: A5, a counter, a tag, a clock, noise, 5A.
Bytes own_frame(std::uint32_t i, std::mt19937_64& chance) {
    Bytes frame{std::byte{0xA5}};
    const std::uint32_t tags[] = {0x1122, 0x3344, 0x5566};
    const std::uint32_t time = 70'000 + i * 1'500;
    for (const unsigned part : {i % 256, tags[chance() % 3] >> 8, 0u, time >> 24, time >> 16, time >> 8, time})
        frame.push_back(static_cast<std::byte>(part));
    frame[3] = static_cast<std::byte>(std::to_integer<unsigned>(frame[2]) + 0x11);
    for (int n = 0; n < 3; ++n) frame.push_back(static_cast<std::byte>(chance()));
    frame.push_back(std::byte{0x5A});
    return frame;
}

/// A cyclic redundancy check from the lowest bit on, begun and ended with ones.
std::uint32_t low_first_crc(const Bytes& bytes, std::uint32_t polynomial, std::uint32_t ones) {
    std::uint32_t crc = ones;
    for (const std::byte byte : bytes) {
        crc ^= std::to_integer<std::uint32_t>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ polynomial : crc >> 1;
    }
    return crc ^ ones;
}

/// Twelve frames of eight bytes by chance, and behind them what `sum` makes of them.
template <class Sum>
Stream summed(Sum sum) {
    std::mt19937_64 chance(17);
    Stream stream;
    for (int i = 0; i < 12; ++i) {
        Bytes frame;
        for (int n = 0; n < 8; ++n) frame.push_back(static_cast<std::byte>(chance()));
        const Bytes end = sum(frame);
        frame.insert(frame.end(), end.begin(), end.end());
        stream.add(frame);
    }
    return stream;
}

Bytes low_byte_first(std::uint32_t value, int bytes) {
    Bytes all;
    for (int i = 0; i < bytes; ++i) all.push_back(static_cast<std::byte>(value >> 8 * i));
    return all;
}

std::string best_sum(const Stream& stream) {
    const auto sums = sums_of(cut(stream.bytes, stream.begins).chunks);
    return sums.empty() ? "" : sums[0].kind;
}

/// A5, its length from the lowest byte on, so many bytes, 5A.
Bytes counted_frame(std::size_t bytes) {
    Bytes frame(bytes + 4, std::byte{7});
    frame[0] = std::byte{0xA5};
    frame[1] = static_cast<std::byte>(bytes);
    frame[2] = static_cast<std::byte>(bytes >> 8);
    frame.back() = std::byte{0x5A};
    return frame;
}

}  // namespace

TEST_CASE("where a capture tells of pauses, frames begin behind them") {
    const Stream stream = stream_of([](const auto& sent) { return codec::robitronic::encode(sent); });
    const Cut found = cut(stream.bytes, stream.begins);
    CHECK(found.by == CutBy::pauses);
    CHECK(begins_of(found) == stream.begins);
}

TEST_CASE("lines of text are found by what ends them") {
    for (const char* end : {"\r\n", "\n", "\r"}) {
        Stream stream;
        for (int i = 0; i < 10; ++i) stream.add(bytes_of("passing " + std::to_string(i * i) + end));
        const Cut found = cut(stream.bytes, {});
        CHECK(found.by == CutBy::terminator);
        CHECK(found.mark == bytes_of(end));
        CHECK(begins_of(found) == stream.begins);
        CHECK(common_end(found.chunks).back() == bytes_of(end).back());
    }
}

TEST_CASE("P3's frames are found by the bytes that end and begin them, with their CRC and their length") {
    const Stream stream = stream_of([](const auto& sent) { return codec::p3::encode(sent); });
    const Cut found = cut(stream.bytes, {});
    CHECK(found.by == CutBy::boundary);
    CHECK(found.mark == Bytes{std::byte{0x8F}, std::byte{0x8E}});
    CHECK(begins_of(found) == stream.begins);
    CHECK(has_sum(found, "crc16/1021/ffff/late", 4));
}

TEST_CASE("LapRF's frames show their CRC in their head, Robitronic's theirs, and where their length stands") {
    const Stream laprf = stream_of([](const auto& sent) { return codec::laprf::encode(sent); });
    CHECK(has_sum(cut(laprf.bytes, laprf.begins), "crc16/8005/0000/r", 3));
    Stream robitronic = stream_of([](const auto& sent) { return codec::robitronic::encode(sent); });
    robitronic.add(codec::robitronic::encode(codec::ClockReading{15'003'000, {}, codec::ClockBase::start}));
    const Cut found = cut(robitronic.bytes, robitronic.begins);
    CHECK(has_sum(found, "crc8/07/de", 1));
    const auto lengths = length_fields_of(found.chunks);
    CHECK(std::ranges::count(lengths, LengthField{0, 1, false, 0}) == 1);
}

TEST_CASE("sums at the end of lines are found: as digits before the terminator, over the text before them") {
    Stream stream;
    for (int i = 0; i < 12; ++i) {
        const std::string text = "$TAG," + std::to_string(i * 7919);
        unsigned sum = 0;
        for (const char c : text.substr(1)) sum ^= static_cast<unsigned char>(c);
        stream.add(bytes_of(text + '*' + codec::hex_text(sum, 2) + "\r\n"));
    }
    const auto sums = sums_of(cut(stream.bytes, {}).chunks);
    REQUIRE(!sums.empty());
    CHECK(sums[0] == Sum{"xor8", 1, 1, 0, 2, 2, "hex", 12, 12});
    Stream plain;
    for (int i = 0; i < 12; ++i) {
        const std::string text = "TAG," + std::to_string(i * 7919) + ' ';
        unsigned sum = 0;
        for (const char c : text) sum += static_cast<unsigned char>(c);
        plain.add(bytes_of(text + codec::hex_text(sum % 256, 2) + "\r\n"));
    }
    const auto found = sums_of(cut(plain.bytes, {}).chunks);
    REQUIRE(!found.empty());
    CHECK(found[0] == Sum{"sum8", 0, 0, 0, 2, 2, "hex", 12, 12});
}

TEST_CASE("bytes without a sum have none, nor have frames that are all alike") {
    std::mt19937_64 chance(11);
    Stream noise, same;
    for (int i = 0; i < 64; ++i) {
        Bytes frame;
        for (int n = 0; n < 12; ++n) frame.push_back(static_cast<std::byte>(chance()));
        noise.add(frame);
        same.add(Bytes(8, std::byte{0}));
    }
    CHECK(sums_of(cut(noise.bytes, noise.begins).chunks).empty());
    CHECK(sums_of(cut(same.bytes, same.begins).chunks).empty());
}

TEST_CASE("a counter, a clock and the numbers of tags are found in frames of one length") {
    std::mt19937_64 chance(3);
    Stream stream;
    for (std::uint32_t i = 0; i < 400; ++i) stream.add(own_frame(i, chance));
    const Cut found = cut(stream.bytes, {});
    CHECK(found.by == CutBy::boundary);
    CHECK(begins_of(found) == stream.begins);
    const auto fields = fields_of(found.chunks);
    const auto has = [&](Field::What what, std::size_t offset, bool little) {
        return std::ranges::any_of(fields, [&](const Field& field) {
            return field.what == what && field.offset == offset && field.little == little;
        });
    };
    CHECK(has(Field::What::counts, 1, false));
    CHECK(has(Field::What::repeats, 2, false));
    CHECK(has(Field::What::rises, 5, false));
    CHECK(fields.size() == 3);
}

TEST_CASE("a counter of two bytes is found past the byte that wraps, in either order") {
    for (const bool little : {false, true}) {
        Stream stream;
        for (std::uint32_t i = 200; i < 900; ++i) {
            const auto low = static_cast<std::byte>(i), high = static_cast<std::byte>(i >> 8);
            stream.add({std::byte{0xA5}, little ? low : high, little ? high : low, std::byte{0x5A}});
        }
        const auto fields = fields_of(cut(stream.bytes, stream.begins).chunks);
        REQUIRE(fields.size() == 1);
        CHECK(fields[0] == Field{Field::What::counts, 4, 1, 2, little, 700, 700, 200, 899});
    }
}

TEST_CASE("frames of one length without a mark are found by their period") {
    std::mt19937_64 chance(5);
    Stream stream;
    for (int i = 0; i < 60; ++i) {
        Bytes frame(16, std::byte{0});
        frame[0] = std::byte{0x10};
        for (int n = 1; n < 4; ++n) frame[static_cast<std::size_t>(n)] = static_cast<std::byte>(chance());
        frame[15] = static_cast<std::byte>(chance());
        stream.add(frame);
    }
    const Cut found = cut(stream.bytes, {});
    CHECK(found.by == CutBy::period);
    CHECK(begins_of(found) == stream.begins);
}

TEST_CASE("bytes without any order are numbered, and nothing is made of them") {
    std::mt19937_64 chance(13);
    Bytes noise(4'000, std::byte{0});
    for (auto& byte : noise) byte = static_cast<std::byte>(chance());
    const Cut found = cut(noise, {});
    CHECK(found.by == CutBy::none);
    CHECK(found.chunks.size() == 250);
    CHECK(cut({}, {}).chunks.empty());
}

TEST_CASE("whatever the bytes are, the frames are all of them, in order, up to the bound") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        INFO("seed " << seed);
        std::mt19937_64 chance(seed);
        Bytes bytes(chance() % 600, std::byte{0});
        const unsigned alphabet = 1 + chance() % 255;
        for (auto& byte : bytes) byte = static_cast<std::byte>(chance() % alphabet);
        const Cut found = cut(bytes, {});
        std::size_t at = 0;
        for (const Chunk& chunk : found.chunks) {
            REQUIRE(chunk.offset == at);
            REQUIRE(!chunk.bytes.empty());
            at += chunk.bytes.size();
        }
        REQUIRE(at == bytes.size());
        sums_of(found.chunks);
        fields_of(found.chunks);
        length_fields_of(found.chunks);
    }
    const Bytes long_one(2 * described_bytes_max, std::byte{7});
    const Cut found = cut(long_one, {});
    CHECK(found.chunks.back().offset + found.chunks.back().bytes.size() == described_bytes_max);
}

TEST_CASE("sums that are inverted, or taken from zero, are found by their names in the catalogue") {
    CHECK(low_first_crc(bytes_of("123456789"), 0xEDB88320, 0xFFFFFFFF) == 0xCBF43926);  // the catalogue's check value
    CHECK(low_first_crc(bytes_of("123456789"), 0x8408, 0xFFFF) == 0x906E);
    CHECK(best_sum(summed([](const Bytes& frame) {
              return low_byte_first(low_first_crc(frame, 0xEDB88320, 0xFFFFFFFF), 4);
          })) == "crc32/04c11db7/ffffffff/r/inverted");
    CHECK(best_sum(summed([](const Bytes& frame) {
              return low_byte_first(low_first_crc(frame, 0x8408, 0xFFFF), 2);
          })) == "crc16/1021/ffff/r/inverted");
    CHECK(best_sum(summed([](const Bytes& frame) {
              std::uint32_t sum = 0;
              for (const std::byte byte : frame) sum -= std::to_integer<std::uint32_t>(byte);
              return low_byte_first(sum, 1);
          })) == "minus-sum8");
}

TEST_CASE("a sum that is wrong in half of the frames is none, and one that never changes may be a constant") {
    Stream half, few, constant;
    std::mt19937_64 chance(19);
    for (std::uint32_t i = 0; i < 20; ++i) {
        const Bytes good = codec::robitronic::encode(passing(i, chance));
        Bytes wrong = good;
        wrong[1] ^= std::byte{1};
        half.add(i % 2 ? wrong : good);
        few.add(i % 10 ? good : wrong);
        constant.add({static_cast<std::byte>(i), static_cast<std::byte>(100 - i), std::byte{100}});
    }
    CHECK(!has_sum(cut(half.bytes, half.begins), "crc8/07/de", 1));
    CHECK(has_sum(cut(few.bytes, few.begins), "crc8/07/de", 1));
    CHECK(sums_of(cut(constant.bytes, constant.begins).chunks).empty());
}

TEST_CASE("a counter that begins again within few frames is one, and what falls once is no clock") {
    Stream wraps, falls;
    for (std::uint32_t i = 0; i < 20; ++i) {
        const std::uint32_t time = 70'000 + i * 1'500 - (i > 10 ? 12'000 : 0);
        if (i < 10) wraps.add({std::byte{0xA5}, static_cast<std::byte>(250 + i), std::byte{0x5A}});
        falls.add({std::byte{0xA5}, static_cast<std::byte>(time >> 16), static_cast<std::byte>(time >> 8),
                   static_cast<std::byte>(time), std::byte{0x5A}});
    }
    const auto counted = fields_of(cut(wraps.bytes, wraps.begins).chunks);
    REQUIRE(counted.size() == 1);
    CHECK(counted[0].what == Field::What::counts);
    for (const Field& field : fields_of(cut(falls.bytes, falls.begins).chunks)) CHECK(field.what != Field::What::rises);
}

TEST_CASE("a length of two bytes that leaves its frame's ends out is found, the commonest length is told first") {
    Stream stream;
    for (int i = 0; i < 10; ++i) stream.add(counted_frame(i % 5 ? 300 : 10));
    const Cut found = cut(stream.bytes, stream.begins);
    CHECK(length_fields_of(found.chunks) == std::vector{LengthField{1, 2, true, 4}});
    const auto lengths = lengths_of(found.chunks);
    REQUIRE(lengths.size() == 2);
    CHECK(lengths[0].bytes == 304);
    CHECK(lengths[0].frames == 8);
    CHECK(common_begin(found.chunks) == Bytes{std::byte{0xA5}});
    CHECK(common_end(found.chunks) == Bytes{std::byte{7}, std::byte{7}, std::byte{7}, std::byte{0x5A}});
}
