#pragma once

#include <string>

namespace chicane::bench {

/// `program`: the built `chicane`. Prints its table.
void run_latency(const std::string& program);

}  // namespace chicane::bench
