#include "centre/bookings/reference.hpp"

namespace chicane::centre::bookings {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t drawn_letters = reference_letters - 1;

// Σ(2i+1)·vᵢ mod 32: odd weights, so that every single wrong letter shows.
char check_letter(std::string_view drawn) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < drawn_letters; ++i) sum += (2 * i + 1) * alphabet.find(drawn[i]);
    return alphabet[sum % alphabet.size()];
}

char meant(char typed) {
    const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') return '0';
    return upper == 'I' || upper == 'L' ? '1' : upper;
}

}  // namespace

std::string make_reference(const std::array<std::uint8_t, 7>& random) {
    std::string reference;
    for (const std::uint8_t byte : random) reference += alphabet[byte % alphabet.size()];
    return reference + check_letter(reference);
}

std::optional<std::string> parse_reference(std::string_view typed) {
    std::string reference;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        reference += meant(c);
        if (reference.size() > reference_letters || alphabet.find(reference.back()) == std::string_view::npos)
            return std::nullopt;
    }
    if (reference.size() != reference_letters || check_letter(reference) != reference.back()) return std::nullopt;
    return reference;
}

}  // namespace chicane::centre::bookings
