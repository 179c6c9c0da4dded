// `chicane decode FILE [--protocol P]`: one line of JSON for every record of a raw capture; of protocol `raw`,
// what its bytes look like.
#pragma once

#include <iosfwd>
#include <string>

namespace chicane::web::host {

struct DecodeOptions {
    std::string file;
    std::string protocol;  ///< empty: what a recording says of itself
};

/// The exit status: 0 also for damaged bytes: they are garbage records, and what a recording lacks is told on `err`; 2 with one line on `err` for a wrong file or
/// protocol; 1 where `out` takes not all of it.
int decode(const DecodeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
