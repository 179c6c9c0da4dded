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

/// The set as its newest version has it: that is what the next one begins with.
QJsonObject newest(const QJsonObject& set) {
    QJsonObject draft;
    const auto version = set[u"versions"].toArray().last().toObject();
    for (const auto& key : drafted) {
        if (const auto value = version.contains(key) ? version[key] : set[key]; !value.isUndefined())
            draft[key] = value;
    }
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

void RuleSets::load() { answered({}, draft_[u"id"].toString()); }

void RuleSets::choose(const QString& id) {
    for (const auto& set : sets_)
        if (set[u"id"] == id) return show(newest(set.toObject()));
}

void RuleSets::begin(const QJsonObject& session) {
    show({{"name", session[u"name"]},
          {"kind", session[u"kind"]},
          {"duration_s", session[u"duration_s"]},
          {"capacity", session[u"capacity"]},
          {"rules", session[u"rules"]}});
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
    const auto id = draft_[u"id"].toString();
    QJsonObject body;
    for (const QString key : {"name", "kind", "duration_s", "capacity", "rules"}) body[key] = draft_[key];
    // The day of the last version is no word of this one: without another it is valid from today.
    if (draft_[u"valid_from"] != chosen_[u"valid_from"]) body[u"valid_from"] = draft_[u"valid_from"];
    Ask ask{.verb = "POST", .path = QStringLiteral("rule-sets"), .body = body};
    if (id.isEmpty()) {
        ask.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    } else {
        ask.verb = "PATCH";
        ask.path = QStringLiteral("rule-sets/%1").arg(id);
        ask.version = draft_[u"version"].toInteger();
    }
    api_.send(ask, this, [this](const Answer& answer) {
        const auto made = answer.body[u"id"].toString();
        answered(answer, made);
        if (!answer.problem) emit kept(made);
    });
}

void RuleSets::retire() {
    const auto id = chosen_[u"id"].toString();
    if (id.isEmpty()) return;
    api_.send(
        {.verb = "DELETE", .path = QStringLiteral("rule-sets/%1").arg(id), .version = chosen_[u"version"].toInteger()},
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
    loading_ = sets_.isEmpty();
    emit changed();
    api_.get(QStringLiteral("rule-sets"), this, [this, choose_then](const Answer& listed) {
        loading_ = false;
        if (listed.problem) {
            error_ = listed.problem->text();
        } else {
            sets_ = listed.body[u"items"].toArray();
            items_.set_rows(rows_of(sets_));
        }
        emit changed();
        if (!listed.problem && !choose_then.isEmpty()) choose(choose_then);
    });
}

}  // namespace chicane::ui::models
