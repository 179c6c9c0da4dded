// Ids on the wire: `ses_12` is session 12. front-desk.md 0.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::web::api {

inline constexpr std::string_view session_prefix = "ses_";
inline constexpr std::string_view entrant_prefix = "ent_";
inline constexpr std::string_view seat_prefix = "sea_";
inline constexpr std::string_view kart_prefix = "kar_";
inline constexpr std::string_view customer_prefix = "cus_";
inline constexpr std::string_view hold_prefix = "hol_";
inline constexpr std::string_view staff_prefix = "sta_";
inline constexpr std::string_view rule_set_prefix = "rul_";
inline constexpr std::string_view driver_prefix = "drv_";
inline constexpr std::string_view meeting_prefix = "mtg_";
inline constexpr std::string_view entry_prefix = "ety_";

inline std::string wire_id(std::string_view prefix, std::int64_t id) {
    return std::string(prefix) + std::to_string(id);
}

/// Digits alone, from 1; nothing for what is not a number of ours.
inline std::optional<std::int64_t> parse_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1) return std::nullopt;
    return value;
}

inline std::optional<std::int64_t> parse_id(std::string_view prefix, std::string_view text) {
    if (!text.starts_with(prefix)) return std::nullopt;
    return parse_number(text.substr(prefix.size()));
}

}  // namespace chicane::web::api
