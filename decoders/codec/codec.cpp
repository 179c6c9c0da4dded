#include "decoders/codec/codec.hpp"

#include "decoders/codec/ilap.hpp"
#include "decoders/codec/laprf.hpp"
#include "decoders/codec/lines.hpp"
#include "decoders/codec/openstint.hpp"
#include "decoders/codec/p3.hpp"
#include "decoders/codec/p98.hpp"
#include "decoders/codec/rc2.hpp"
#include "decoders/codec/robitronic.hpp"
#include "decoders/codec/vstm.hpp"
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
    {"p3", make<P3>},
    {"p98", make<P98>},
    {"rc2", make<Rc2>},
    {"ilap", make<ILap>},
    {"robitronic", make<Robitronic>},
    {"zround", make<ZRound>},
    {"laprf", make<LapRf>},
    {"openstint", make<OpenStint>},
    {"vstm", make<Vstm>},
    {"lines", make<Lines>},
};
// clang-format on

}  // namespace

std::span<const Protocol> protocols() { return table; }

std::expected<std::unique_ptr<Codec>, UnknownProtocol> make_codec(std::string_view word) {
    for (const Protocol& protocol : table)
        if (protocol.word == word) return protocol.make();
    std::string detail = "unknown protocol \"" + std::string(word) + "\"; known: ";
    for (const Protocol& protocol : table) {
        if (&protocol != table) detail += ", ";
        detail += protocol.word;
    }
    return std::unexpected(UnknownProtocol{std::string(word), std::move(detail)});
}

}  // namespace chicane::decoders::codec
