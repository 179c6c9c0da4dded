// The frames that P3 decoders sent (tests/data/vectors/p3.txt), with what independent readers say they hold.
#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "decoders/codec/hex.hpp"
#include "decoders/codec/p3.hpp"
#include "tests/decoders/vectors.hpp"

namespace chicane::decoders::test {

using codec::Bytes;
using codec::Record;

inline Bytes hex(std::string_view digits) { return codec::bytes_of_hex(digits).value(); }

inline std::vector<Record> read_all(const Bytes& bytes) {
    codec::P3 p3;
    std::vector<Record> records;
    p3.feed(bytes, records);
    p3.finish(records);
    return records;
}

inline codec::Passing passing(std::uint32_t number, std::uint32_t transponder, std::int64_t time_us,
                              std::optional<int> strength, std::optional<int> hits, std::uint32_t decoder,
                              std::string string = "") {
    return {number, {transponder}, time_us, strength, hits, 0u, decoder, std::move(string)};
}

struct Specimen {
    const char* name;  ///< of the vector
    Record record;
    Bytes bytes = vector_bytes("p3", name);
};

inline const std::vector<Specimen>& specimens() {
    static const std::vector<Specimen> all = {
        {"A: a passing of an RC decoder", passing(157777, 5691251, 1551542808933000, 178, 52, 268307)},
        {"B: its status", codec::Status{40, 22, 118, 0, {}, 268307u}},
        {"C: another decoder's passing", passing(113736, 2906141, 1437769372993000, 106, 50, 135059)},
        {"D: a ProChip passing with its string, fields in another order",
         passing(8841, 102758186, 1761855381964341, 127, 33, 786640, "FL-94890")},
        {"E: a gate beacon without strength and hits", passing(8855, 9992, 1761855822438228, {}, {}, 786640)},
        {"F: an escape in the CRC", passing(113735, 2906141, 1437769350327000, 99, 45, 135059)},
        {"G: escapes in the number and the CRC", passing(157839, 3438895, 1551546259990000, 155, 29, 268307)},
        {"H: 8B goes unescaped", passing(157779, 5691251, 1551542864616000, 178, 41, 268307)},
        {"I: a ProChip status with satellites", codec::Status{53, 16, {}, 1, 0, 786640u}},
        {"J: a byte lost by a telnet logger", codec::Garbage{50, codec::GarbageReason::length}},
        {"K: a passing from a forum", passing(105394, 7404583, 1255138658753000, 51, 16, 263676)},
    };
    return all;
}

}  // namespace chicane::decoders::test
