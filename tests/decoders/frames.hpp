// The frames of decoders.md §1.5 as they came over wires, with what independent readers say they hold.
#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "decoders/codec/hex.hpp"
#include "decoders/codec/p3.hpp"

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
    const char* name;
    const char* digits;
    Record record;
};

inline const std::vector<Specimen>& specimens() {
    static const std::vector<Specimen> all = {
        {"A: a passing of an RC decoder",
         "8e02330053c800000100010451680200030473d75600040888f2fab51e8305000502b20006023400080200008104131804008f",
         passing(157777, 5691251, 1551542808933000, 178, 52, 268307)},
        {"B: its status", "8e021f00f3890000020001022800070216000c01760601008104131804008f",
         codec::Status{40, 22, 118, 0, {}, 268307u}},
        {"C: another decoder's passing",
         "8e0233009ec700000100010448bc010003041d582c000408e805bfc4a41b050005026a0006023200080200008104930f02008f",
         passing(113736, 2906141, 1437769372993000, 106, 50, 135059)},
        {"D: a ProChip passing with its string, fields in another order",
         "8e023d0070040000010001048922000003042af71f060a08464c2d393438393005027f00060221000408350630ec65420600080200008"
         "104"
         "d0000c008f",
         passing(8841, 102758186, 1761855381964341, 127, 33, 786640, "FL-94890")},
        {"E: a gate beacon without strength and hits",
         "8e022b0030f3000001000104972200000304082700000408541f710666420600080200008104d0000c008f",
         passing(8855, 9992, 1761855822438228, {}, {}, 786640)},
        {"F: an escape in the CRC",
         "8e023300c48daf00000100010447bc010003041d582c000408d82a65c3a41b05000502630006022d00080200008104930f02008f",
         passing(113735, 2906141, 1437769350327000, 99, 45, 135059)},
        {"G: escapes in the number and the CRC",
         "8e0233008dafd40000010001048daf68020003042f7934000408f0e5ad831f83050005029b0006021d00080200008104131804008f",
         passing(157839, 3438895, 1551546259990000, 155, 29, 268307)},
        {"H: 8B goes unescaped",
         "8e0233008bbf00000100010453680200030473d756000408409a4cb91e8305000502b20006022900080200008104131804008f",
         passing(157779, 5691251, 1551542864616000, 178, 41, 268307)},
        {"I: a ProChip status with satellites", "8e021f006cb10000020001023500070210000601010a01008104d0000c008f",
         codec::Status{53, 16, {}, 1, 0, 786640u}},
        {"J: a byte lost by a telnet logger",
         "8e023300780d0001000104c9dc0a000304a6275800040838e2cf79f4dd050005025f0006022400080200008104930f02008f",
         codec::Garbage{50, codec::GarbageReason::length}},
        {"K: a passing from a forum",
         "8e023300cf02000001000104b29b0100030427fc70000408e819e6bd8a7504000502330006021000080200008104fc0504008f",
         passing(105394, 7404583, 1255138658753000, 51, 16, 263676)},
    };
    return all;
}

}  // namespace chicane::decoders::test
