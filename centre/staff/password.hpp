// Passwords: which are accepted, and how they are kept. Hashing takes about 50 ms of a core on purpose: never on the web or timing
// thread, see password_worker.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chicane::centre::staff {

inline constexpr std::size_t password_letters_min = 10;
inline constexpr std::size_t password_bytes_max = 256;  ///< more costs time to hash and protects nobody

enum class PasswordFault { too_short, too_long, same_as_name, one_letter };

/// Length is what counts; the rest only stops the worst.
std::optional<PasswordFault> check_password(std::string_view password, std::string_view name);

/// argon2id, 19 MiB, two passes; the parameters and the salt are in the text. Empty where memory is short.
std::string hash_password(std::string_view password);
bool matches_hash(const std::string& hash, std::string_view password);

}  // namespace chicane::centre::staff
