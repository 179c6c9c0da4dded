// See tag_change.hpp.
#include "ui/models/tag_change.hpp"

namespace chicane::ui::models {

void TagChange::start(const QString& old_tag, const QString& kart_number) {
    leave();
    old_tag_ = old_tag;
    kart_number_ = kart_number;
    emit changed();
}

void TagChange::leave() {
    ++asked_;
    old_tag_.clear();
    new_tag_.clear();
    kart_number_.clear();
    karts_ = {};
    preview_ = {};
    error_.clear();
    previewed_ = sending_ = given_ = false;
    emit changed();
}

void TagChange::fail(const QString& text) {
    sending_ = false;
    error_ = text;
    emit changed();
}

void TagChange::choose(const QString& tag) {
    if (!open() || sending_ || given_) return;
    ++asked_;
    new_tag_ = tag.trimmed();
    preview_ = {};
    previewed_ = false;
    error_.clear();
    bool is_number = false;
    if (new_tag_.toLongLong(&is_number) <= 0 || !is_number) return fail(tr("A tag is a number: it stands on the tag."));
    if (new_tag_ == old_tag_) return fail(tr("This is the tag that the kart has."));
    emit changed();
    // The fleet is asked for each time: who has a tag may have changed since.
    api_.get(QStringLiteral("karts"), this, [this, asked = asked_](const Answer& answer) {
        if (asked != asked_) return;
        if (answer.problem) return fail(answer.problem->text());
        karts_ = answer.body[u"items"].toArray();
        if (kart().isEmpty()) return fail(tr("There is no kart %1 in the fleet.").arg(kart_number_));
        ask_preview();
    });
}

void TagChange::ask_preview() {
    assign(new_tag_, kart()[u"id"], true, [this](const QJsonObject& outcome) {
        preview_ = outcome;
        previewed_ = true;
    });
}

void TagChange::apply() {
    if (!open() || sending_ || (!previewed_ && !given_)) return;
    if (given_) return take_old();
    sending_ = true;
    assign(new_tag_, kart()[u"id"], false, [this](const QJsonObject&) {
        given_ = true;
        take_old();
    });
}

void TagChange::take_old() {
    sending_ = true;
    assign(old_tag_, QJsonValue(), false, [this](const QJsonObject&) {
        leave();
        emit applied();
    });
}

void TagChange::assign(const QString& tag, const QJsonValue& kart, bool dry_run, const Then& then) {
    error_.clear();
    emit changed();
    const auto path =
        QStringLiteral("transponders/%1/assignment").arg(tag) + (dry_run ? QStringLiteral("?dry_run=1") : QString());
    const QJsonObject body{
        {"kart", kart}, {"session", QJsonValue()}, {"entrant", QJsonValue()}, {"from_us", QJsonValue()}};
    api_.send({.verb = "PUT", .path = path, .body = body}, this, [this, then, asked = asked_](const Answer& answer) {
        if (asked != asked_) return;
        if (answer.problem) return fail(answer.problem->text());
        then(answer.body);
        emit changed();
    });
}

QJsonObject TagChange::kart() const {
    for (const auto& value : karts_)
        if (value[u"number"].toString() == kart_number_) return value.toObject();
    return {};
}

QString TagChange::holder() const {
    for (const auto& value : karts_) {
        if (value[u"number"].toString() == kart_number_) continue;
        for (const auto& tag : value[u"transponders"].toArray())
            if (QString::number(tag.toInteger()) == new_tag_) return value[u"number"].toString();
    }
    return {};
}

}  // namespace chicane::ui::models
