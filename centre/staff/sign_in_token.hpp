// The secret of a sign-in: 256 random bits that only the client keeps. The store has its SHA-256, so that a stolen database opens
// nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace chicane::centre::staff {

inline constexpr std::size_t token_letters = 43;  ///< 32 bytes as base64url

std::string make_token();
/// 32 raw bytes.
std::string hash_token(std::string_view token);

/// Bytes from the system's source of chance, for whoever needs a reference.
std::array<std::uint8_t, 7> random_bytes();

}  // namespace chicane::centre::staff
