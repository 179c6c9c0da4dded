#include "sessions/meetings/words.hpp"

#include <array>

namespace chicane::sessions::meetings {
namespace {

constexpr std::array<std::string_view, rounds> round_words{"practice", "qualifying", "third", "final"};
constexpr std::array<std::string_view, variants.size()> variant_words{"semis", "finals", "quick", "single"};
constexpr std::array<std::string_view, 5> run_words{"practice", "qualifying", "semi", "consolation", "final"};
constexpr std::array<std::string_view, 5> kart_mode_words{"fair", "draw", "manual", "same_kart", "by_weight"};
constexpr std::array<std::string_view, 5> points_kind_words{"practice", "qualifying", "heat", "final", "endurance"};
constexpr std::array<std::string_view, 7> fault_words{
    "nobody", "no_places", "too_many_people", "too_many_runs", "bad_times", "too_few_for_semis", "too_few_places"};

}  // namespace

std::string_view word(Round value) { return round_words[static_cast<std::size_t>(value)]; }
std::string_view word(Variant value) { return variant_words[static_cast<std::size_t>(value)]; }
std::string_view word(RunName value) { return run_words[static_cast<std::size_t>(value)]; }
std::string_view word(KartMode value) { return kart_mode_words[static_cast<std::size_t>(value)]; }
std::string_view word(PointsKind value) { return points_kind_words[static_cast<std::size_t>(value)]; }
std::string_view word(GrandPrixFault value) { return fault_words[static_cast<std::size_t>(value)]; }

}  // namespace chicane::sessions::meetings

namespace chicane::timing {

using namespace sessions::meetings;

template <>
std::span<const std::string_view> words<Round>() {
    return round_words;
}
template <>
std::span<const std::string_view> words<Variant>() {
    return variant_words;
}
template <>
std::span<const std::string_view> words<RunName>() {
    return run_words;
}
template <>
std::span<const std::string_view> words<KartMode>() {
    return kart_mode_words;
}
template <>
std::span<const std::string_view> words<PointsKind>() {
    return points_kind_words;
}

}  // namespace chicane::timing
