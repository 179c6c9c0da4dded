// What officials said of single passings, by the passing's place in the journal. A word holds for the whole session, from its
// begin, until it is taken back; one about a passing that is not there (yet) waits for it. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "sessions/log_event.hpp"
#include "timing/passing.hpp"

namespace chicane::sessions {

/// A session with more words about its passings is a script gone wild; the rest is refused.
inline constexpr std::size_t remarks_max = 100'000;

class Remarks {
  public:
    /// False: this very word is known, or remarks_max is reached.
    bool add(std::uint64_t sequence, const RemarkMade& made);
    /// The passing that a word was about; nothing where there is none of this sequence.
    std::optional<std::uint64_t> remove(std::uint64_t sequence);

    bool full() const { return passing_of_.size() >= remarks_max; }
    bool knows(std::uint64_t sequence) const { return passing_of_.contains(sequence); }
    bool any(std::uint64_t passing) const { return made_.contains(passing); }
    /// All that was said of a passing. `begin`: the passing that began the lap under way; 0: none.
    timing::Remark of(std::uint64_t passing, std::uint64_t begin) const;

  private:
    struct Made {
        std::uint64_t sequence = 0;
        RemarkMade what;
    };
    std::unordered_map<std::uint64_t, std::vector<Made>> made_;
    std::unordered_map<std::uint64_t, std::uint64_t> passing_of_;
};

}  // namespace chicane::sessions
