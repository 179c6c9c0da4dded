// Writes JSON text from values: the feed's messages are made thousands of times a minute, and a tree between would cost more
// than the text. Names and texts go through Boost.JSON's escaping.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::web::feed {

class JsonText {
  public:
    JsonText& begin_object();
    JsonText& end_object();
    JsonText& begin_array();
    JsonText& end_array();
    JsonText& key(std::string_view name);  ///< a plain word, nothing to escape
    JsonText& text(std::string_view value);
    JsonText& integer(std::int64_t value);
    JsonText& boolean(bool value);
    JsonText& null();

    template <std::integral Number>
    JsonText& maybe(std::optional<Number> value) {
        return value ? integer(static_cast<std::int64_t>(*value)) : null();
    }

    JsonText& maybe(const std::optional<std::string>& value) { return value ? text(*value) : null(); }
    /// A moment or a duration in microseconds, or null.
    template <class Time>
        requires requires(Time time) { time.us; }
    JsonText& maybe(const std::optional<Time>& time) {
        return time ? integer(time->us) : null();
    }
    /// What is not known is an empty text in our values, and null on the wire.
    JsonText& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }

    /// A figure with one decimal, or null.
    JsonText& maybe_real(std::optional<double> value);

    std::string take() { return std::move(text_); }

  private:
    void value_follows();
    std::string text_;
    bool comma_ = false;
};

}  // namespace chicane::web::feed
