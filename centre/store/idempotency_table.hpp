// The first answer to a key, given again to whoever asks again: front-desk.md T9. On the writer's thread.
#pragma once

#include <optional>
#include <string>

#include "centre/store/connection.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t key_letters_max = 100;
inline constexpr std::int64_t keys_kept_us = 24 * 3600 * 1'000'000LL;  ///< no client repeats a request a day later

struct KeptAnswer {
    std::string request_hash;
    int status = 0;
    std::string body;
};

std::optional<KeptAnswer> find_answer(Connection& db, const std::string& who, const std::string& key);
/// Keeps it, and forgets what is older than keys_kept_us.
void keep_answer(Connection& db, const std::string& who, const std::string& key, const KeptAnswer& answer,
                 std::int64_t now_us);

/// What was answered did not come about after all: the key may be used again.
void forget_answer(Connection& db, const std::string& who, const std::string& key);

}  // namespace chicane::centre::store
