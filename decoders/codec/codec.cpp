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

/// In the order of contract.md, protocol words; a line each.
// clang-format off
constexpr Protocol table[] = {
    {"p3", make<P3>, true},
    {"p98", make<P98>},
    {"rc2", make<Rc2>},
    {"ilap", make<ILap>},
    {"chronelec", make<Chronelec>},
    {"thcom", make<Thcom>},
    {"alge", make<Alge>},
    {"robitronic", make<Robitronic>},
    {"zround", make<ZRound>},
    {"raceresult", make<RaceResult>},
    {"toolkit", make<Toolkit>},
    {"jchip", make<JChip>},
    {"ultra", make<Ultra>},
    {"wiclax", make<Wiclax>},
    {"llrp", make<Llrp>},
    {"laprf", make<LapRf>},
    {"openstint", make<OpenStint>},
    {"vstm", make<Vstm>},
    {"lines", make<Lines>},
    {"raw", make<Raw>, true},
};
// clang-format on

/// Those that are chosen, in the table's order: "p3, p98".
std::string words(bool (*chosen)(const Protocol&)) {
    std::string list;
    for (const Protocol& protocol : table) {
        if (!chosen(protocol)) continue;
        if (!list.empty()) list += ", ";
        list += protocol.word;
    }
    return list;
}

}  // namespace

std::span<const Protocol> protocols() { return table; }

std::expected<void, UnknownProtocol> check_live(std::string_view word) {
    const auto known = std::ranges::find(table, word, &Protocol::word);
    if (known != std::end(table) && known->live) return {};
    std::string detail = known == std::end(table)
                             ? "unknown protocol \"" + std::string(word) + "\"; known: "
                             : "of \"" + std::string(word) + "\" only captures are read; devices speak: ";
    return std::unexpected(
        UnknownProtocol{std::string(word), detail + words([](const Protocol& each) { return each.live; })});
}

std::expected<std::unique_ptr<Codec>, UnknownProtocol> make_codec(std::string_view word) {
    const auto known = std::ranges::find(table, word, &Protocol::word);
    if (known != std::end(table)) return known->make();
    return std::unexpected(UnknownProtocol{
        std::string(word),
        "unknown protocol \"" + std::string(word) + "\"; known: " + words([](const Protocol&) { return true; })});
}

}  // namespace chicane::decoders::codec
