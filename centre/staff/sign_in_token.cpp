#include "centre/staff/sign_in_token.hpp"

#include <sodium.h>

namespace chicane::centre::staff {

std::string make_token() {
    unsigned char bytes[32];
    randombytes_buf(bytes, sizeof bytes);
    std::string token(token_letters + 1, '\0');
    sodium_bin2base64(token.data(), token.size(), bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    token.resize(token_letters);
    return token;
}

std::string hash_token(std::string_view token) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size());
    return hash;
}

std::array<std::uint8_t, 7> random_bytes() {
    std::array<std::uint8_t, 7> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace chicane::centre::staff
