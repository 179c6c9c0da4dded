// Parts of a device's URI that are read alike wherever they stand, and how a wrong one is answered.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "decoders/link/device_uri.hpp"

namespace chicane::decoders::link {

using UriOutcome = std::expected<void, UriError>;

inline std::unexpected<UriError> refused(std::string detail) { return std::unexpected(UriError{std::move(detail)}); }

inline std::string quoted(std::string_view text) {
    std::string marked = "\"";
    marked += text;
    marked += '"';
    return marked;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A whole number from least to most, into `to`.
template <class Number>
UriOutcome read_number(std::string_view key, std::string_view text, Number least, Number most, Number& to) {
    const auto number = number_in<Number>(text);
    if (!number || *number < least || *number > most)
        return refused(std::string(key) + ": expected a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most) + ", found " + quoted(text));
    to = *number;
    return {};
}

/// What stands between the scheme and the options, or as `peer`: `host:port`, `[2001:db8::1]:port`, either part missing.
/// `expected` is how it should look.
UriOutcome read_endpoint(std::string_view text, std::string_view expected, Endpoint& to);

/// One `key=value`, into the URI.
UriOutcome read_option(std::string_view key, std::string_view value, DeviceUri& uri);

}  // namespace chicane::decoders::link
