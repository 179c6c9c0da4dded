#include "centre/customers/customer.hpp"

#include <algorithm>
#include <ranges>

namespace chicane::centre::customers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos) return false;
    const std::string_view host = text.substr(at + 1);
    const auto dot = host.find('.');
    const bool has_dot_inside = dot != std::string_view::npos && dot > 0 && !host.ends_with('.');
    return has_dot_inside && std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

bool is_phone(std::string_view text) {
    if (!text.starts_with('+')) return false;
    const std::string_view number = text.substr(1);
    return number.size() >= phone_digits_min && number.size() <= phone_digits_max && number.front() != '0' &&
           std::ranges::all_of(number, is_digit);
}

bool is_locale(std::string_view text) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() != 2 && !(text.size() == 5 && text[2] == '-')) return false;
    if (!is_lower(text[0]) || !is_lower(text[1])) return false;
    return text.size() == 2 || (is_upper(text[3]) && is_upper(text[4]));
}

bool is_blank(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c == ' '; });
}

}  // namespace

std::string_view word(PublicResults value) {
    switch (value) {
        case PublicResults::given:
            return "given";
        case PublicResults::refused:
            return "refused";
    }
    return "";
}

std::optional<PublicResults> public_results_from(std::string_view text) {
    if (text == word(PublicResults::given)) return PublicResults::given;
    if (text == word(PublicResults::refused)) return PublicResults::refused;
    return std::nullopt;
}

std::vector<Fault> check(const Customer& customer, Date today) {
    std::vector<Fault> faults;
    const auto check_name = [&](std::string_view field, std::string_view value, std::size_t letters_max) {
        if (is_blank(value)) faults.push_back({field, FaultKind::empty});
        if (letters(value) > letters_max) faults.push_back({field, FaultKind::too_long});
    };
    check_name("family_name", customer.family_name, name_letters_max);
    check_name("given_name", customer.given_name, name_letters_max);
    if (customer.nickname) check_name("nickname", *customer.nickname, nickname_letters_max);
    const auto& birth = customer.birth_date;
    if (birth && (birth->year < birth_year_min || *birth > today))
        faults.push_back({"birth_date", FaultKind::not_a_day_of_life});
    if (customer.email && customer.email->size() > email_bytes_max)
        faults.push_back({"email", FaultKind::too_long});
    else if (customer.email && !is_email(*customer.email))
        faults.push_back({"email", FaultKind::malformed});
    if (customer.phone && !is_phone(*customer.phone)) faults.push_back({"phone", FaultKind::malformed});
    if (!is_locale(customer.locale)) faults.push_back({"locale", FaultKind::malformed});
    return faults;
}

std::string tidy_phone(std::string_view typed) {
    std::string tidy;
    std::ranges::copy_if(typed, std::back_inserter(tidy),
                         [](char c) { return std::string_view(" .-()/").find(c) == std::string_view::npos; });
    return tidy.starts_with("00") ? "+" + tidy.substr(2) : tidy;
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace chicane::centre::customers
