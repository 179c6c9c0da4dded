// `chicane replay FILE --protocol P --session SPEC.toml`: feeds a capture through a session and prints the result.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "decoders/codec/record.hpp"
#include "sessions/result.hpp"
#include "sessions/setup.hpp"

namespace chicane::web::host {

struct ReplayOptions {
    std::string file;
    std::string protocol;
    std::string session;  ///< path of SPEC.toml
};

/// The exit status: 0, or 2 with one line on `err` and nothing on `out`.
int replay(const ReplayOptions& options, std::ostream& out, std::ostream& err);

/// The passings of a capture through a session; now is the time of the latest.
sessions::Result replay_records(std::span<const decoders::codec::Record> records, const sessions::Setup& setup);

}  // namespace chicane::web::host
