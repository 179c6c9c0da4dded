// What a reader's messages hold. Parameters that are not known here, makers' own ones above all, are passed over.
#pragma once

#include <optional>
#include <vector>

#include "decoders/codec/llrp_message.hpp"

namespace chicane::decoders::codec::llrp {

/// What the talk with a reader goes on from.
struct Told {
    bool good = false;       ///< an answer that says so
    bool connected = false;  ///< it has taken our connection
    bool stopped = false;    ///< a reading order has ended
};

/// Adds a record at least: a passing for each tag of a report.
Told read(const Message& message, std::vector<Record>& records);

}  // namespace chicane::decoders::codec::llrp
