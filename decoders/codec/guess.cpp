#include "decoders/codec/guess.hpp"

#include <algorithm>

namespace chicane::decoders::codec {

namespace {

struct Weight {
    std::string_view word;
    int bits;
};

/// A sum and its frame prove much, a form of line less, a bare number next to nothing.
constexpr Weight weights[] = {
    {"p3", 32},    {"p98", 24},        {"rc2", 14},    {"ilap", 14},       {"chronelec", 24}, {"thcom", 24},
    {"alge", 16},  {"robitronic", 14}, {"zround", 12}, {"raceresult", 16}, {"toolkit", 20},   {"jchip", 16},
    {"ultra", 12}, {"wiclax", 16},     {"llrp", 24},   {"laprf", 32},      {"openstint", 16}, {"vstm", 16},
    {"lines", 3},  {"manual", 0},      {"raw", 0},
};
constexpr int bits_of_others = 8;

constexpr int certain_bits = 40, likely_bits = 12;
constexpr std::int32_t certain_permille = 700, likely_permille = 300;
constexpr std::int64_t clearly = 2;             ///< so many times better than the next
constexpr std::uint64_t records_counted = 100;  ///< more prove no more

std::int64_t evidence(const Reading& reading) {
    return record_bits(reading.word) * static_cast<std::int64_t>(std::min(reading.records(), records_counted));
}

/// Bits that speak for it, less where bytes speak against it.
std::int64_t score(const Reading& reading) { return evidence(reading) * reading.fit_permille(); }

struct Noting {
    Reading& reading;

    void operator()(const Passing& passing) const {
        ++reading.passings;
        if (passing.decoder) reading.decoder = passing.decoder;
    }
    void operator()(const Status& status) const {
        ++reading.statuses;
        if (status.decoder) reading.decoder = status.decoder;
        codec::note(reading.last_status, status);
    }
    void operator()(const Garbage& garbage) const {
        reading.garbage_bytes += garbage.bytes;
        ++reading.garbage[static_cast<std::size_t>(garbage.reason)];
    }
    void operator()(const auto&) const { ++reading.others; }
};

}  // namespace

int record_bits(std::string_view word) {
    const auto* known = std::ranges::find(weights, word, &Weight::word);
    return known == std::end(weights) ? bits_of_others : known->bits;
}

std::string_view word_of(Sureness sureness) {
    constexpr std::string_view words[] = {"nothing", "unsure", "likely", "certain"};
    return words[static_cast<std::size_t>(sureness)];
}

std::uint64_t Reading::sum_errors() const {
    return garbage[static_cast<std::size_t>(GarbageReason::crc)] +
           garbage[static_cast<std::size_t>(GarbageReason::checksum)];
}

std::int32_t Reading::fit_permille() const {
    return bytes == 0 ? 0 : static_cast<std::int32_t>(1'000 * (bytes - garbage_bytes) / bytes);
}

std::vector<std::string_view> Guess::alternatives() const {
    std::vector<std::string_view> words;
    for (const Reading& reading : readings)
        if (reading.word != word && clearly * score(reading) > score(readings.front())) words.push_back(reading.word);
    return words;
}

Guesser::Guesser() {
    for (const Protocol& protocol : protocols()) {
        if (record_bits(protocol.word) == 0) continue;
        Reader& reader = readers_.emplace_back();
        reader.codec = protocol.make();
        reader.reading.word = protocol.word;
    }
}

void Guesser::feed(std::span<const std::byte> bytes) {
    bytes_ += bytes.size();
    for (Reader& reader : readers_) {
        records_.clear();
        reader.codec->feed(bytes, records_);
        reader.fed += bytes.size();
        note(reader, records_);
    }
}

void Guesser::finish() {
    for (Reader& reader : readers_) {
        records_.clear();
        reader.codec->finish(records_);
        note(reader, records_);
    }
}

void Guesser::note(Reader& reader, const std::vector<Record>& records) {
    for (const Record& record : records) std::visit(Noting{reader.reading}, record);
    reader.reading.bytes = reader.fed - std::min<std::uint64_t>(reader.fed, reader.codec->pending());
}

Guess Guesser::guess() const {
    Guess guess;
    guess.bytes = bytes_;
    for (const Reader& reader : readers_)
        if (reader.reading.records() > 0) guess.readings.push_back(reader.reading);
    std::ranges::stable_sort(guess.readings, std::ranges::greater{}, score);
    if (guess.readings.empty()) return guess;
    const Reading& best = guess.readings.front();
    guess.word = best.word;
    const bool alone = guess.alternatives().empty();
    const auto bits = evidence(best);
    if (alone && bits >= certain_bits && best.fit_permille() >= certain_permille)
        guess.sureness = Sureness::certain;
    else if (alone && bits >= likely_bits && best.fit_permille() >= likely_permille)
        guess.sureness = Sureness::likely;
    else
        guess.sureness = Sureness::unsure;
    return guess;
}

}  // namespace chicane::decoders::codec
