// The transponder register: who has which tag, as of a time. Assignments are kept in the order of the log and
// never edited; the newest one that holds at a time decides, so a correction covers all that follows its
// `from`. Plain value, no thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <variant>
#include <vector>

#include "timing/ids.hpp"
#include "timing/time.hpp"

namespace chicane::transponders {

/// Taken from its holder: the tag is unknown again.
struct Nobody {
    friend auto operator<=>(const Nobody&, const Nobody&) = default;
};

/// A kart (whoever drives it), or an entrant of the session in question himself.
using Holder = std::variant<Nobody, timing::KartId, timing::EntrantId>;

struct Assignment {
    std::uint64_t sequence = 0;  ///< its place in the log
    timing::TransponderId transponder;
    Holder holder;
    timing::DecoderTime from;  ///< holds from then on, which may lie in the past
    friend bool operator==(const Assignment&, const Assignment&) = default;
};

class Register {
  public:
    /// Appends in order of the log.
    void assign(const Assignment& assignment);
    /// Takes an assignment back and answers it; nothing where there is none with that sequence.
    std::optional<Assignment> remove(std::uint64_t sequence);

    /// Nothing where no assignment holds then; Nobody where the newest that holds took the tag away.
    std::optional<Holder> holder(timing::TransponderId transponder, timing::DecoderTime at) const;

    /// Every tag that was ever given to somebody, in no order.
    std::vector<timing::TransponderId> transponders() const;

    /// All of a tag, in order of the log.
    std::span<const Assignment> assignments(timing::TransponderId transponder) const;

    /// From when a new assignment holds that does not say: the session's begin, or where the tag had another
    /// holder in the session since, the end of that: `now` while it still holds. contract.md, Register.
    timing::DecoderTime default_from(timing::TransponderId transponder, const Holder& to,
                                     timing::DecoderTime session_begin, timing::DecoderTime now) const;

  private:
    std::unordered_map<timing::TransponderId, std::vector<Assignment>> assignments_;
};

}  // namespace chicane::transponders
