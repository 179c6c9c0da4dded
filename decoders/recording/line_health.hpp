// How the recording of one device goes. Plain value.
#pragma once

#include <cstdint>

namespace chicane::decoders::recording {

struct LineHealth {
    std::uint64_t failures = 0;    ///< writes that the disk refused
    std::uint64_t lost_bytes = 0;  ///< of a link, that are in no recording
    bool failing = false;          ///< now: refused, stuck, or just lost some
    friend bool operator==(const LineHealth&, const LineHealth&) = default;
};

}  // namespace chicane::decoders::recording
