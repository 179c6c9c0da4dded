// The middle of a list, of an even number the larger of the two. Standard library only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace chicane::sessions {

/// The list is not empty.
inline std::int64_t median(std::vector<std::int64_t> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

}  // namespace chicane::sessions
