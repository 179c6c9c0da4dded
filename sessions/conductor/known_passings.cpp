#include "sessions/conductor/known_passings.hpp"

#include <string_view>
#include <utility>

namespace chicane::sessions::conductor {

namespace {

/// FNV-1a over 64 bits: two of 200,000 passings meet once in a billion days.
class Fingerprint {
  public:
    void add(std::string_view text) {
        for (const char letter : text) step(static_cast<unsigned char>(letter));
        step(0);
    }
    void add(std::uint64_t value) {
        for (int byte = 0; byte < 8; ++byte) step(static_cast<unsigned char>(value >> (8 * byte)));
    }
    std::uint64_t value() const { return hash_; }

  private:
    void step(unsigned char byte) { hash_ = (hash_ ^ byte) * 1'099'511'628'211U; }
    std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

std::uint64_t fingerprint_of(const PassingKept& kept) {
    const auto& passing = kept.passing;
    Fingerprint print;
    print.add(kept.device);
    print.add(passing.loop);
    print.add(passing.trigger ? passing.string : std::string_view());
    print.add(kept.epoch);
    print.add(passing.transponder.value);
    print.add(static_cast<std::uint64_t>(passing.time_us));
    print.add(passing.number ? *passing.number + std::uint64_t{1} : 0);
    print.add(passing.decoder ? *passing.decoder + std::uint64_t{1} : 0);
    return print.value();
}

}  // namespace

bool KnownPassings::note(const PassingKept& kept) {
    if (kept.passing.clock == decoders::codec::ClockBase::none) return true;
    const std::uint64_t print = fingerprint_of(kept);
    if (older_.contains(print)) return false;
    if (newer_.size() >= known_generation_max) older_ = std::exchange(newer_, {});
    if (newer_.empty()) newer_.reserve(known_generation_max);  // no passing waits for a table that grows
    return newer_.insert(print).second;
}

void KnownPassings::forget(const PassingKept& kept) {
    const std::uint64_t print = fingerprint_of(kept);
    newer_.erase(print);
    older_.erase(print);
}

}  // namespace chicane::sessions::conductor
