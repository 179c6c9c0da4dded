// A line of JSON on its way to standard output.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::web::host {

/// One object of known keys, written in their order. Texts of a decoder are bytes of no known encoding: read as Latin-1.
class JsonLine {
  public:
    JsonLine(std::string& to, std::string_view type) : to_(to) {
        to_ += R"({"type":")";
        to_ += type;
        to_ += '"';
    }
    ~JsonLine() { to_ += "}\n"; }
    JsonLine(const JsonLine&) = delete;
    JsonLine& operator=(const JsonLine&) = delete;

    template <class Number>
    void number(std::string_view key, Number value) {
        begin(key);
        char digits[24];
        to_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    template <class Number>
    void number(std::string_view key, const std::optional<Number>& value) {
        if (value) number(key, *value);
    }
    void text(std::string_view key, std::string_view value) {
        begin(key);
        to_ += '"';
        for (const char c : value) character(static_cast<unsigned char>(c));
        to_ += '"';
    }
    void yes_if(std::string_view key, bool holds) {
        if (!holds) return;
        begin(key);
        to_ += "true";
    }
    void text_if_any(std::string_view key, std::string_view value) {
        if (!value.empty()) text(key, value);
    }

  private:
    void begin(std::string_view key) {
        to_ += ",\"";
        to_ += key;
        to_ += "\":";
    }
    void character(unsigned char c) {
        constexpr std::string_view digits = "0123456789abcdef";
        if (c == '"' || c == '\\') {
            to_ += '\\';
            to_ += static_cast<char>(c);
        } else if (c < 0x20 || c >= 0x7F) {
            to_ += "\\u00";
            to_ += digits[c >> 4];
            to_ += digits[c & 0xF];
        } else {
            to_ += static_cast<char>(c);
        }
    }
    std::string& to_;
};

}  // namespace chicane::web::host
