#include "decoders/codec/rc2.hpp"

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::int64_t ms_us = 1'000;

/// Takes digits off the front; the last pair of a passing is not known publicly and only has to be there.
class Digits {
  public:
    explicit Digits(std::string_view text) : rest_(text) {}

    std::optional<std::uint32_t> next(std::size_t digits) {
        const auto number = number_of<std::uint32_t>(rest_.substr(0, digits), 16);
        rest_.remove_prefix(digits);
        return number;
    }

  private:
    std::string_view rest_;
};

void read_passing(std::string_view text, std::vector<Record>& records) {
    constexpr std::size_t digits = 24;
    if (text.size() != digits) return;
    Digits in(text);
    const auto decoder = in.next(2);
    const auto transponder = in.next(8);
    const auto time_ms = in.next(8);
    const auto hits = in.next(2);
    const auto strength = in.next(2);
    if (!decoder || !transponder || !time_ms || !hits || !strength || !in.next(2)) return;
    Passing passing;
    passing.transponder = {*transponder};
    passing.time_us = *time_ms * ms_us;
    passing.strength = static_cast<std::int32_t>(*strength);
    passing.hits = static_cast<std::int32_t>(*hits);
    passing.decoder = decoder;
    passing.clock = ClockBase::start;
    records.emplace_back(std::move(passing));
}

void read_status(std::string_view text, std::vector<Record>& records) {
    constexpr std::size_t digits = 4;
    if (text.size() != digits) return;
    Digits in(text);
    const auto decoder = in.next(2);
    const auto noise = in.next(2);
    if (!decoder || !noise) return;
    Status status;
    status.decoder = decoder;
    status.noise = static_cast<std::int32_t>(*noise);
    records.emplace_back(std::move(status));
}

}  // namespace

void Rc2::read_marked(std::string_view text, std::size_t /*wire_bytes*/, std::vector<Record>& records) {
    const std::string_view digits = text.substr(1);
    if (text.front() == '$')
        read_passing(digits, records);
    else
        read_status(digits, records);
}

}  // namespace chicane::decoders::codec
