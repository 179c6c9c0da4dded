// The officials' events of a window in the order in which they are applied: extensions of the end first, for they hold for
// the whole session, then by time, then by place in the journal. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "timing/event.hpp"

namespace chicane::sessions {

/// A session with more than so many flags and starts is a script gone wild; the rest is refused.
inline constexpr std::size_t officials_max = 10'000;

struct OfficialEvent {
    timing::DecoderTime at;  ///< when it is applied; an extension: before all
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
