// See correction.hpp.
#include "ui/models/correction.hpp"

#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

Standing Standing::of(const QJsonValue& row) {
    Standing made;
    made.position = QString::number(row[u"position"].toInt());
    made.laps = QString::number(row[u"laps"].toInt());
    made.best = lap_text(whole(row[u"best_us"]));
    made.gap = gap_text(whole(row[u"gap_us"]), small_whole(row[u"gap_laps"]));
    made.state = row[u"state"].toString();
    return made;
}

void Correction::begin(const QString& what, const QString& track, const QString& session, const Subject& about) {
    leave();
    what_ = what;
    track_ = track;
    session_ = session;
    about_ = about;
    emit changed();
    emit begun();
}

QString Correction::path() const {
    const auto kind = event_[u"kind"].toString();
    const bool of_track = kind == u"undo" || kind == u"redo";
    return of_track ? QStringLiteral("tracks/%1/events").arg(track_)
                    : QStringLiteral("sessions/%1/events").arg(session_);
}

void Correction::ask(const QVariantMap& event) {
    if (!open() || sending_) return;
    event_ = QJsonObject::fromVariantMap(event);
    preview_ = {};
    error_.clear();
    previewed_ = false;
    const int asked = ++asked_;
    emit changed();
    if (event_.isEmpty()) return;
    api_.send({.verb = "POST", .path = path() + QStringLiteral("?dry_run=1"), .body = event_}, this,
              [this, asked](const Answer& answer) {
                  if (asked != asked_) return;
                  error_ = answer.problem ? answer.problem->text() : QString();
                  previewed_ = !answer.problem;
                  preview_ = answer.problem ? QJsonObject() : answer.body;
                  emit changed();
              });
}

void Correction::note(const QVariantMap& words) {
    if (event_.isEmpty() || sending_) return;
    for (auto it = words.begin(); it != words.end(); ++it) event_[it.key()] = it.value().toString();
}

void Correction::ask_again() {
    if (!event_.isEmpty()) ask(event_.toVariantMap());
}

void Correction::apply() {
    if (!previewed_ || sending_) return;
    sending_ = true;  // a second Enter sends nothing
    emit changed();
    const int asked = asked_;
    auto body = event_;
    if (!why_.isEmpty()) body[u"why"] = why_;
    api_.send({.verb = "POST", .path = path(), .body = body}, this,
              [this, asked, kind = event_[u"kind"].toString()](const Answer& answer) {
                  const bool is_shown = asked == asked_;  // else it was left, or another was begun, while this was sent
                  if (is_shown) sending_ = false;
                  if (!answer.problem) {
                      if (is_shown) leave();
                      emit applied(kind);
                      return;
                  }
                  if (!is_shown) return emit refused(answer.problem->text());
                  error_ = answer.problem->text();
                  emit changed();
              });
}

void Correction::leave() {
    ++asked_;
    what_.clear();
    session_.clear();
    about_ = {};
    event_ = {};
    preview_ = {};
    why_.clear();
    error_.clear();
    previewed_ = sending_ = false;
    emit changed();
}

QVariantList Correction::rows() const {
    QVariantList rows;
    for (const auto& value : preview_[u"changed"].toArray()) {
        rows.append(QVariantMap{{"number", value[u"number"].toString()},
                                {"entrant", value[u"entrant"].toString()},
                                {"own", value[u"entrant"].toString() == about_.entrant},
                                {"before", QVariant::fromValue(Standing::of(value[u"before"]))},
                                {"after", QVariant::fromValue(Standing::of(value[u"after"]))}});
    }
    return rows;
}

}  // namespace chicane::ui::models
