// See assign_flow.hpp.
#include "ui/models/assign_flow.hpp"

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

AssignFlow::AssignFlow(ApiClient& api, QObject* parent)
    : QObject(parent), api_(api), candidates_({"number", "name", "reason", "detail", "onGrid"}) {}

void AssignFlow::start(const QString& track, const QString& transponder, double last_us) {
    leave();
    track_ = track;
    transponder_ = transponder;
    last_us_ = static_cast<qint64>(last_us);
    loading_ = true;
    emit changed();
    api_.get(QStringLiteral("transponders/%1/candidates?track=%2").arg(transponder, track), this,
             [this, transponder](const Answer& answer) {
                 if (transponder != transponder_) return;
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
    api_.get(QStringLiteral("karts"), this, [this, number, tag = transponder_](const Answer& answer) {
        if (tag != transponder_) return;
        for (const auto& value : answer.body[u"items"].toArray()) {
            if (value[u"number"].toString() != number) continue;
            set_target({{"kart", value[u"id"]}, {"number", number}});
            return;
        }
        error_ = answer.problem ? answer.problem->text() : tr("There is no kart %1 in the fleet.").arg(number);
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

QString AssignFlow::path(bool dry_run) const {
    return QStringLiteral("transponders/%1/assignment").arg(transponder_) +
           (dry_run ? QStringLiteral("?dry_run=1") : QString());
}

// A kart's tag stays with the kart; only an entrant without a kart gets it himself.
QJsonObject AssignFlow::body() const {
    const bool kart = target_[u"kart"].isString();
    return {{"kart", target_[u"kart"].isUndefined() ? QJsonValue() : target_[u"kart"]},
            {"session", kart || !target_.contains(u"session") ? QJsonValue() : target_[u"session"]},
            {"entrant", kart || !target_.contains(u"entrant") ? QJsonValue() : target_[u"entrant"]},
            {"from_us", from_start_ ? QJsonValue() : QJsonValue(last_us_ + 1)}};
}

void AssignFlow::preview() {
    previewed_ = false;
    preview_ = {};
    emit changed();
    if (target_.isEmpty()) return;
    const auto asked = body();
    api_.send({.verb = "PUT", .path = path(true), .body = asked}, this, [this, asked](const Answer& answer) {
        if (!open() || asked != body()) return;
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
    api_.send({.verb = "PUT", .path = path(false), .body = body()}, this, [this](const Answer& answer) {
        if (answer.problem) {
            error_ = answer.problem->text();
            previewed_ = true;
            emit changed();
            return;
        }
        leave();
        emit applied();
    });
}

void AssignFlow::leave() {
    transponder_.clear();
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
