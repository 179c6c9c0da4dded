#include <algorithm>
#include <array>

#include "decoders/sim/voice_table.hpp"

namespace chicane::decoders::sim {

namespace {

struct Entry {
    std::string_view word;
    std::unique_ptr<Voice> (*make)();
};

/// In the order of contract.md, protocol words; a line each.
constexpr Entry table[] = {
    {"p3", p3_voice},
    {"p98", p98_voice},
    {"rc2", rc2_voice},
    {"ilap", ilap_voice},
    {"chronelec", chronelec_voice},
    {"thcom", thcom_voice},
    {"alge", alge_voice},
    {"robitronic", robitronic_voice},
    {"zround", zround_voice},
    {"raceresult", raceresult_voice},
    {"toolkit", toolkit_voice},
    {"jchip", jchip_voice},
    {"ultra", ultra_voice},
    {"wiclax", wiclax_voice},
    {"llrp", llrp_voice},
    {"laprf", laprf_voice},
    {"openstint", openstint_voice},
    {"vstm", vstm_voice},
    {"lines", lines_voice},
};

constexpr auto words = [] {
    std::array<std::string_view, std::size(table)> all;
    std::ranges::transform(table, all.begin(), &Entry::word);
    return all;
}();

}  // namespace

std::span<const std::string_view> voices() { return words; }

std::unique_ptr<Voice> make_voice(std::string_view protocol) {
    const auto known = std::ranges::find(table, protocol, &Entry::word);
    return known == std::end(table) ? nullptr : known->make();
}

}  // namespace chicane::decoders::sim
