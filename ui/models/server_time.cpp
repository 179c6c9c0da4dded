// See server_time.hpp.
#include "ui/models/server_time.hpp"

#include <algorithm>

namespace chicane::ui::models {

void ServerTime::seen_in_delta(std::int64_t as_of_ms, std::int64_t here_ms) {
    const auto offset_ms = here_ms - as_of_ms;
    const bool anew = samples_ == 0 || samples_ >= offset_samples_max;
    if (anew || offset_ms < offset_ms_) offset_ms_ = offset_ms;
    samples_ = samples_ >= offset_samples_max ? 1 : samples_ + 1;
}

void ServerTime::seen_in_snapshot(std::int64_t as_of_ms, std::int64_t here_ms) {
    offset_ms_ = std::min(offset_ms_, here_ms - as_of_ms);
}

}  // namespace chicane::ui::models
