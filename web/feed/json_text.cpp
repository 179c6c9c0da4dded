#include "web/feed/json_text.hpp"

#include <algorithm>
#include <array>
#include <boost/json/serializer.hpp>
#include <boost/json/string_view.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace chicane::web::feed {

namespace {

/// Stands in JSON text as it is.
bool is_plain(char c) { return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\' && c != '\x7F'; }

}  // namespace

void JsonText::value_follows() {
    if (comma_) text_ += ',';
    comma_ = true;
}

JsonText& JsonText::begin_object() { return value_follows(), text_ += '{', comma_ = false, *this; }
JsonText& JsonText::end_object() { return text_ += '}', comma_ = true, *this; }
JsonText& JsonText::begin_array() { return value_follows(), text_ += '[', comma_ = false, *this; }
JsonText& JsonText::end_array() { return text_ += ']', comma_ = true, *this; }

JsonText& JsonText::key(std::string_view name) {
    value_follows();
    text_ += '"';
    text_ += name;
    text_ += "\":";
    comma_ = false;
    return *this;
}

JsonText& JsonText::text(std::string_view value) {
    value_follows();
    if (std::ranges::all_of(value, is_plain)) {
        text_.append(1, '"').append(value).append(1, '"');
        return *this;
    }
    boost::json::serializer serializer;
    serializer.reset(boost::json::string_view(value));
    std::array<char, 256> chunk{};
    while (!serializer.done()) text_ += serializer.read(chunk.data(), chunk.size());
    return *this;
}

JsonText& JsonText::integer(std::int64_t value) {
    value_follows();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text_.append(digits.data(), end);
    return *this;
}

JsonText& JsonText::boolean(bool value) { return value_follows(), text_ += value ? "true" : "false", *this; }
JsonText& JsonText::null() { return value_follows(), text_ += "null", *this; }

JsonText& JsonText::maybe_real(std::optional<double> value) {
    if (!value || !std::isfinite(*value)) return null();
    value_follows();
    text_ += fmt::format("{:.1f}", *value);
    return *this;
}

}  // namespace chicane::web::feed
