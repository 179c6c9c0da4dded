// What the API must know of race control to answer: where each session is in its life, and the fleet with its tags. A copy, made on
// the timing thread when it was asked for.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/conductor.hpp"

namespace chicane::web::api {

struct Race {
    using Phase = sessions::conductor::SessionView::Phase;

    std::map<std::string, sessions::conductor::SessionLife> lives;  ///< by `ses_<n>`
    std::int64_t remembers_from_us = 0;                             ///< of what ended earlier it knows no more
    std::map<std::int64_t, sessions::conductor::Kart> karts;
    std::vector<sessions::conductor::Tag> tags;                      ///< in order of their numbers
    std::map<timing::TransponderId, std::string> sync_transponders;  ///< each with its track

    const sessions::conductor::SessionLife* life(std::int64_t session) const;
    /// Armed, and not closed.
    bool is_open(std::int64_t session) const;
    bool has_started(std::int64_t session) const;
    std::string kart_number(std::optional<std::int64_t> kart) const;
    std::vector<const sessions::conductor::Tag*> tags_of_kart(std::int64_t kart) const;
};

using RacePtr = std::shared_ptr<const Race>;

/// On the timing thread.
RacePtr race_of(const sessions::conductor::Conductor& conductor, std::int64_t now_us);

}  // namespace chicane::web::api
