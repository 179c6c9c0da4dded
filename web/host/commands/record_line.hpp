// A decoder's record as one line of JSON: the form of `chicane decode` in contract.md. Absent fields are left out.
#pragma once

#include <string>

#include "decoders/codec/record.hpp"

namespace chicane::web::host {

/// Appends the line and its end.
void append_record_line(const decoders::codec::Record& record, std::string& to);

}  // namespace chicane::web::host
