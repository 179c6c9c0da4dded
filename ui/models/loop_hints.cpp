// See loop_hints.hpp.
#include "ui/models/loop_hints.hpp"

#include <QVariantMap>

namespace chicane::ui::models {

void LoopHints::begin(int hint, int noise, int at) {
    if (hint < 0 || hint >= loop_hints) return;
    now_ = hint;
    trials_[static_cast<std::size_t>(hint)] = Trial{noise, {}, at};
}

void LoopHints::read(int noise) {
    if (now_ >= 0) trials_[static_cast<std::size_t>(now_)]->after = noise;
}

void LoopHints::shift() {
    for (auto& trial : trials_)
        if (trial && trial->at >= 0) --trial->at;
}

QVariantList LoopHints::rows() const {
    QVariantList rows;
    for (int hint = 0; hint < loop_hints; ++hint) {
        const auto& trial = trials_[static_cast<std::size_t>(hint)];
        const auto after = trial ? trial->after : std::nullopt;
        rows.append(QVariantMap{{"tried", trial.has_value()},
                                {"now", hint == now_},
                                {"before", trial ? QVariant(trial->before) : QVariant::fromValue(nullptr)},
                                {"after", after ? QVariant(*after) : QVariant::fromValue(nullptr)},
                                {"at", trial ? trial->at : -1}});
    }
    return rows;
}

}  // namespace chicane::ui::models
