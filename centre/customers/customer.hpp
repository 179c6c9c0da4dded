// A customer and what his fields may hold. front-desk.md 1.1. Pure: today is passed in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "centre/customers/date.hpp"

namespace chicane::centre::customers {

inline constexpr std::size_t name_letters_max = 60;
inline constexpr std::size_t nickname_letters_max = 20;  ///< what a board's column shows on a phone
inline constexpr std::size_t email_bytes_max = 254;      ///< RFC 5321
inline constexpr std::size_t phone_digits_max = 15;      ///< E.164
inline constexpr std::size_t phone_digits_min = 6;
inline constexpr int birth_year_min = 1900;
inline constexpr int adult_age = 18;

/// May results be published with the name? Absent: never asked.
enum class PublicResults { given, refused };

struct Customer {
    std::string family_name;
    std::string given_name;
    std::optional<std::string> nickname;
    std::optional<Date> birth_date;
    std::optional<std::string> email;
    std::optional<std::string> phone;  ///< E.164: `+33612345678`
    std::string locale = "fr";
    std::optional<PublicResults> public_results;
    friend bool operator==(const Customer&, const Customer&) = default;
};

std::string_view word(PublicResults value);
std::optional<PublicResults> public_results_from(std::string_view word);

/// What a field got wrong; the words for people are made at the edge.
enum class FaultKind { empty, too_long, malformed, not_a_day_of_life };

struct Fault {
    std::string_view field;
    FaultKind kind;
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// Every fault, in the order of the fields.
std::vector<Fault> check(const Customer& customer, Date today);

/// A phone number as typed, without blanks, dots, dashes and brackets.
std::string tidy_phone(std::string_view typed);

/// Letters as people count them: UTF-8 sequences.
std::size_t letters(std::string_view text);

}  // namespace chicane::centre::customers
