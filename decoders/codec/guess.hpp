// Which protocol do these bytes speak, and how sure is that? All codecs read the same bytes side by side; the one that understands the
// most, weighed by how much a record of its kind proves, is the guess. Pure; a stream each.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

inline constexpr std::size_t garbage_reasons = 6;

/// What one codec made of the bytes.
struct Reading {
    std::string_view word;
    std::uint64_t passings = 0;
    std::uint64_t statuses = 0;
    std::uint64_t others = 0;  ///< clocks, versions, errors
    std::uint64_t bytes = 0;   ///< judged: in a good record, or garbage
    std::uint64_t garbage_bytes = 0;
    std::array<std::uint64_t, garbage_reasons> garbage{};  ///< pieces, by reason
    Status last_status;                                    ///< each field the last that came
    std::optional<std::uint32_t> decoder;

    std::uint64_t records() const { return passings + statuses + others; }
    /// Of sums, both kinds.
    std::uint64_t sum_errors() const;
    /// Share of the judged bytes that are in good records, in 1,000.
    std::int32_t fit_permille() const;
    friend bool operator==(const Reading&, const Reading&) = default;
};

enum class Sureness { nothing, unsure, likely, certain };
std::string_view word_of(Sureness sureness);

struct Guess {
    std::string_view word;  ///< the protocol; empty: nothing fits
    Sureness sureness = Sureness::nothing;
    std::uint64_t bytes = 0;
    std::vector<Reading> readings;  ///< that found a record, the best first

    /// Others that explain the bytes nearly as well as the best.
    std::vector<std::string_view> alternatives() const;
};

class Guesser {
  public:
    /// Reads by all protocols of the table that can be told by their bytes.
    Guesser();

    void feed(std::span<const std::byte> bytes);
    /// The stream has ended; another may begin, and adds to the same guess.
    void finish();
    Guess guess() const;

  private:
    struct Reader {
        std::unique_ptr<Codec> codec;
        Reading reading;
        std::uint64_t fed = 0;
    };
    void note(Reader& reader, const std::vector<Record>& records);

    std::vector<Reader> readers_;
    std::vector<Record> records_;
    std::uint64_t bytes_ = 0;
};

/// How many bits a good record of this protocol proves; 0: it takes any bytes, so that it is never guessed.
int record_bits(std::string_view word);

}  // namespace chicane::decoders::codec
