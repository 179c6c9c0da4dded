// Whether bytes are text: what goes out as JSON must be. Pure.
#pragma once

#include <string_view>

namespace chicane::web::http {

/// RFC 3629: no overlong form, no surrogate, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

}  // namespace chicane::web::http
