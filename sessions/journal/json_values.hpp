// How entries' values stand in JSON: enums by the contract's words. What is not as expected throws, as Boost.JSON does; event_body catches.
#pragma once

#include <boost/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "timing/words.hpp"

namespace chicane::sessions::journal {

namespace json = boost::json;

template <class Enum>
json::string_view word(Enum value) {
    return timing::word(value);
}

template <class Enum>
Enum from(const json::value& value) {
    const auto found = timing::from_word<Enum>(std::string_view(value.as_string()));
    if (!found) throw std::invalid_argument("unknown word");
    return *found;
}

inline std::string text_of(const json::value& value) { return std::string(value.as_string()); }

template <class Number>
Number number_of(const json::value& value) {
    return value.to_number<Number>();
}

}  // namespace chicane::sessions::journal
