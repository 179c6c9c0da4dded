// The centre's karts and who has which transponder, as the entries tell it. Plain value.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "transponders/register.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t karts_max = 1000;  ///< the largest fleets are a tenth of it; beyond, a kart is refused

struct Kart {
    timing::KartId id;
    std::string number;
    std::string class_name;
    bool out_of_service = false;
};

class Fleet {
  public:
    void keep(const KartKept& kept);
    void keep(std::uint64_t seq, const AssignmentKept& kept);
    /// Takes an assignment back; false where there is none of that number.
    bool remove(std::uint64_t seq);

    const std::map<timing::KartId, Kart>& karts() const { return karts_; }
    const Kart* kart(timing::KartId id) const;
    const transponders::Register& tags() const { return tags_; }
    /// The register as it was before an entry, and what was assigned since.
    transponders::Register tags_before(std::uint64_t seq) const;
    std::span<const transponders::Assignment> assigned_since(std::uint64_t seq) const;
    /// The transponders that a kart, or an entrant himself, has at a time.
    std::vector<timing::TransponderId> tags_of(const transponders::Holder& holder, timing::DecoderTime at) const;
    /// The kart that had the tag before nobody or another has it now.
    std::optional<timing::KartId> last_kart(timing::TransponderId tag) const;

  private:
    std::map<timing::KartId, Kart> karts_;
    std::vector<transponders::Assignment> assignments_;  ///< ascending by sequence
    transponders::Register tags_;                        ///< of all of them
};

}  // namespace chicane::sessions::conductor
