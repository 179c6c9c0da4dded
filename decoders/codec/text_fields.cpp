#include "decoders/codec/text_fields.hpp"

#include "decoders/codec/calendar.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::size_t decimals_max = 6;
constexpr std::size_t name_length_max = 12;  // 36^12 < 2^63: a journal's integer holds it
constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t whole_seconds_max = 1'000'000'000'000;
constexpr std::uint32_t hours_max = 1'000'000;  // a century: no clock runs longer

constexpr std::int64_t day_us = 86'400 * second_us;
/// "126" is 126000 µs.
std::optional<std::int64_t> decimals_us(std::string_view digits) {
    if (digits.empty() || digits.size() > decimals_max) return std::nullopt;
    const auto number = number_of<std::uint32_t>(digits);
    if (!number) return std::nullopt;
    std::int64_t us = *number;
    for (std::size_t i = digits.size(); i < decimals_max; ++i) us *= 10;
    return us;
}

}  // namespace

std::vector<std::string_view> fields_of(std::string_view line, char separator) {
    std::vector<std::string_view> fields;
    while (fields.size() + 1 < fields_max) {
        const std::size_t end = line.find(separator);
        if (end == std::string_view::npos) break;
        fields.push_back(line.substr(0, end));
        line.remove_prefix(end + 1);
    }
    fields.push_back(line);
    return fields;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::optional<std::int64_t> seconds_us(std::string_view text) {
    const std::size_t point = text.find_first_of(".,");
    const auto whole = number_of<std::uint64_t>(text.substr(0, point));
    if (!whole || *whole > static_cast<std::uint64_t>(whole_seconds_max)) return std::nullopt;
    const auto us = static_cast<std::int64_t>(*whole) * second_us;
    if (point == std::string_view::npos) return us;
    const auto part = decimals_us(text.substr(point + 1));
    return part ? std::optional(us + *part) : std::nullopt;
}

std::optional<std::int64_t> milliseconds_us(std::string_view text) {
    const auto ms = number_of<std::uint64_t>(text);
    if (!ms || *ms > static_cast<std::uint64_t>(whole_seconds_max) * 1'000) return std::nullopt;
    return static_cast<std::int64_t>(*ms) * 1'000;
}

std::optional<std::int64_t> clock_us(std::string_view text) {
    const auto parts = fields_of(text, ':');
    if (parts.size() != 3 || parts[1].size() != 2) return std::nullopt;
    const auto hours = number_of<std::uint32_t>(parts[0]);
    const auto minutes = number_of<std::uint32_t>(parts[1]);
    const auto us = seconds_us(parts[2]);
    if (!hours || !minutes || !us || *hours > hours_max || *minutes > 59 || *us >= 60 * second_us) return std::nullopt;
    return (std::int64_t{*hours} * 3600 + *minutes * 60) * second_us + *us;
}

std::optional<std::int64_t> date_us(int year, int month, int day, std::int64_t since_midnight_us) {
    const auto days = day_number({year, month, day});
    return days ? std::optional(*days * day_us + since_midnight_us) : std::nullopt;
}

std::optional<timing::TransponderId> transponder_of(std::string_view name) {
    if (name.empty() || name.size() > name_length_max) return std::nullopt;
    const auto value = number_of<std::uint64_t>(name, 36);
    return value ? std::optional(timing::TransponderId{*value}) : std::nullopt;
}

}  // namespace chicane::decoders::codec
