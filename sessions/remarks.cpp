#include "sessions/remarks.hpp"

#include <algorithm>

namespace chicane::sessions {

namespace {

/// A passing that came late may have begun the lap anew: what was divided is another lap then, and the word is void.
std::uint8_t parts_of(const RemarkMade& made, std::uint64_t begin) {
    return made.begin == begin ? std::max<std::uint8_t>(made.parts, 1) : 1;
}

}  // namespace

bool Remarks::add(std::uint64_t sequence, const RemarkMade& made) {
    if (knows(sequence) || full()) return false;
    made_[made.passing].push_back({sequence, made});
    passing_of_.emplace(sequence, made.passing);
    return true;
}

std::optional<std::uint64_t> Remarks::remove(std::uint64_t sequence) {
    const auto found = passing_of_.find(sequence);
    if (found == passing_of_.end()) return std::nullopt;
    const std::uint64_t passing = found->second;
    passing_of_.erase(found);
    const auto made = made_.find(passing);
    std::erase_if(made->second, [&](const Made& each) { return each.sequence == sequence; });
    if (made->second.empty()) made_.erase(made);
    return passing;
}

timing::Remark Remarks::of(std::uint64_t passing, std::uint64_t begin) const {
    timing::Remark remark;
    const auto found = made_.find(passing);
    if (found == made_.end()) return remark;
    for (const Made& each : found->second) {
        switch (each.what.kind) {
            case RemarkKind::voided:
                remark.voided = true;
                break;
            case RemarkKind::first_finisher:
                remark.ends_race = true;
                break;
            case RemarkKind::red_line:
                remark.halts = true;
                break;
            case RemarkKind::lap_deleted:
                remark.lap_deleted = true;
                break;
            case RemarkKind::lap_split:
                remark.parts = std::max(remark.parts, parts_of(each.what, begin));
                break;
        }
    }
    return remark;
}

}  // namespace chicane::sessions
