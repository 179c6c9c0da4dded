// The officials' events of a window in the order in which they are applied: first what holds for the whole
// session, then by time, then by place in the journal. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "timing/event.hpp"

namespace chicane::sessions {

/// A session with more than so many flags and starts is a script gone wild; the rest is refused.
inline constexpr std::size_t officials_max = 10'000;

inline constexpr timing::DecoderTime before_all{std::numeric_limits<std::int64_t>::min()};

/// When an event is applied. What holds for the whole session comes before all: an extension, the start signal, a false start,
/// what has no moment.
template <class... What>
timing::DecoderTime applied_at(const std::variant<What...>& event) {
    return std::visit(
        [](const auto& what) -> timing::DecoderTime {
            using Kind = std::decay_t<decltype(what)>;
            constexpr bool whole = std::is_same_v<Kind, timing::EndExtended> ||
                                   std::is_same_v<Kind, timing::StartSignal> ||
                                   std::is_same_v<Kind, timing::FalseStart>;
            if constexpr (!whole && requires { timing::DecoderTime(what.at); }) {
                return what.at;
            } else {
                return before_all;
            }
        },
        event);
}

struct OfficialEvent {
    timing::DecoderTime at;  ///< of applied_at()
    std::uint64_t sequence = 0;
    timing::Event event;
};

class Officials {
  public:
    /// Its place in the order; nothing where it is there already.
    std::optional<std::size_t> insert(std::uint64_t sequence, const timing::Event& event);
    struct Removed {
        std::size_t place;
        timing::DecoderTime at;
    };
    std::optional<Removed> remove(std::uint64_t sequence);

    /// How many are applied before a passing of this time.
    std::size_t due(timing::DecoderTime time) const;
    const OfficialEvent& operator[](std::size_t place) const { return events_[place]; }
    std::size_t size() const { return events_.size(); }

  private:
    std::vector<OfficialEvent> events_;
};

}  // namespace chicane::sessions
