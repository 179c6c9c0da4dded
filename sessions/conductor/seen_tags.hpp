// The transponders that have passed, in a window or anywhere: how often, first and last. Kept up passing by passing, so that asking for
// the unknown ones costs nothing of the log. Plain value.
#pragma once

#include <map>

#include "sessions/log_event.hpp"
#include "sessions/tags.hpp"

namespace chicane::sessions::conductor {

struct SeenTag {
    std::int32_t passings = 0;
    timing::DecoderTime first;
    timing::DecoderTime last;
};

class SeenTags {
  public:
    void note(const RawPassing& passing) {
        if (tags_.size() >= tags_max && !tags_.contains(passing.transponder)) return;
        const auto [found, fresh] = tags_.try_emplace(passing.transponder, SeenTag{0, passing.time, passing.time});
        SeenTag& tag = found->second;
        ++tag.passings;
        if (fresh) return;
        tag.first = std::min(tag.first, passing.time);
        tag.last = std::max(tag.last, passing.time);
    }
    const std::map<timing::TransponderId, SeenTag>& all() const { return tags_; }

  private:
    std::map<timing::TransponderId, SeenTag> tags_;
};

}  // namespace chicane::sessions::conductor
