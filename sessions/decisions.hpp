// The decisions of a session and what teams told, by place in the journal, and what they come to for each entrant. A decision that is amended or withdrawn
// is told again with its number; taken back, the word before it holds. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <variant>
#include <vector>

#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "timing/endurance.hpp"

namespace chicane::sessions {

/// A session with more is a script gone wild; the rest is refused.
inline constexpr std::size_t decisions_max = 10'000;

class Decisions {
  public:
    using Word = std::variant<DecisionMade, StatusSaid, RelayTold, JokerTold, KartFlagTold>;

    bool knows(std::uint64_t sequence) const { return words_.contains(sequence); }
    bool full() const { return words_.size() >= decisions_max; }
    void add(std::uint64_t sequence, const Word& word) { words_.emplace(sequence, word); }
    /// False where there is none of this sequence.
    bool remove(std::uint64_t sequence) { return words_.erase(sequence) > 0; }

    /// The words that hold, in order of number.
    std::vector<DecisionMade> standing() const;
    /// For each entrant of the setup, in its order.
    std::vector<timing::Charge> charges(const Setup& setup) const;

    /// What each team told: relays, jokers and stops for fuel. The first driver of an entry starts; `heard`: relays by drivers' own tags.
    std::vector<timing::Team> teams(const Setup& setup, std::span<const RelayTold> heard = {}) const;

    /// The flags that are out to one kart alone, for each entrant of the setup.
    std::vector<KartFlagTold> kart_flags(const Setup& setup) const;

  private:
    std::map<std::uint64_t, Word> words_;
};

}  // namespace chicane::sessions
