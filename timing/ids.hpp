// Identifiers. Two ids of equal shape are two types, so that a kart is never taken for a transponder.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace chicane::timing {

template <class Tag, class Number>
struct Id {
    Number value = 0;
    friend auto operator<=>(const Id&, const Id&) = default;
};

using TransponderId = Id<struct TransponderTag, std::uint64_t>;  ///< the number that the sender transmits
using DecoderId = Id<struct DecoderTag, std::uint32_t>;          ///< as the decoder calls itself; 0: it does not say
using EntrantId = Id<struct EntrantTag, std::uint32_t>;          ///< who is classified; `ent_<n>` on the wire
using DriverId = Id<struct DriverTag, std::uint32_t>;            ///< the person in the kart, within an entry
using KartId = Id<struct KartTag, std::uint32_t>;                ///< the machine; `kar_<n>` on the wire

}  // namespace chicane::timing

template <class Tag, class Number>
struct std::hash<chicane::timing::Id<Tag, Number>> {
    std::size_t operator()(const chicane::timing::Id<Tag, Number>& id) const noexcept {
        return std::hash<Number>{}(id.value);
    }
};
