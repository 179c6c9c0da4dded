// Problems as RFC 9457: what went wrong, as a code for programs and a sentence for people, in their language.
#pragma once

#include <string>
#include <string_view>

#include "web/http/message.hpp"

namespace chicane::web::http {

enum class Language { en, fr };

/// The first language of Accept-Language that Chicane speaks; English where it names none.
Language language_of(const Request& request);

/// `members`: more members of the object as JSON text, `"free":0`, or empty. The title is the code's, in the language.
Response problem(const Request& request, int status, std::string_view code, std::string_view detail,
                 std::string_view members = {});

}  // namespace chicane::web::http
