#include "ui/models/rule_sets.hpp"

#include <QUuid>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

namespace {

/// What a form changes of a set.
const QStringList drafted{"id", "version", "name", "valid_from", "kind", "duration_s", "capacity", "rules", "number"};

QList<KeyedRow> rows_of(const QJsonArray& sets) {
    QList<KeyedRow> rows;
    for (const auto& set : sets)
        rows.append({set[u"id"].toString(),
                     {set[u"id"].toString(), set[u"name"].toString(), set[u"kind"].toString(), set[u"number"].toInt(),
                      set[u"valid_from"].toString()}});
    return rows;
}

/// The set as it is valid today: what a session of today takes, and what its next version begins with.
QJsonObject drafted_of(const QJsonObject& set) {
    QJsonObject draft;
    for (const auto& key : drafted)
        if (set.contains(key)) draft[key] = set[key];
    return draft;
}

}  // namespace

QJsonObject with_change(QJsonObject rules, const QJsonObject& change) {
    for (auto it = change.begin(); it != change.end(); ++it) {
        if (it.key() != u"end") {
            rules[it.key()] = it.value();
            continue;
        }
        auto end = rules[u"end"].toObject();
        const auto changed_end = it.value().toObject();
        for (auto part = changed_end.begin(); part != changed_end.end(); ++part) end[part.key()] = part.value();
        rules[u"end"] = end;
    }
    return rules;
}

RuleSets::RuleSets(ApiClient& api, QObject* parent) : QObject(parent), api_(api) {}

void RuleSets::load(const QString& used) { answered({}, used); }

void RuleSets::choose(const QString& id) {
    if (dirty() && id != draft_.value(u"id")) {
        error_ = tr("Keep what you changed first, or leave it with Escape.");
        emit changed();
        return;
    }
    wanted_ = id;
    api_.get(QStringLiteral("rule-sets/%1").arg(id), this, [this, id](const Answer& answer) {
        if (id != wanted_) return;  // another was chosen since
        if (!answer.problem) return show(drafted_of(answer.body));
        error_ = answer.problem->text();
        emit changed();
    });
}

void RuleSets::leave() { show(chosen_); }

void RuleSets::begin(const QJsonObject& session, double track_min_lap_ms) {
    wanted_.clear();
    auto rules = session[u"rules"].toObject();
    // The track's shortest lap is each track's own.
    if (rules[u"min_lap_ms"].toDouble() == track_min_lap_ms) rules[u"min_lap_ms"] = 0;
    show({{"name", session[u"name"]},
          {"kind", session[u"kind"]},
          {"duration_s", session[u"duration_s"]},
          {"capacity", session[u"capacity"]},
          {"rules", rules}});
    chosen_ = {};
    emit changed();
}

void RuleSets::show(const QJsonObject& set) {
    chosen_ = draft_ = set;
    error_.clear();
    emit changed();
}

void RuleSets::setText(const QString& key, const QString& text) {
    draft_[key] = text;
    emit changed();
}

void RuleSets::setNumber(const QString& key, int number) {
    draft_[key] = number;
    emit changed();
}

void RuleSets::changeRules(const QJsonObject& change) {
    auto rules = change;
    if (change.contains(u"kind")) {
        draft_[u"kind"] = change[u"kind"];
        rules.remove(QStringLiteral("kind"));
    }
    draft_[u"rules"] = with_change(draft_[u"rules"].toObject(), rules);
    emit changed();
}

void RuleSets::keep() {
    if (keeping_) return;
    keeping_ = true;
    const auto id = draft_.value(u"id").toString();
    QJsonObject body;
    for (const QString key : {"name", "kind", "duration_s", "capacity", "rules"}) body[key] = draft_[key];
    // Its day is no word of the next one's: without another that is valid from today.
    if (draft_.value(u"valid_from") != chosen_.value(u"valid_from")) body[u"valid_from"] = draft_[u"valid_from"];
    Ask ask{.verb = "POST", .path = QStringLiteral("rule-sets"), .body = body};
    if (id.isEmpty()) {
        ask.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    } else {
        ask.verb = "PATCH";
        ask.path = QStringLiteral("rule-sets/%1").arg(id);
        ask.version = draft_.value(u"version").toInteger();
    }
    api_.send(ask, this, [this](const Answer& answer) {
        keeping_ = false;
        const auto made = answer.body[u"id"].toString();
        if (!answer.problem) show(drafted_of(answer.body));
        answered(answer, made);
    });
}

void RuleSets::retire() {
    const auto id = chosen_.value(u"id").toString();
    if (id.isEmpty()) return;
    api_.send({.verb = "DELETE",
               .path = QStringLiteral("rule-sets/%1").arg(id),
               .version = chosen_.value(u"version").toInteger()},
              this, [this](const Answer& answer) {
                  if (!answer.problem) show({});
                  answered(answer, {});
              });
}

/// The list as it is now; a refusal leaves the draft as it was typed.
void RuleSets::answered(const Answer& answer, const QString& choose_then) {
    if (answer.problem) {
        error_ = answer.problem->text();
        emit changed();
        return;
    }
    loading_ = items_.count() == 0;
    emit changed();
    api_.get(QStringLiteral("rule-sets"), this, [this, choose_then](const Answer& listed) {
        loading_ = false;
        if (listed.problem) {
            error_ = listed.problem->text();
        } else {
            items_.set_rows(rows_of(listed.body[u"items"].toArray()));
        }
        emit changed();
        // What was changed and not kept stays; else there is always one to read.
        const auto id = choose_then.isEmpty() ? items_.keyAt(0) : choose_then;
        if (!listed.problem && !dirty() && !id.isEmpty()) choose(id);
    });
}

}  // namespace chicane::ui::models
