// See race_control.hpp.
#include "ui/models/race_control.hpp"

#include <QDateTime>
#include <QUuid>
#include <utility>

#include "ui/models/api_client.hpp"
#include "ui/models/formats.hpp"

namespace chicane::ui::models {

RaceControl::RaceControl(ApiClient& api, QObject* parent)
    : QObject(parent),
      api_(api),
      feed_(api),
      assign_(api),
      dismiss_(api),
      sheets_(api),
      correction_(api),
      laps_(api),
      targets_(api) {
    connect(&feed_, &TrackFeed::boardChanged, this, &RaceControl::take_board);
    connect(&feed_, &TrackFeed::viewChanged, this, &RaceControl::takeView);
    connect(&feed_, &TrackFeed::sessionsChanged, this, [this] {
        entrants_of_.clear();
        fetch_sessions();
    });
    connect(&feed_, &TrackFeed::liveChanged, this, [this] {
        // What changed while the line was lost is told to nobody again.
        if (feed_.live()) {
            entrants_of_.clear();
            fetch_sessions();
        }
        emit liveChanged();
    });
    connect(&api_, &ApiClient::did, this, [this](qint64 seq) { others_.did_here(seq); });
    connect(&api_, &ApiClient::settled, this, &RaceControl::tell_others);
    retry_.setSingleShot(true);
    retry_.setInterval(tracks_retry_ms);
    connect(&retry_, &QTimer::timeout, this, &RaceControl::begin);
    connect(&sheets_, &SheetPrinter::refused, this, &RaceControl::refused);
    connect(&assign_, &AssignFlow::refused, this, [this](const QString& text) { emit refused(named(text)); });
    connect(&dismiss_, &DismissFlow::refused, this, [this](const QString& text) { emit refused(named(text)); });
    connect(&dismiss_, &DismissFlow::changed, this, [this] {
        if (dismiss_.open()) correction_.leave();  // the side shows one of them
    });
    connect(&assign_, &AssignFlow::changed, this, [this] {
        if (assign_.open()) correction_.leave();
        board_.set_preview(assign_.moved());
    });
    connect(&correction_, &Correction::refused, this, [this](const QString& text) { emit refused(named(text)); });
    connect(&correction_, &Correction::changed, this, [this] {
        if (!correction_.open()) laps_.clear();
        if (!correction_.open()) targets_.clear();
        if (!assign_.open()) board_.set_preview(correction_.moved());
    });
    connect(&correction_, &Correction::applied, this, [this](const QString& kind) {
        emit done(kind);
        fetch_sessions();
    });
}

void RaceControl::begin() {
    api_.get(QStringLiteral("tracks"), this, [this](const Answer& answer) {
        if (answer.problem) {
            emit refused(answer.problem->text());
            retry_.start();
            return;
        }
        tracks_ = answer.body[u"items"].toArray();
        chooseTrack(track_.isEmpty() ? tracks_.first()[u"id"].toString() : track_);
    });
}

void RaceControl::end() {
    retry_.stop();
    feed_.stop();
}

void RaceControl::resume() {
    if (track_.isEmpty()) return begin();
    feed_.resume();
    fetch_sessions();
}

void RaceControl::chooseTrack(const QString& track) {
    track_ = track;
    view_ = {};
    sessions_ = {};
    entrants_of_.clear();
    flag_seen_.clear();
    assign_.leave();
    correction_.leave();
    others_.forget();
    dismiss_.leave();
    board_.clear();
    emit tracksChanged();
    takeView({});
    feed_.follow(track);
    fetch_sessions();
}

QJsonObject RaceControl::track_facts() const {
    for (const auto& value : tracks_) {
        if (value[u"id"] == track_) return value.toObject();
    }
    return {};
}

void RaceControl::take_board() {
    board_.show(feed_.board(), QDateTime::currentMSecsSinceEpoch(), feed_.time());
    auto clock = feed_.board().clock();
    clock[u"as_of_ms"] = static_cast<qint64>(feed_.time().here_ms(clock[u"as_of_ms"].toInteger()));
    clock_.set_reading(clock);
    if (flag() != flag_seen_) {
        // The feed has no time of the flag itself; the newest flag message has, where there is one.
        flag_since_.clear();
        for (const auto& message : messages()) {
            if (message[u"kind"] != QLatin1String("flag")) continue;
            flag_since_ = moment_text(message[u"at_ms"].toInteger() * 1'000);
            break;
        }
        flag_seen_ = flag();
    }
    fetch_entrants();
    emit boardChanged();
}

void RaceControl::takeView(const QJsonObject& view) {
    const auto before = current();
    const auto shown = std::exchange(view_, view);
    const auto strip = view_[u"strip"].toArray();
    passings_.set_rows(passing_rows(strip, filter_));
    unknown_.set_rows(unknown_rows(view_[u"unknown"].toArray()));
    unclaimed_.show(view_);
    outputs_.show(view_);
    alarms_.set_rows(alarm_rows(view_[u"alarms"].toArray()));
    devices_.set_rows(device_rows(view_[u"devices"].toArray(), feed_.time()));
    show_sessions();
    // A deed of any post may be about a session that is over: its result is official, or provisional again.
    if (before != current() || shown[u"actions"] != view_[u"actions"]) fetch_sessions();
    if (before != current()) correction_.leave();
    refresh_correction(shown);
    tell_others();
    emit viewChanged();
}

void RaceControl::show_sessions() {
    day_.set_rows(session_rows(sessions_, current()));
    actions_.set_rows(action_rows(actions_named()));
}

void RaceControl::fetch_sessions() {
    if (track_.isEmpty() || !api_.signed_in()) return;
    const auto track = track_;
    api_.get(QStringLiteral("sessions?track=%1").arg(track), this, [this, track](const Answer& answer) {
        if (answer.problem || track != track_) return;
        sessions_ = answer.body[u"items"].toArray();
        show_sessions();
        fetch_entrants();
        emit viewChanged();
    });
}

// Full names need an account, so they are not in the feed: one request a session and set-up.
void RaceControl::fetch_entrants() {
    const auto session = this->session()[u"id"].toString();
    if (session == entrants_of_ || !api_.signed_in()) return;
    entrants_of_ = session;
    if (session.isEmpty() || !session.startsWith(u"ses_")) {
        board_.set_entrants({});
        return;
    }
    api_.get(QStringLiteral("sessions/%1/entrants").arg(session), this, [this, session](const Answer& answer) {
        if (session == entrants_of_ && !answer.problem) board_.set_entrants(answer.body[u"items"].toArray());
    });
}

QJsonObject RaceControl::planned() const {
    for (const auto& value : sessions_) {
        if (value[u"id"].toString() == current()) return value.toObject();
    }
    return {};
}

bool RaceControl::awaits_signal() const {
    return phase() == u"armed" && planned()[u"rules"][u"start"] == QLatin1String("signal");
}

void RaceControl::act(const QString& path, const QJsonObject& body) {
    api_.send({.verb = "POST", .path = path, .body = body}, this, [this, body](const Answer& answer) {
        if (answer.problem) {
            emit refused(named(answer.problem->text()));
        } else {
            emit done(body[u"kind"].toString());
            fetch_sessions();
        }
    });
}

void RaceControl::act_on_session(const QJsonObject& body) {
    const auto session = current();
    if (session.startsWith(u"ses_")) {
        act(QStringLiteral("sessions/%1/events").arg(session), body);
    } else {
        emit refused(tr("No planned session is armed or running."));
    }
}

void RaceControl::showFlag(const QString& flag) {
    if (flag == u"green" && awaits_signal()) {
        act_on_session({{"kind", "start"}});
    } else if (flag == u"green" && phase() == u"armed") {
        emit refused(tr("No signal is needed: it starts with the first crossing."));
    } else {
        act(QStringLiteral("tracks/%1/events").arg(track_), {{"kind", "flag"}, {"flag", flag}});
    }
}

void RaceControl::stopTrack() { act(QStringLiteral("tracks/%1/events").arg(track_), {{"kind", "emergency"}}); }
void RaceControl::releaseTrack() { act(QStringLiteral("tracks/%1/events").arg(track_), {{"kind", "release"}}); }
void RaceControl::armNext() { act(QStringLiteral("tracks/%1/events").arg(track_), {{"kind", "next"}}); }
void RaceControl::finishNow() { act_on_session({{"kind", "finish"}}); }
void RaceControl::abortSession() { act_on_session({{"kind", "abort"}}); }
void RaceControl::closeSession() { act_on_session({{"kind", "close"}}); }

void RaceControl::sayOfficial() {
    const auto session = provisional()[u"id"].toString();
    if (session.isEmpty()) return emit refused(tr("No result waits to become official."));
    act(QStringLiteral("sessions/%1/events").arg(session), {{"kind", "official"}});
}

void RaceControl::moreTime(int more_s, int more_laps) {
    act_on_session({{"kind", "more_time"}, {"more_s", more_s}, {"more_laps", more_laps}});
}

void RaceControl::undo() { act(QStringLiteral("tracks/%1/events").arg(track_), {{"kind", "undo"}}); }

void RaceControl::postMessage(const QString& text, const QString& number) {
    act(QStringLiteral("tracks/%1/events").arg(track_), {{"kind", "message"},
                                                         {"text", text},
                                                         {"number", number.isEmpty() ? QJsonValue() : number},
                                                         {"message_kind", "info"}});
}

void RaceControl::seeAlarm(const QString& id) {
    api_.send({.verb = "POST", .path = QStringLiteral("alarms/%1/seen").arg(id)}, this, [this](const Answer& answer) {
        if (answer.problem) emit refused(answer.problem->text());
    });
}

void RaceControl::tellPassing(const QString& row) {
    if (manual_device().isEmpty()) return;
    const auto at = board_.indexOf(row);
    if (at < 0) return emit refused(tr("Choose a kart first: the passing is told of it."));
    // In open practice nobody is entered, so it counts by the transponder.
    const auto body =
        current().startsWith(u"ses_")
            ? QJsonObject{{"entrant", row}}
            : QJsonObject{{"transponder", board_.valueAt(at, QStringLiteral("transponder")).toLongLong()}};
    api_.send({.verb = "POST",
               .path = QStringLiteral("devices/%1/passings").arg(manual_device()),
               .body = body,
               .key = QUuid::createUuid().toString(QUuid::WithoutBraces)},
              this, [this](const Answer& answer) {
                  if (answer.problem) emit refused(named(answer.problem->text()));
              });
}

QString RaceControl::filter() const {
    switch (filter_) {
        case PassingFilter::all:
            return QStringLiteral("all");
        case PassingFilter::unknown:
            return QStringLiteral("unknown");
        case PassingFilter::not_counted:
            return QStringLiteral("not_counted");
    }
    return {};
}

void RaceControl::set_filter(const QString& filter) {
    filter_ = filter == u"unknown"       ? PassingFilter::unknown
              : filter == u"not_counted" ? PassingFilter::not_counted
                                         : PassingFilter::all;
    passings_.set_rows(passing_rows(view_[u"strip"].toArray(), filter_));
    emit filterChanged();
}

void RaceControl::refresh() {
    board_.refresh();
    emit boardChanged();
    emit viewChanged();
}

}  // namespace chicane::ui::models
