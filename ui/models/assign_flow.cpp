// See assign_flow.hpp.
#include "ui/models/assign_flow.hpp"

namespace chicane::ui::models {

AssignFlow::AssignFlow(ApiClient& api, QObject* parent)
    : QObject(parent), api_(api), candidates_({"number", "name", "reason", "detail", "onGrid"}) {}

void AssignFlow::start(const QString& track, const QVariantMap& what) {
    leave();
    subject_ = AssignSubject::of(track, what);
    if (!open()) return;
    loading_ = true;
    emit changed();
    api_.get(subject_.candidates_path(), this, [this, asked = subject_](const Answer& answer) {
        if (asked != subject_) return;
        loading_ = false;
        error_ = answer.problem ? answer.problem->text() : QString();
        take_candidates(answer.body[u"items"].toArray());
        emit changed();
    });
}

void AssignFlow::take_candidates(const QJsonArray& items) {
    items_ = items;
    QList<KeyedRow> rows;
    for (const auto& value : items) {
        if (rows.size() == candidates_max) break;
        rows.append({QString::number(rows.size()),
                     {value[u"number"].toString(), value[u"name"].toString(), value[u"reason"].toString(),
                      value[u"detail"].toString(), value[u"entrant"].isString()}});
    }
    candidates_.set_rows(rows);
    if (!rows.isEmpty()) choose(0);
}

void AssignFlow::choose(int row) {
    if (row < 0 || row >= candidates_.count()) return;
    chosen_ = row;
    set_target(items_[row].toObject());
}

void AssignFlow::chooseKart(const QString& number) {
    if (!open()) return;
    // What was chosen before is chosen no more: an Enter that comes too early must not assign to it.
    chosen_ = -1;
    set_target({});
    api_.get(subject_.numbers_path(), this, [this, number, asked = subject_](const Answer& answer) {
        if (asked != subject_) return;
        for (const auto& value : answer.body[u"items"].toArray()) {
            if (value[u"number"].toString() == number) return set_target(subject_.target_of(value.toObject()));
        }
        error_ = answer.problem ? answer.problem->text()
                 : crossing()   ? tr("No kart %1 drives in this session.").arg(number)
                                : tr("There is no kart %1 in the fleet.").arg(number);
        emit changed();
    });
}

void AssignFlow::set_target(const QJsonObject& target) {
    target_ = target;
    error_.clear();
    preview();
}

void AssignFlow::set_from_start(bool from_start) {
    if (from_start_ == from_start) return;
    from_start_ = from_start;
    preview();
}

void AssignFlow::preview() {
    previewed_ = false;
    preview_ = {};
    emit changed();
    if (target_.isEmpty()) return;
    const auto preview = assignment(true);
    api_.send(preview, this, [this, path = preview.path, body = preview.body](const Answer& answer) {
        const auto now = assignment(true);
        if (!open() || path != now.path || body != now.body) return;
        error_ = answer.problem ? answer.problem->text() : QString();
        previewed_ = !answer.problem;
        preview_ = answer.problem ? QJsonObject() : answer.body;
        emit changed();
    });
}

void AssignFlow::apply() {
    if (!open() || !previewed_) return;
    previewed_ = false;  // a second Enter sends nothing
    emit changed();
    api_.send(assignment(false), this, [this, asked = subject_](const Answer& answer) {
        const bool is_shown = asked == subject_;  // else it was left, or another was begun, while this was sent
        if (answer.problem) {
            if (!is_shown) return emit refused(answer.problem->text());
            error_ = answer.problem->text();
            previewed_ = true;
            emit changed();
            return;
        }
        if (is_shown) leave();
        emit applied();
    });
}

void AssignFlow::leave() {
    subject_ = {};
    target_ = {};
    preview_ = {};
    items_ = {};
    error_.clear();
    chosen_ = -1;
    loading_ = previewed_ = false;
    from_start_ = true;
    candidates_.set_rows({});
    emit changed();
}

}  // namespace chicane::ui::models
