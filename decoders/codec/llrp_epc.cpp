#include "decoders/codec/llrp_epc.hpp"

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec::llrp {

namespace {

constexpr std::size_t name_digits_max = 12;
constexpr std::uint64_t names = 4'738'381'338'321'616'896;  ///< 36^12: the numbers below it are names'
constexpr std::uint64_t numbers = 1ULL << 63;

/// FNV-1a of 64 bits (Fowler, Noll, Vo), then the finalizer of MurmurHash3 (Appleby, public domain), as neighbours differ in their
/// last bits only.
std::uint64_t hash_of(std::span<const std::byte> bytes) {
    std::uint64_t hash = 0xCBF2'9CE4'8422'2325;
    for (const std::byte byte : bytes) hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100'0000'01B3;
    hash = (hash ^ hash >> 33) * 0xFF51'AFD7'ED55'8CCD;
    hash = (hash ^ hash >> 33) * 0xC4CE'B9FE'1A85'EC53;
    return hash ^ hash >> 33;
}

}  // namespace

std::string epc_text(std::span<const std::byte> epc) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const std::byte byte : epc) {
        text += digits[std::to_integer<unsigned>(byte >> 4)];
        text += digits[std::to_integer<unsigned>(byte & std::byte{0xF})];
    }
    return text;
}

timing::TransponderId transponder_of_epc(std::span<const std::byte> epc) {
    const std::string text = epc_text(epc);
    const std::size_t begin = text.find_first_not_of('0');
    if (begin != std::string::npos && text.size() - begin <= name_digits_max)
        return *transponder_of(std::string_view(text).substr(begin));
    return {names + hash_of(epc) % (numbers - names)};
}

}  // namespace chicane::decoders::codec::llrp
