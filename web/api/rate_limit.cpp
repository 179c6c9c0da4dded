#include "web/api/rate_limit.hpp"

#include <algorithm>
#include <vector>

namespace chicane::web::api {

int RateLimit::guess(const std::string& who, std::int64_t now_us) {
    if (!counts_.contains(who) && counts_.size() >= guessers_max) make_room(now_us);
    Count& count = counts_[who];
    if (count.guesses == 0 || now_us - count.since_us >= guess_window_us) count = {0, now_us};
    if (count.guesses >= guesses_max_)
        return static_cast<int>((count.since_us + guess_window_us - now_us) / 1'000'000) + 1;
    ++count.guesses;
    return 0;
}

void RateLimit::forgive(const std::string& who) {
    const auto found = counts_.find(who);
    if (found != counts_.end() && --found->second.guesses <= 0) counts_.erase(found);
}

// The older half goes at once, so that a flood pays for it once in a while and not with each name.
void RateLimit::make_room(std::int64_t now_us) {
    std::vector<std::int64_t> begins;
    for (const auto& [who, count] : counts_) begins.push_back(count.since_us);
    const auto middle = begins.begin() + static_cast<std::ptrdiff_t>(begins.size() / 2);
    std::ranges::nth_element(begins, middle);
    const std::int64_t forgotten_us = std::max(*middle, now_us - guess_window_us);
    std::erase_if(counts_, [&](const auto& each) { return each.second.since_us <= forgotten_us; });
}

}  // namespace chicane::web::api
