// See unclaimed.hpp.
#include "ui/models/unclaimed.hpp"

#include <QJsonArray>
#include <algorithm>

#include "ui/models/formats.hpp"
#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

namespace {

QJsonObject tag_row(const QJsonValue& tag, const QString& session) {
    const auto first_us = tag[u"first_us"].toInteger();
    const auto last_us = tag[u"last_us"].toInteger();
    const auto passings = tag[u"passings"].toInt();
    return {{"kind", "tag"},
            {"id", QString::number(tag[u"transponder"].toInteger())},
            {"session", session},
            {"lastUs", last_us},
            {"at", moment_text_ms(last_us)},
            {"passings", passings},
            {"since", moment_text(first_us)},
            {"apart", passings > 1 ? sector_text((last_us - first_us) / (passings - 1)) : QString()},
            {"lastKart", tag[u"last_kart"].toString()}};
}

QJsonObject crossing_row(const QJsonValue& crossing, const QString& session) {
    const auto time_us = crossing[u"time_us"].toInteger();
    return {{"kind", "crossing"},
            {"id", QString::number(crossing[u"seq"].toInteger())},
            {"session", session},
            {"lastUs", time_us},
            {"at", moment_text_ms(time_us)},
            {"role", crossing[u"role"].toString()},
            {"device", crossing[u"device"].toString()},
            {"keyed", crossing[u"string"].toString()}};
}

bool is_same(const QJsonObject& one, const QJsonObject& other) {
    return one[u"kind"] == other[u"kind"] && one[u"id"] == other[u"id"];
}

}  // namespace

// An entrant is given a crossing, so one of open practice or of another session's time waits for nobody here. A server that does not
// tell whose time it is has only those of its track.
QList<QJsonObject> unclaimed_of(const QJsonObject& view) {
    const auto current = view[u"current"].toString();
    QList<QJsonObject> all;
    for (const auto& tag : view[u"unknown"].toArray()) all.append(tag_row(tag, current));
    for (const auto& crossing : view[u"crossings"].toArray()) {
        const auto session = crossing[u"session"];
        const bool is_here = session.isUndefined() || session.toString() == current;
        if (is_here && current.startsWith(u"ses_")) all.append(crossing_row(crossing, current));
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, [](const auto& row) { return row[u"lastUs"].toInteger(); });
    return all;
}

void Unclaimed::show(const QJsonObject& view) {
    const auto before = all_.isEmpty() ? QJsonObject() : all_[at_];
    const bool was_newest = at_ == 0;
    all_ = unclaimed_of(view);
    const auto same = std::ranges::find_if(all_, [&](const auto& row) { return is_same(row, before); });
    at_ = was_newest || same == all_.end() ? 0 : static_cast<int>(same - all_.begin());
    emit changed();
}

void Unclaimed::step(int by) {
    if (all_.isEmpty()) return;
    at_ = (at_ + by + count()) % count();
    emit changed();
}

}  // namespace chicane::ui::models
