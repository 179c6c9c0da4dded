// Tags that are heard by one loop again and again for seconds: a kart that stands on it. Its passings are kept and make no laps; race control is
// told, as it hides others from the decoder and may block the track. Live only: a restart finds it again. Plain value.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "timing/ids.hpp"
#include "timing/time.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::int64_t parked_gap_us = 5'000'000;   ///< a decoder tells of a standing tag every second or two
inline constexpr std::int64_t parked_min_us = 10'000'000;  ///< nobody passes a loop for so long
inline constexpr std::size_t heard_lately_max = 256;  ///< a field that passes at once; beyond, the oldest is forgotten

class ParkedKarts {
  public:
    void heard(timing::TransponderId tag, timing::DecoderId loop, timing::DecoderTime time) {
        const auto known =
            std::ranges::find_if(lately_, [&](const Stay& stay) { return stay.tag == tag && stay.loop == loop; });
        Stay stay{tag, loop, time, time};
        if (known != lately_.end()) {
            if (time < known->since) return;  // late: it says nothing of now
            if (timing::us_between(known->last, time) <= parked_gap_us)
                stay = {tag, loop, std::min(known->since, time), std::max(known->last, time)};
            lately_.erase(known);
        }
        if (lately_.size() >= heard_lately_max) lately_.erase(lately_.begin());
        lately_.push_back(stay);
    }
    /// Tags that stand on a loop now; once each, though two decoders may hear it there.
    std::vector<std::string> parked(timing::DecoderTime now) const {
        std::vector<std::string> tags;
        for (const Stay& stay : lately_) {
            const bool stands = timing::us_between(stay.since, stay.last) >= parked_min_us;
            if (!stands || timing::us_between(stay.last, now) > parked_gap_us) continue;
            std::string tag = std::to_string(stay.tag.value);
            if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
        }
        return tags;
    }

  private:
    struct Stay {
        timing::TransponderId tag;
        timing::DecoderId loop;
        timing::DecoderTime since;
        timing::DecoderTime last;
    };
    std::vector<Stay> lately_;  ///< who was heard last is last
};

}  // namespace chicane::sessions::conductor
