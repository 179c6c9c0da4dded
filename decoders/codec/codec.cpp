#include "decoders/codec/codec.hpp"

#include <algorithm>

#include "decoders/codec/alge.hpp"
#include "decoders/codec/chronelec.hpp"
#include "decoders/codec/ilap.hpp"
#include "decoders/codec/jchip.hpp"
#include "decoders/codec/laprf.hpp"
#include "decoders/codec/lines.hpp"
#include "decoders/codec/llrp.hpp"
#include "decoders/codec/openstint.hpp"
#include "decoders/codec/p3.hpp"
#include "decoders/codec/p98.hpp"
#include "decoders/codec/raceresult.hpp"
#include "decoders/codec/raw.hpp"
#include "decoders/codec/rc2.hpp"
#include "decoders/codec/robitronic.hpp"
#include "decoders/codec/thcom.hpp"
#include "decoders/codec/toolkit.hpp"
#include "decoders/codec/ultra.hpp"
#include "decoders/codec/vstm.hpp"
#include "decoders/codec/wiclax.hpp"
#include "decoders/codec/zround.hpp"

namespace chicane::decoders::codec {

namespace {

template <class Kind>
std::unique_ptr<Codec> make() {
    return std::make_unique<Kind>();
}

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t regular_us = 15 * second_us;  ///< a sign of life comes every few seconds by itself
constexpr std::int64_t answers_us = 75 * second_us;  ///< it answers what is asked every 30 seconds
constexpr std::int64_t never = 0;
constexpr bool in_order = true;
constexpr std::int64_t roll_32_bits_of_ms = (std::int64_t{1} << 32) * 1'000;
constexpr std::int64_t roll_100_hours = 100 * 3'600 * second_us;  ///< two digits of hours

/// In the order of contract.md, protocol words; a line each.
// clang-format off
constexpr Protocol table[] = {
    {"p3", make<P3>, regular_us},
    {"p98", make<P98>, regular_us},
    {"rc2", make<Rc2>, regular_us, roll_32_bits_of_ms},
    {"ilap", make<ILap>, never},
    {"chronelec", make<Chronelec>, answers_us, roll_100_hours},
    {"thcom", make<Thcom>, never},
    {"alge", make<Alge>, never},
    {"robitronic", make<Robitronic>, regular_us, roll_32_bits_of_ms},
    {"zround", make<ZRound>, never, roll_32_bits_of_ms},
    {"raceresult", make<RaceResult>, answers_us},
    {"toolkit", make<Toolkit>, never},
    {"jchip", make<JChip>, answers_us, never, in_order},
    {"ultra", make<Ultra>, never, never, in_order},
    {"wiclax", make<Wiclax>, answers_us, never, in_order},
    {"llrp", make<Llrp>, regular_us, never, in_order},
    {"laprf", make<LapRf>, answers_us},
    {"openstint", make<OpenStint>, regular_us},
    {"vstm", make<Vstm>, never, roll_32_bits_of_ms},
    {"lines", make<Lines>, never},
    {"manual", make<Raw>, never},  // people send no bytes
    {"raw", make<Raw>, regular_us},
};
// clang-format on

/// In the table's order: "p3, p98".
std::string words() {
    std::string list;
    for (const Protocol& protocol : table) {
        if (!list.empty()) list += ", ";
        list += protocol.word;
    }
    return list;
}

}  // namespace

std::span<const Protocol> protocols() { return table; }

const Protocol* find_protocol(std::string_view word) {
    const auto known = std::ranges::find(table, word, &Protocol::word);
    return known == std::end(table) ? nullptr : known;
}

std::expected<std::unique_ptr<Codec>, UnknownProtocol> make_codec(std::string_view word) {
    if (const Protocol* known = find_protocol(word)) return known->make();
    return std::unexpected(
        UnknownProtocol{std::string(word), "unknown protocol \"" + std::string(word) + "\"; known: " + words()});
}

}  // namespace chicane::decoders::codec
