// See session_setup.hpp. The fleet and the learning of tags are in session_setup_fleet.cpp.
#include "ui/models/session_setup.hpp"

#include <QSet>
#include <QUuid>
#include <utility>

#include "ui/models/api_client.hpp"
#include "ui/models/rule_sets.hpp"
#include "ui/models/setup_rows.hpp"

namespace chicane::ui::models {

namespace {

// What most centres run; both are changed where they are planned.
constexpr int new_duration_s = 600;
constexpr int new_capacity = 15;

}  // namespace

SessionSetup::SessionSetup(ApiClient& api, QObject* parent) : QObject(parent), api_(api) {}

void SessionSetup::load(const QString& session) {
    forget();
    session_ = {{"id", session}};
    loading_ = true;
    show();
    reload();
}

void SessionSetup::forget() {
    session_ = {};
    entrant_items_ = {};
    error_.clear();
    order_on_its_way_ = order_waits_ = false;
    show();
}

void SessionSetup::reload() {
    const auto id = session_[u"id"].toString();
    api_.get(QStringLiteral("sessions/%1").arg(id), this, [this, id](const Answer& answer) {
        if (id != session_[u"id"].toString()) return;
        loading_ = false;
        if (answer.problem) return fail(answer.problem->text());
        session_ = answer.body;
        emit changed();
        fetch_entrants();
        fetch_karts();
    });
}

void SessionSetup::create(const QString& track, const QString& name, double start_us) {
    const QJsonObject body{{"track", track},
                           {"name", name},
                           {"kind", "practice"},
                           {"planned_start_us", static_cast<qint64>(start_us)},
                           {"duration_s", new_duration_s},
                           {"capacity", new_capacity}};
    const auto key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    api_.send({.verb = "POST", .path = QStringLiteral("sessions"), .body = body, .key = key}, this,
              [this](const Answer& answer) {
                  if (answer.problem) return fail(answer.problem->text());
                  load(answer.body[u"id"].toString());
              });
}

void SessionSetup::fetch_entrants() {
    const auto id = session_[u"id"].toString();
    api_.get(QStringLiteral("sessions/%1/entrants").arg(id), this, [this, id](const Answer& answer) {
        // An order that is on its way is newer than what was asked before it.
        if (id != session_[u"id"].toString() || order_on_its_way_) return;
        if (answer.problem) return fail(answer.problem->text());
        entrant_items_ = answer.body[u"items"].toArray();
        show();
    });
}

void SessionSetup::fetch_karts() {
    api_.get(QStringLiteral("karts"), this, [this](const Answer& answer) {
        if (answer.problem) return fail(answer.problem->text());
        kart_items_ = answer.body[u"items"].toArray();
        show();
    });
}

void SessionSetup::show() {
    entrants_.set_rows(entrant_rows(entrant_items_, kart_items_));
    karts_.set_rows(kart_rows(kart_items_));
    free_karts_.set_rows(free_kart_rows(kart_items_, entrant_items_));
    without_kart_ = without_tag_ = 0;
    for (const auto& row : entrants_.rows()) {
        if (row.values.value(2).toString().isEmpty()) ++without_kart_;
        if (row.values.value(4).toString().isEmpty()) ++without_tag_;
    }
    emit changed();
}

void SessionSetup::fail(const QString& text) {
    error_ = text;
    emit changed();
}

// After a change the server's state is shown, whatever became of it; a refusal stays readable.
void SessionSetup::change(const QByteArray& verb, const QString& path, const QJsonObject& body,
                          std::optional<qint64> version) {
    error_.clear();
    const auto key = verb == "POST" ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
    api_.send({.verb = verb, .path = path, .body = body, .version = version, .key = key}, this,
              [this](const Answer& answer) {
                  if (answer.problem) error_ = answer.problem->text();
                  reload();
              });
}

void SessionSetup::changeRules(const QJsonObject& change) {
    auto rules = with_change(this->rules(), change);
    QJsonObject body;
    if (change.contains(u"kind")) {
        body[u"kind"] = change[u"kind"];
        rules.remove(QStringLiteral("kind"));
    }
    body[u"rules"] = rules;
    change_session(body);
}

void SessionSetup::takeRuleSet(const QString& set) { change_session({{"rule_set", set}}); }

void SessionSetup::changePlan(const QJsonObject& change) { change_session(change); }

double SessionSetup::startAt(const QString& typed) const {
    return static_cast<double>(start_us(typed, session_[u"planned_start_us"].toInteger()).value_or(0));
}

void SessionSetup::change_session(const QJsonObject& body) {
    change("PATCH", QStringLiteral("sessions/%1").arg(session_[u"id"].toString()), body,
           session_[u"version"].toInteger());
}

void SessionSetup::arm() {
    api_.send({.verb = "POST",
               .path = QStringLiteral("sessions/%1/events").arg(session_[u"id"].toString()),
               .body = {{"kind", "arm"}}},
              this, [this](const Answer& answer) {
                  if (answer.problem) return fail(answer.problem->text());
                  emit armed();
              });
}

QJsonObject SessionSetup::entrant(const QString& id) const {
    for (const auto& value : entrant_items_) {
        if (value[u"id"] == id) return value.toObject();
    }
    return {};
}

QJsonObject SessionSetup::kart(const QString& id) const {
    for (const auto& value : kart_items_) {
        if (value[u"id"] == id) return value.toObject();
    }
    return {};
}

void SessionSetup::addEntrant(const QString& name, const QString& kart) {
    QJsonObject body{{"name", name}};
    if (!kart.isEmpty()) body[u"kart"] = kart;
    change("POST", QStringLiteral("sessions/%1/entrants").arg(session_[u"id"].toString()), body, std::nullopt);
}

void SessionSetup::removeEntrant(const QString& entrant) {
    const auto path = QStringLiteral("sessions/%1/entrants/%2").arg(session_[u"id"].toString(), entrant);
    change("DELETE", path, {}, this->entrant(entrant)[u"version"].toInteger());
}

void SessionSetup::giveKart(const QString& entrant, const QString& kart) {
    const auto path = QStringLiteral("sessions/%1/entrants/%2").arg(session_[u"id"].toString(), entrant);
    change("PATCH", path, {{"kart", kart.isEmpty() ? QJsonValue() : kart}},
           this->entrant(entrant)[u"version"].toInteger());
}

void SessionSetup::moveEntrant(int from, int to) {
    if (from == to || from < 0 || to < 0 || from >= entrant_items_.size() || to >= entrant_items_.size()) return;
    const auto moved = entrant_items_.takeAt(from);
    entrant_items_.insert(to, moved);
    for (int i = 0; i < entrant_items_.size(); ++i) {
        auto item = entrant_items_[i].toObject();
        item[u"grid"] = i + 1;
        entrant_items_[i] = item;
    }
    show();
    if (order_on_its_way_) {
        order_waits_ = true;
    } else {
        send_order();
    }
}

// The grid as it is shown now, with the version that the session has now.
void SessionSetup::send_order() {
    const auto id = session_[u"id"].toString();
    QJsonArray ids;
    for (const auto& value : entrant_items_) ids.append(value[u"id"]);
    error_.clear();
    order_on_its_way_ = true;
    api_.send({.verb = "PUT",
               .path = QStringLiteral("sessions/%1/entrants/order").arg(id),
               .body = {{"ids", ids}},
               .version = session_[u"version"].toInteger()},
              this, [this, id](const Answer& answer) {
                  if (id == session_[u"id"].toString()) order_sent(answer);
              });
}

// The answer has no version of the session, so it is asked for; a move that came meanwhile goes out with it.
void SessionSetup::order_sent(const Answer& answer) {
    if (answer.problem) {
        order_on_its_way_ = order_waits_ = false;
        error_ = answer.problem->text();
        return reload();
    }
    const auto id = session_[u"id"].toString();
    api_.get(QStringLiteral("sessions/%1").arg(id), this, [this, id](const Answer& now) {
        if (id != session_[u"id"].toString()) return;
        order_on_its_way_ = false;
        if (now.problem) return fail(now.problem->text());
        session_ = now.body;
        if (std::exchange(order_waits_, false)) return send_order();
        emit changed();
        fetch_entrants();
    });
}

}  // namespace chicane::ui::models
