// Names for protocols that know ASCII only.
#pragma once

#include <string>
#include <string_view>

namespace chicane::web::feed {

/// UTF-8 as printable ASCII: Latin letters lose their accents, everything else becomes '?'.
std::string to_ascii(std::string_view utf8);

}  // namespace chicane::web::feed
