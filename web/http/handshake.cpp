#include "web/http/handshake.hpp"

#include <algorithm>
#include <openssl/evp.h>
#include <openssl/sha.h>

namespace chicane::web::http {
namespace {

constexpr std::size_t key_letters = 24;  ///< 16 bytes as base64
constexpr std::string_view magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

bool asks_for_websocket(const Request& request) {
    return std::ranges::equal(request.header("upgrade"), std::string_view("websocket"), {}, lower);
}

std::optional<std::string> accept_key(const Request& request) {
    const std::string_view key = request.header("sec-websocket-key");
    if (key.size() != key_letters || request.header("sec-websocket-version") != "13") return std::nullopt;
    const std::string text = std::string(key) + std::string(magic);
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest);
    unsigned char encoded[4 * ((SHA_DIGEST_LENGTH + 2) / 3) + 1];
    const int length = EVP_EncodeBlock(encoded, digest, SHA_DIGEST_LENGTH);
    return std::string(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
}

}  // namespace chicane::web::http
