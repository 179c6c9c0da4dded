// The tags of a window and who has each, as of a time: the setup's own tags, the register as it was when the window opened,
// and what has been assigned since, the later decision covering the earlier from its `from` on. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "sessions/kart_drivers.hpp"
#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "transponders/register.hpp"

namespace chicane::sessions {

/// So many different tags a window tells apart; beyond, noise is taken for passings: they stay unknown_transponder. Tags that
/// somebody has are told apart all the same: they are as many as the fleet's.
inline constexpr std::size_t tags_max = 4096;

/// Swaps and gifts of passings in a session; more are a script gone wild, and the rest is refused.
inline constexpr std::size_t changes_max = 10'000;

/// Somebody whom nobody entered, in an open session: a kart without an entrant, or a tag that nobody has.
struct Unentered {
    std::optional<timing::KartId> kart;
    timing::TransponderId tag;  ///< the first of his tags to arrive, of those that are his now
    std::uint32_t arrival = 0;  ///< of that tag
};

class Tags {
  public:
    Tags(const Setup& setup, transponders::Register at_opening);

    /// The tag's place in the table, made on its first arrival; the last place is for those beyond tags_max.
    std::uint32_t place(timing::TransponderId tag);
    std::optional<std::uint32_t> find(timing::TransponderId tag) const;

    Driver driver(std::uint32_t place, timing::DecoderTime at) const {
        const std::vector<DriverSince>& spans = tags_[place].spans;
        std::size_t i = spans.size() - 1;
        while (spans[i].from > at) --i;
        return gifts_.empty() ? spans[i].driver : given(spans[i].driver, at);
    }

    void assign(const transponders::Assignment& assignment);
    void give(std::uint64_t sequence, const PassingsGiven& given) { gifts_[sequence] = given; }
    void swap(std::uint64_t sequence, const KartSwapped& swapped);
    /// Since when a gift or swap held that is taken back; nothing where there is none of this sequence.
    std::optional<timing::DecoderTime> remove_change(std::uint64_t sequence);
    /// Gifts and swaps together.
    std::size_t changes() const { return gifts_.size() + swaps_.size(); }
    bool knows_change(std::uint64_t sequence) const { return gifts_.contains(sequence) || swaps_.contains(sequence); }
    /// By place in the journal.
    const std::map<std::uint64_t, KartSwapped>& kart_swaps() const { return swaps_; }
    /// The kart that an entrant of the setup drives.
    std::optional<timing::KartId> kart_of(timing::EntrantId entrant, timing::DecoderTime at) const;
    /// The assignment that was taken back; nothing where it is unknown.
    std::optional<transponders::Assignment> remove(std::uint64_t sequence);
    void configure(const Setup& setup);

    std::size_t entered() const { return entered_; }
    const Unentered& unentered(Driver driver) const { return unentered_[driver - entered_]; }

  private:
    struct Tag {
        timing::TransponderId id;
        std::vector<DriverSince> spans;  ///< ascending; the first holds since ever
    };

    bool is_given(timing::TransponderId tag) const;
    void work_out(std::uint32_t place);
    Driver driver_of(const transponders::Holder& holder, timing::DecoderTime at, std::uint32_t place);
    Driver entered(timing::EntrantId entrant) const;
    /// Whose a driver's passing is after all gifts, in the order in which officials made them.
    Driver given(Driver driver, timing::DecoderTime at) const;
    void work_out_all();
    /// The karts whose drivers are others now.
    std::vector<timing::KartId> drive(const KartSwapped& swapped);
    bool is_on_any(const Tag& tag, std::span<const timing::KartId> karts) const;
    Driver unentered_of(std::optional<timing::KartId> kart, std::uint32_t place);
    bool is_his(const Tag& tag, Driver driver) const;
    /// The karts whose first tag this is, or was before its spans were worked out anew.
    void settle_arrivals(std::uint32_t place);

    transponders::Register at_opening_;
    transponders::Register since_;
    bool open_ = false;
    std::size_t entered_ = 0;
    std::unordered_map<timing::TransponderId, Driver> setup_tags_;
    KartDrivers kart_drivers_;
    std::vector<std::optional<timing::KartId>> setup_karts_;  ///< of each entrant of the setup
    std::map<std::uint64_t, PassingsGiven> gifts_;            ///< by place in the journal
    std::map<std::uint64_t, KartSwapped> swaps_;
    std::unordered_map<timing::EntrantId, Driver> setup_entrants_;
    std::unordered_map<timing::TransponderId, std::uint32_t> places_;
    std::vector<Tag> tags_;  ///< in order of arrival; the first is for tags beyond tags_max
    std::vector<Unentered> unentered_;
};

}  // namespace chicane::sessions
