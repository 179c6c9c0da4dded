// See kart_targets.hpp.
#include "ui/models/kart_targets.hpp"

#include <algorithm>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

const QByteArrayList target_roles = {"kart", "number", "detail"};

QJsonArray free_karts(const QJsonArray& karts, const QJsonArray& entrants) {
    QJsonArray free;
    for (const auto& kart : karts) {
        const auto has_it = [&](const QJsonValue& entrant) { return entrant[u"kart"] == kart[u"id"]; };
        if (!kart[u"out_of_service"].toBool() && std::ranges::none_of(entrants, has_it)) free.append(kart);
    }
    return free;
}

KartTargets::KartTargets(ApiClient& api, QObject* parent) : QObject(parent), api_(api), free_(target_roles) {}

void KartTargets::show(const QString& session, const QString& entrant) {
    clear();
    session_ = session;
    entrant_ = entrant;
    fetch(QStringLiteral("karts"), karts_);
    fetch(QStringLiteral("sessions/%1/entrants").arg(session), entrants_);
}

void KartTargets::fetch(const QString& path, QJsonArray& into) {
    api_.get(path, this, [this, session = session_, entrant = entrant_, &into](const Answer& answer) {
        if (session != session_ || entrant != entrant_) return;
        if (answer.problem) error_ = answer.problem->text();
        into = answer.body[u"items"].toArray();
        ++ready_;
        QList<KeyedRow> rows;
        for (const auto& kart : ready() ? free_karts(karts_, entrants_) : QJsonArray()) {
            if (rows.size() == free_karts_max) break;
            rows.append({kart[u"id"].toString(),
                         {kart[u"id"].toString(), kart[u"number"].toString(), kart[u"class"].toString()}});
        }
        free_.set_rows(std::move(rows));
        emit changed();
    });
}

QVariantMap KartTargets::named(const QString& number) const {
    for (const auto& entrant : entrants_) {
        if (entrant[u"number"].toString() != number) continue;
        if (entrant[u"id"].toString() == entrant_) return {};
        return {{"kart", entrant[u"kart"].toString()},
                {"number", number},
                {"entrant", entrant[u"id"].toString()},
                {"name", entrant[u"name"].toString()}};
    }
    for (const auto& kart : karts_) {
        if (kart[u"number"].toString() != number) continue;
        return {{"kart", kart[u"id"].toString()}, {"number", number}, {"entrant", QString()}, {"name", QString()}};
    }
    return {};
}

void KartTargets::clear() {
    session_.clear();
    entrant_.clear();
    karts_ = {};
    entrants_ = {};
    error_.clear();
    ready_ = 0;
    free_.set_rows({});
    emit changed();
}

}  // namespace chicane::ui::models
