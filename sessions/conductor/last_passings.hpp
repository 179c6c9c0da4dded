// Up to where each decoder's passings are in the journal without a hole, so that its source can ask for what came since, and
// for what was missing when the server stopped; and the newest of all, where its clock goes on. Plain value.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sessions/conductor/entry.hpp"

namespace chicane::sessions::conductor {

struct LastPassing {
    std::string device;
    std::uint32_t decoder = 0;            ///< as it calls itself; 0: it does not say
    std::optional<std::uint32_t> number;  ///< absent: it has none
    std::int64_t time_us = 0;             ///< of that one
    std::uint32_t epoch = 0;
    std::optional<std::uint32_t> newest_number = {};
    std::int64_t newest_time_us = 0;  ///< of the passing that came last in this epoch
    timing::HostTime newest_received = {};
};

/// A hole that so many passings have followed will not be filled any more; asking again would only bring copies.
inline constexpr std::size_t after_hole_max = 200;

class LastPassings {
  public:
    void note(const PassingKept& kept);
    std::vector<LastPassing> all() const;

  private:
    struct Decoder {
        LastPassing last;
        std::map<std::uint32_t, std::int64_t> beyond;  ///< number and time of those after a hole
    };
    std::map<std::pair<std::string, std::uint32_t>, Decoder> decoders_;
};

}  // namespace chicane::sessions::conductor
