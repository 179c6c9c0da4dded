#pragma once

namespace chicane::bench {

inline constexpr int turns = 3;  ///< each side runs so often, the best counts: noise only adds

/// Prints its table.
void run_fanout();

}  // namespace chicane::bench
