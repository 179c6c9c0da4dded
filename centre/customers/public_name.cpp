#include "centre/customers/public_name.hpp"

namespace chicane::centre::customers {
namespace {

std::string_view first_letter(std::string_view text) {
    std::size_t bytes = text.empty() ? 0 : 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) ++bytes;
    return text.substr(0, bytes);
}

bool may_be_named(const Customer& customer, Date day) {
    if (customer.public_results) return *customer.public_results == PublicResults::given;
    return !customer.birth_date || age_on(day, *customer.birth_date) >= adult_age;
}

}  // namespace

std::string public_name(const Customer& customer, Date day, std::string_view kart_number) {
    if (!may_be_named(customer, day)) return kart_number.empty() ? "Kart" : "Kart " + std::string(kart_number);
    if (customer.nickname) return *customer.nickname;
    return customer.given_name + " " + std::string(first_letter(customer.family_name)) + ".";
}

std::string full_name(const Customer& customer) { return customer.given_name + " " + customer.family_name; }

}  // namespace chicane::centre::customers
