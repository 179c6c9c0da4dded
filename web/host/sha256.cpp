#include "web/host/sha256.hpp"

#include <array>
#include <openssl/evp.h>

#include "timing/ensure.hpp"

namespace chicane::web::host {

struct Sha256::Parts {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256() : parts_(std::make_unique<Parts>()) {
    timing::ensure(EVP_DigestInit_ex(parts_->context.get(), EVP_sha256(), nullptr) == 1, "SHA-256 is there");
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const char> bytes) {
    timing::ensure(EVP_DigestUpdate(parts_->context.get(), bytes.data(), bytes.size()) == 1, "SHA-256 takes bytes");
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    timing::ensure(EVP_DigestFinal_ex(parts_->context.get(), digest.data(), &size) == 1, "SHA-256 ends");
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) (text += hex[digest[i] >> 4U]) += hex[digest[i] & 15U];
    return text;
}

}  // namespace chicane::web::host
