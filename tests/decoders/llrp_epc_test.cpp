// Which number an RFID tag has: the rule of llrp_epc.hpp, and that two tags do not share one.
#include "decoders/codec/llrp_epc.hpp"

#include <set>
#include <unordered_set>

#include "decoders/codec/big_endian.hpp"
#include "decoders/codec/hex.hpp"
#include "decoders/codec/text_fields.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::llrp::transponder_of_epc;

namespace {

constexpr std::uint64_t names = 4'738'381'338'321'616'896;  // 36^12

std::uint64_t number_of_epc(std::string_view digits) {
    return transponder_of_epc(codec::bytes_of_hex(digits).value()).value;
}

}  // namespace

TEST_CASE("an EPC that is a plain number has the number that its digits have as a name, as other readers send them") {
    for (const char* name : {"1", "1234", "413A35", "58003700C0F", "FFFFFFFFFFFF"}) {
        std::string epc(name);
        epc.insert(0, 24 - epc.size(), '0');
        CHECK(number_of_epc(epc) == codec::transponder_of(name)->value);
    }
    CHECK(number_of_epc("000000000000000000001234") == number_of_epc("1234"));
    CHECK(number_of_epc("00000000000000000000000000001234") == number_of_epc("1234"));
}

TEST_CASE("a longer EPC has a number above every name's, within a journal's integer, the same for ever") {
    CHECK(number_of_epc("3005FB63AC1F3841EC880467") == 7'369'858'497'394'523'463);
    CHECK(number_of_epc("000000000001000000000000") >= names);
    CHECK(codec::transponder_of("ZZZZZZZZZZZZ")->value == names - 1);
    std::mt19937_64 chance(20261128);
    for (int i = 0; i < 10'000; ++i) {
        codec::Bytes epc;
        codec::put_big_endian(epc, chance() | 1ULL << 63, 8);
        codec::put_big_endian(epc, chance(), 4);
        const std::uint64_t number = transponder_of_epc(epc).value;
        REQUIRE(number >= names);
        REQUIRE(number < 1ULL << 63);
    }
}

TEST_CASE("a tag that was never written is not number 0, which is nobody's") {
    CHECK(number_of_epc("000000000000000000000000") >= names);
}

TEST_CASE("no two of a million tags share a number: series of neighbours, series that differ in front, plain numbers") {
    std::unordered_set<std::uint64_t> numbers;
    std::size_t tags = 0;
    const auto take = [&](std::uint64_t head, std::uint32_t tail) {
        codec::Bytes epc;
        codec::put_big_endian(epc, head, 8);
        codec::put_big_endian(epc, tail, 4);
        numbers.insert(transponder_of_epc(epc).value);
        ++tags;
    };
    for (std::uint32_t serial = 0; serial < 400'000; ++serial) take(0x3005FB63AC1F3841, serial);
    for (std::uint32_t company = 0; company < 300'000; ++company) take(0x3005FB63AC000000 + company * 64ULL, 1);
    for (std::uint32_t number = 1; number <= 300'000; ++number) take(0, number);
    CHECK(numbers.size() == tags);
}
