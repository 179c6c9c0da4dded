// A booking's reference for people: seven random letters of Crockford's base 32 and a check letter. front-desk.md 0. Pure: chance
// is passed in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::centre::bookings {

inline constexpr std::size_t reference_letters = 8;

/// `random`: seven bytes, of which five bits each count.
std::string make_reference(const std::array<std::uint8_t, 7>& random);

/// As people type it (small letters, blanks, dashes, O for 0, I or L for 1); nothing where the check letter is wrong.
std::optional<std::string> parse_reference(std::string_view typed);

}  // namespace chicane::centre::bookings
