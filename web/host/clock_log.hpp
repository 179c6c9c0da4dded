// When the fit of a device's clock to ours goes into the log: as soon as something is known of it in an epoch, when its drift is known as
// well, and then once an hour. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sessions/conductor/view.hpp"

namespace chicane::web::host {

inline constexpr std::int64_t clock_log_every_us = 3'600'000'000;

class ClockLog {
  public:
    /// Whose clock is to be logged now. They lie in `devices`.
    std::vector<const sessions::conductor::DeviceHealth*> due(
        const std::vector<sessions::conductor::DeviceHealth>& devices, timing::HostTime now);

  private:
    struct Logged {
        std::uint32_t epoch = 0;
        bool drift = false;
        timing::HostTime at;
    };
    using Clock = std::pair<std::string, std::optional<timing::DecoderId>>;  ///< an exporter's decoders have one each
    std::map<Clock, Logged> logged_;  ///< of the last hour: what is older is due anyway
};

}  // namespace chicane::web::host
