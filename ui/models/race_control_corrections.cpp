// Corrections from race control, and what other posts do meanwhile. See race_control.hpp.
#include <QDateTime>

#include "ui/models/api_client.hpp"
#include "ui/models/race_control.hpp"

namespace chicane::ui::models {

void RaceControl::correct(const QString& what, const QString& row) {
    const bool of_row = what != u"undo";
    const auto at = board_.indexOf(row);
    if (of_row && !current().startsWith(u"ses_")) return emit refused(tr("Open practice has no result to correct."));
    if (of_row && at < 0) return emit refused(tr("Choose a kart first."));
    assign_.leave();
    Correction::Subject about;
    if (of_row)
        about = {row, board_.valueAt(at, QStringLiteral("number")).toString(),
                 board_.valueAt(at, QStringLiteral("name")).toString()};
    correction_.begin(what, track_, current(), about);
    if (what == u"laps") laps_.show(current(), row);
    if (what == u"swap" || what == u"give") targets_.show(current(), row);
}

double RaceControl::nowUs() const {
    return static_cast<double>(server_time().server_ms(QDateTime::currentMSecsSinceEpoch())) * 1'000;
}

double RaceControl::beginUs() const {
    const auto started = planned()[u"started_at_us"];
    return started.isDouble() ? started.toDouble() - begin_ahead_us : nowUs();
}

QJsonArray RaceControl::actions_named() const {
    return about_karts(named_actions(view_[u"actions"].toArray(), sessions_), board_.numbers());
}

void RaceControl::tell_others() {
    if (!view_.contains(u"track")) return;  // nothing was heard of it yet: what it then tells first is no news
    for (const auto& action : others_.look(actions_named(), api_.user_name(), api_.deed_waits())) {
        const bool undone = action[u"undone"].toBool();
        emit otherDid(action[undone ? u"undone_by" : u"by"].toString(), action[u"word"].toString(),
                      action[u"detail"].toString(), action[u"subject"].toString(), undone);
    }
}

void RaceControl::refresh_correction(const QJsonObject& before) {
    if (!correction_.open() || before.isEmpty()) return;
    const bool done = before[u"actions"] != view_[u"actions"];
    const auto passed = [&](const QJsonObject& view) {
        for (const auto& passing : view[u"strip"].toArray()) {
            if (passing[u"entrant"].toString() == correction_.entrant()) return passing[u"seq"].toInteger();
        }
        return qint64{0};
    };
    if (done || passed(before) != passed(view_)) laps_.refresh();
    if (done) correction_.ask_again();
}

}  // namespace chicane::ui::models
