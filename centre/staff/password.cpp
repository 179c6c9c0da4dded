#include "centre/staff/password.hpp"

#include <algorithm>
#include <sodium.h>

namespace chicane::centre::staff {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;

}  // namespace

std::optional<PasswordFault> check_password(std::string_view password, std::string_view name) {
    const auto letters = static_cast<std::size_t>(
        std::ranges::count_if(password, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (letters < password_letters_min) return PasswordFault::too_short;
    if (password.size() > password_bytes_max) return PasswordFault::too_long;
    if (password == name) return PasswordFault::same_as_name;
    if (std::ranges::all_of(password, [&](char c) { return c == password.front(); })) return PasswordFault::one_letter;
    return std::nullopt;
}

std::string hash_password(std::string_view password) {
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (sodium_init() < 0 ||
        crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory_bytes) != 0)
        return {};
    hash.resize(hash.find('\0'));
    return hash;
}

bool matches_hash(const std::string& hash, std::string_view password) {
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace chicane::centre::staff
