#include "sessions/checkpoints.hpp"

#include <algorithm>
#include <bit>

#include "timing/ensure.hpp"

namespace chicane::sessions {

namespace {

/// How far checkpoints lie apart at a distance from the end.
std::size_t spacing(std::size_t age) {
    const std::size_t steps = age / (checkpoint_distance * checkpoints_a_distance);
    return checkpoint_distance * std::bit_ceil(steps + 1);
}

}  // namespace

void Checkpoints::reset(Progress opening) {
    kept_.clear();
    kept_.push_back({0, std::move(opening)});
    due_ = checkpoint_distance;
}

void Checkpoints::offer(std::size_t index, const Progress& progress) {
    if (index < due_) return;
    kept_.push_back({index, progress});
    due_ = (index / checkpoint_distance + 1) * checkpoint_distance;
    thin(index);
}

void Checkpoints::thin(std::size_t end) {
    // One falls away where its neighbours on both sides lie within the spacing due there.
    std::size_t keep = 1;
    for (std::size_t i = 1; i < kept_.size(); ++i) {
        const bool last = i + 1 == kept_.size();
        const bool needed = last || kept_[i + 1].index - kept_[keep - 1].index > spacing(end - kept_[i].index);
        if (!needed) continue;
        if (keep != i) kept_[keep] = std::move(kept_[i]);
        ++keep;
    }
    kept_.resize(keep);
}

const Checkpoint& Checkpoints::back_to(std::size_t index, std::size_t officials) {
    timing::ensure(!kept_.empty(), "the first checkpoint is always there");
    while (kept_.size() > 1 && (kept_.back().index > index || kept_.back().progress.officials > officials)) {
        kept_.pop_back();
    }
    due_ = kept_.back().index + checkpoint_distance;
    return kept_.back();
}

}  // namespace chicane::sessions
