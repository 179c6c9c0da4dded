#include "sessions/journal/seal.hpp"

namespace chicane::sessions::journal {

Seal::Seal(std::string_view before) {
    crypto_hash_sha256_init(&state_);
    add_bytes(before);
}

// A letter before each value says of what kind it is, and a length before a text where it ends: no two rows read alike.

void Seal::begin_row(char table) { add_bytes({&table, 1}); }

void Seal::add(std::int64_t value) {
    add_bytes("i");
    add_number(static_cast<std::uint64_t>(value));
}

void Seal::add(std::string_view value) {
    add_bytes("t");
    add_number(value.size());
    add_bytes(value);
}

void Seal::add_nothing() { add_bytes("n"); }

std::string Seal::sum() const {
    crypto_hash_sha256_state ended = state_;
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&ended, sum);
    return {reinterpret_cast<const char*>(sum), sizeof sum};
}

void Seal::add_bytes(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

void Seal::add_number(std::uint64_t value) {
    char bytes[8];
    for (char& byte : bytes) {
        byte = static_cast<char>(value & 0xFF);
        value >>= 8;
    }
    add_bytes({bytes, sizeof bytes});
}

}  // namespace chicane::sessions::journal
