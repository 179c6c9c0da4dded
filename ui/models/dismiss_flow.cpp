// See dismiss_flow.hpp.
#include "ui/models/dismiss_flow.hpp"

namespace chicane::ui::models {

void DismissFlow::start(const QString& track, const QVariantMap& what) {
    leave();
    subject_ = AssignSubject::of(track, what);
    emit changed();
}

void DismissFlow::say(const QString& why) {
    if (!open() || sending_ || why.trimmed().isEmpty()) return;
    sending_ = true;
    error_.clear();
    emit changed();
    api_.send(subject_.dismissal(why.trimmed()), this, [this, asked = subject_](const Answer& answer) {
        const bool is_shown = asked == subject_;  // else it was left, or another was begun, while this was sent
        if (is_shown) sending_ = false;
        if (answer.problem && !is_shown) return emit refused(answer.problem->text());
        if (!answer.problem && is_shown) return leave();
        if (answer.problem) error_ = answer.problem->text();
        emit changed();
    });
}

void DismissFlow::leave() {
    subject_ = {};
    error_.clear();
    sending_ = false;
    emit changed();
}

}  // namespace chicane::ui::models
