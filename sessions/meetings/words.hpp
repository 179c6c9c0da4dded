// The words of the contract for the enums of this folder, as in timing/words.hpp. Machine words, never shown to people.
#pragma once

#include <span>
#include <string_view>

#include "sessions/meetings/grand_prix.hpp"
#include "sessions/meetings/karts.hpp"
#include "sessions/meetings/points.hpp"
#include "timing/words.hpp"

namespace chicane::sessions::meetings {

std::string_view word(Round value);
std::string_view word(Variant value);
std::string_view word(RunName value);
std::string_view word(KartMode value);
std::string_view word(GrandPrixFault value);
std::string_view word(PointsKind value);

}  // namespace chicane::sessions::meetings

namespace chicane::timing {

template <>
std::span<const std::string_view> words<sessions::meetings::Round>();
template <>
std::span<const std::string_view> words<sessions::meetings::Variant>();
template <>
std::span<const std::string_view> words<sessions::meetings::RunName>();
template <>
std::span<const std::string_view> words<sessions::meetings::KartMode>();
template <>
std::span<const std::string_view> words<sessions::meetings::PointsKind>();

}  // namespace chicane::timing
