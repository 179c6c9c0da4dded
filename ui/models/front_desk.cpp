// See front_desk.hpp.
#include "ui/models/front_desk.hpp"

#include <QDate>
#include <QUrl>
#include <QUuid>
#include <algorithm>

#include "ui/models/api_client.hpp"
#include "ui/models/control_rows.hpp"
#include "ui/models/formats.hpp"
#include "ui/models/setup_rows.hpp"

namespace chicane::ui::models {

FrontDesk::FrontDesk(ApiClient& api, QObject* parent) : QObject(parent), api_(api), plan_(session_roles) {
    search_pause_.setSingleShot(true);
    search_pause_.setInterval(search_pause_ms);
    refresh_.setInterval(plan_refresh_ms);
    connect(&search_pause_, &QTimer::timeout, this, &FrontDesk::search);
    connect(&refresh_, &QTimer::timeout, this, [this] {
        if (tracks_.isEmpty()) return begin();  // the first answer was none
        fetch_plan();
        fetch_karts();
    });
}

void FrontDesk::begin() {
    refresh_.start();
    api_.get(QStringLiteral("tracks"), this, [this](const Answer& answer) {
        if (answer.problem) {
            loading_ = false;
            emit planChanged();
            return say(answer.problem->text());
        }
        error_.clear();
        tracks_ = answer.body[u"items"].toArray();
        if (track_.isEmpty()) track_ = tracks_.first()[u"id"].toString();
        fetch_plan();
        fetch_karts();
    });
}

void FrontDesk::end() { refresh_.stop(); }

void FrontDesk::nextTrack() {
    for (int i = 0; i < tracks_.size(); ++i) {
        if (tracks_[i][u"id"].toString() != track_) continue;
        track_ = tracks_[(i + 1) % tracks_.size()][u"id"].toString();
        break;
    }
    session_.clear();
    fetch_plan();
}

void FrontDesk::fetch_plan() {
    const auto date = QDate::currentDate().toString(Qt::ISODate);
    api_.get(QStringLiteral("planner/%1?track=%2").arg(date, track_), this, [this](const Answer& answer) {
        loading_ = false;
        if (answer.problem) {
            say(answer.problem->text());
        } else {
            plan_items_ = answer.body[u"items"].toArray();
        }
        show();
    });
}

void FrontDesk::fetch_karts() {
    api_.get(QStringLiteral("karts"), this, [this](const Answer& answer) {
        if (!answer.problem) kart_items_ = answer.body[u"items"].toArray();
        show();
    });
}

QJsonObject FrontDesk::chosen_session() const {
    for (const auto& value : plan_items_) {
        if (value[u"id"].toString() == session_) return value.toObject();
    }
    return {};
}

void FrontDesk::show() {
    if (chosen_session().isEmpty()) {
        const auto next = next_with_room(plan_items_);
        session_ = next.isEmpty() ? plan_items_.first()[u"id"].toString() : next[u"id"].toString();
    }
    plan_.set_rows(session_rows(past_shown_ ? plan_items_ : coming_sessions(plan_items_, session_), session_));
    const auto chosen = chosen_session();
    seats_.set_rows(seat_rows(chosen));
    const auto number = kart_number();
    karts_.set_rows(free_kart_rows(kart_items_, chosen[u"seats"].toArray()));
    const auto same =
        std::ranges::find_if(karts_.rows(), [&](const KeyedRow& row) { return row.values.value(1) == number; });
    kart_row_ = same == karts_.rows().end() ? 0 : static_cast<int>(same - karts_.rows().begin());
    emit planChanged();
    emit kartChanged();
}

QString FrontDesk::past_since() const {
    const auto past = past_sessions(plan_items_);
    return past.isEmpty() ? QString() : hour_text(past.first()[u"planned_start_us"].toInteger());
}

void FrontDesk::set_past_shown(bool shown) {
    if (past_shown_ == shown) return;
    past_shown_ = shown;
    show();
}

void FrontDesk::chooseSession(const QString& session) {
    session_ = session;
    alternatives_.set_rows({});
    say({});
    show();
}

void FrontDesk::moveSession(int by) {
    const auto at = plan_.indexOf(session_) + by;
    if (at >= 0 && at < plan_.count()) chooseSession(plan_.keyAt(at));
}

void FrontDesk::set_query(const QString& query) {
    if (query == query_) return;
    query_ = query;
    placed_.clear();
    emit stateChanged();
    emit queryChanged();
    if (query_.trimmed().size() < search_letters_min) {
        search_pause_.stop();
        found_items_ = {};
        found_.set_rows({});
        searched_ = false;
        emit foundChanged();
        return;
    }
    search_pause_.start();
}

void FrontDesk::search() {
    const auto asked = query_;
    const auto path = QStringLiteral("customers?q=%1").arg(QString::fromUtf8(QUrl::toPercentEncoding(asked.trimmed())));
    api_.get(path, this, [this, asked](const Answer& answer) {
        if (asked != query_) return;
        if (answer.problem) return say(answer.problem->text());
        found_items_ = answer.body[u"items"].toArray();
        found_.set_rows(customer_rows(found_items_, asked));
        searched_ = true;
        customer_row_ = 0;
        emit foundChanged();
    });
}

QJsonObject FrontDesk::customer() const {
    return customer_row_ >= 0 && customer_row_ < found_items_.size() ? found_items_[customer_row_].toObject()
                                                                     : QJsonObject();
}

void FrontDesk::set_customer_row(int row) {
    if (row < 0 || row >= found_.count()) return;
    customer_row_ = row;
    emit foundChanged();
}

void FrontDesk::set_kart_row(int row) {
    if (row < -1 || row >= karts_.count()) return;
    kart_row_ = row;
    emit kartChanged();
}

void FrontDesk::say(const QString& error) {
    error_ = error;
    emit stateChanged();
}

// The same wish has the same key, however often Enter is pressed; another wish has another.
QString FrontDesk::key_for(const QJsonObject& body) {
    if (key_.isEmpty() || body != key_body_) {
        key_ = QUuid::createUuid().toString(QUuid::WithoutBraces);
        key_body_ = body;
    }
    return key_;
}

void FrontDesk::place() {
    const auto customer = this->customer();
    if (busy_ || customer.isEmpty() || session_.isEmpty()) return;
    const auto kart = karts_.keyAt(kart_row_);
    const QJsonObject seat{
        {"customer", customer[u"id"]}, {"label", full_name(customer)}, {"kart", kart.isEmpty() ? QJsonValue() : kart}};
    const QJsonObject body{{"session", session_}, {"seats", QJsonArray{seat}}};
    busy_ = true;
    say({});
    api_.send({.verb = "POST", .path = QStringLiteral("bookings"), .body = body, .key = key_for(body)}, this,
              [this, body](const Answer& answer) { take_booking(body, answer); });
}

void FrontDesk::take_booking(const QJsonObject& body, const Answer& answer) {
    busy_ = false;
    if (answer.problem) {
        alternatives_.set_rows(alternative_rows(answer.problem->body[u"alternatives"].toArray()));
        if (answer.problem->code != u"offline") key_.clear();
        say(answer.problem->text());
        fetch_plan();
        return;
    }
    key_.clear();
    alternatives_.set_rows({});
    const auto name = body[u"seats"][0][u"label"].toString();
    set_query({});
    placed_ = name;
    say({});
    fetch_plan();
}

void FrontDesk::registerCustomer(const QJsonObject& fields) {
    if (busy_) return;
    busy_ = true;
    say({});
    api_.send({.verb = "POST", .path = QStringLiteral("customers"), .body = fields, .key = key_for(fields)}, this,
              [this, fields](const Answer& answer) {
                  busy_ = false;
                  if (answer.problem) return say(answer.problem->text());
                  key_.clear();
                  search_pause_.stop();
                  auto customer = fields;
                  for (auto it = answer.body.begin(); it != answer.body.end(); ++it) customer[it.key()] = it.value();
                  found_items_ = QJsonArray{customer};
                  found_.set_rows(customer_rows(found_items_, {}));
                  query_ = full_name(customer);
                  customer_row_ = 0;
                  searched_ = true;
                  say({});
                  emit queryChanged();
                  emit foundChanged();
                  emit registered();
              });
}

void FrontDesk::act(const QByteArray& verb, const QString& path, const QJsonObject& body,
                    std::optional<qint64> version) {
    api_.send({.verb = verb, .path = path, .body = body, .version = version}, this, [this](const Answer& answer) {
        say(answer.problem ? answer.problem->text() : QString());
        fetch_plan();
    });
}

QString FrontDesk::isoDate(const QString& typed) { return iso_date(typed); }

void FrontDesk::giveKart(const QString& seat, const QString& kart) {
    const auto version = seats_.valueAt(seats_.indexOf(seat), QStringLiteral("version")).toLongLong();
    act("PUT", QStringLiteral("seats/%1/kart").arg(seat), {{"kart", kart.isEmpty() ? QJsonValue() : kart}}, version);
}

void FrontDesk::freeSeat(const QString& seat) {
    act("POST", QStringLiteral("seats/%1/cancel").arg(seat), {}, std::nullopt);
}

}  // namespace chicane::ui::models
