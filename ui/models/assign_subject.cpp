// See assign_subject.hpp.
#include "ui/models/assign_subject.hpp"

namespace chicane::ui::models {

namespace {

// A kart's tag stays with the kart; only an entrant without a kart gets it himself.
QJsonObject tag_body(const QJsonObject& target, bool from_start, qint64 last_us) {
    const bool kart = target[u"kart"].isString();
    return {{"kart", target[u"kart"].isUndefined() ? QJsonValue() : target[u"kart"]},
            {"session", kart || !target.contains(u"session") ? QJsonValue() : target[u"session"]},
            {"entrant", kart || !target.contains(u"entrant") ? QJsonValue() : target[u"entrant"]},
            {"from_us", from_start ? QJsonValue() : QJsonValue(last_us + 1)}};
}

}  // namespace

AssignSubject AssignSubject::of(const QString& track, const QVariantMap& what) {
    const auto kind = what[QStringLiteral("kind")].toString();
    return {.kind = kind == u"crossing" ? Kind::crossing
                    : kind == u"tag"    ? Kind::tag
                                        : Kind::none,
            .id = what[QStringLiteral("id")].toString(),
            .track = track,
            .session = what[QStringLiteral("session")].toString(),
            .last_us = what[QStringLiteral("lastUs")].toLongLong(),
            .at = what[QStringLiteral("at")].toString()};
}

QString AssignSubject::candidates_path() const {
    return kind == Kind::tag ? QStringLiteral("transponders/%1/candidates?track=%2").arg(id, track)
                             : QStringLiteral("tracks/%1/crossings/%2/candidates").arg(track, id);
}

QString AssignSubject::numbers_path() const {
    return kind == Kind::tag ? QStringLiteral("karts") : QStringLiteral("sessions/%1/entrants").arg(session);
}

QJsonObject AssignSubject::target_of(const QJsonObject& listed) const {
    return {{kind == Kind::tag ? "kart" : "entrant", listed[u"id"]}, {"number", listed[u"number"]}};
}

Ask AssignSubject::assignment(const QJsonObject& target, bool from_start, bool dry_run) const {
    const auto query = dry_run ? QStringLiteral("?dry_run=1") : QString();
    if (kind == Kind::tag) {
        return {.verb = "PUT",
                .path = QStringLiteral("transponders/%1/assignment").arg(id) + query,
                .body = tag_body(target, from_start, last_us)};
    }
    return {.verb = "POST",
            .path = QStringLiteral("sessions/%1/events").arg(session) + query,
            .body = {{"kind", "assign_crossing"}, {"crossing", id.toLongLong()}, {"entrant", target[u"entrant"]}}};
}

Ask AssignSubject::dismissal(const QString& why) const {
    return {
        .verb = "POST",
        .path = QStringLiteral("tracks/%1/events").arg(track),
        .body = {{"kind", "dismiss"}, {kind == Kind::tag ? "transponder" : "crossing", id.toLongLong()}, {"why", why}}};
}

}  // namespace chicane::ui::models
