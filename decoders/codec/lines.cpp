#include "decoders/codec/lines.hpp"

#include <algorithm>

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::size_t tag_digits_max = 18;  // a journal's integer holds it
constexpr std::size_t loop_length_max = 32;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'); }

bool has_only_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

bool is_word(std::string_view text) {
    const auto fits = [](char letter) {
        return is_digit(letter) || is_letter(letter) || letter == '-' || letter == '_';
    };
    return !text.empty() && text.size() <= loop_length_max && std::ranges::all_of(text, fits);
}

bool read_tag(std::string_view text, Passing& passing) {
    if (has_only_digits(text)) {
        if (text.size() > tag_digits_max) return false;
        passing.transponder = {*number_of<std::uint64_t>(text)};
        return true;
    }
    const auto named = transponder_of(text);
    if (!named) return false;
    passing.transponder = *named;
    passing.string = text;
    return true;
}

bool read_decoder(std::string_view text, Passing& passing) {
    passing.decoder = number_of<std::uint32_t>(text);
    if (passing.decoder) return true;
    passing.loop = text;
    return is_word(text) && !has_only_digits(text);
}

}  // namespace

void Lines::read_line(std::string_view line, std::size_t /*wire_bytes*/, std::vector<Record>& records) {
    const auto fields = fields_of(line, ',');
    Passing passing;
    passing.clock = ClockBase::none;
    if (fields.size() > 2 || (fields.size() == 2 && !read_decoder(trimmed(fields.front()), passing))) return;
    if (read_tag(trimmed(fields.back()), passing)) records.emplace_back(std::move(passing));
}

}  // namespace chicane::decoders::codec
