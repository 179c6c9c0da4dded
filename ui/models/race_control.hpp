// Race control of one track: what its page shows, and what an official can do. State comes from the feeds and the API; each
// act is one request, and what went wrong is said, never swallowed. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "ui/models/assign_flow.hpp"
#include "ui/models/board_model.hpp"
#include "ui/models/control_rows.hpp"
#include "ui/models/correction.hpp"
#include "ui/models/dismiss_flow.hpp"
#include "ui/models/entrant_laps.hpp"
#include "ui/models/kart_targets.hpp"
#include "ui/models/other_posts.hpp"
#include "ui/models/session_clock.hpp"
#include "ui/models/sheet_printer.hpp"
#include "ui/models/track_feed.hpp"
#include "ui/models/track_outputs.hpp"
#include "ui/models/unclaimed.hpp"

namespace chicane::ui::models {

class ApiClient;

inline constexpr double begin_ahead_us =
    60e6;                                      ///< before the start: a kart's first crossing is after it on every clock
inline constexpr int tracks_retry_ms = 3'000;  ///< without the list of tracks there is nothing to follow

class RaceControl : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(chicane::ui::models::BoardModel* board READ board CONSTANT)
    Q_PROPERTY(chicane::ui::models::SessionClock* clock READ clock CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* passings READ passings CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* unknown READ unknown CONSTANT)
    Q_PROPERTY(chicane::ui::models::Unclaimed* unclaimed READ unclaimed CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* actions READ actions CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* alarms READ alarms CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* devices READ devices CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* day READ day CONSTANT)
    Q_PROPERTY(chicane::ui::models::AssignFlow* assign READ assign CONSTANT)
    Q_PROPERTY(chicane::ui::models::SheetPrinter* sheets READ sheets CONSTANT)
    Q_PROPERTY(chicane::ui::models::TrackOutputs* outputs READ outputs CONSTANT)
    Q_PROPERTY(chicane::ui::models::Correction* correction READ correction CONSTANT)
    Q_PROPERTY(chicane::ui::models::EntrantLaps* laps READ laps CONSTANT)
    Q_PROPERTY(chicane::ui::models::KartTargets* targets READ targets CONSTANT)
    Q_PROPERTY(chicane::ui::models::DismissFlow* dismiss READ dismiss CONSTANT)
    Q_PROPERTY(QVariant tracks READ tracks_list NOTIFY tracksChanged)
    Q_PROPERTY(QString track READ track NOTIFY tracksChanged)
    Q_PROPERTY(QVariant trackFacts READ track_facts_map NOTIFY tracksChanged)
    Q_PROPERTY(QString flag READ flag NOTIFY boardChanged)
    Q_PROPERTY(QString flagSince READ flag_since NOTIFY boardChanged)
    Q_PROPERTY(QVariant session READ session_map NOTIFY boardChanged)
    Q_PROPERTY(QVariant messages READ messages_list NOTIFY boardChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY boardChanged)
    Q_PROPERTY(QString phase READ phase NOTIFY viewChanged)
    Q_PROPERTY(bool awaitsSignal READ awaits_signal NOTIFY viewChanged)
    Q_PROPERTY(QVariant planned READ planned_map NOTIFY viewChanged)
    Q_PROPERTY(QVariant next READ next_map NOTIFY viewChanged)
    Q_PROPERTY(QVariant provisional READ provisional_map NOTIFY viewChanged)
    Q_PROPERTY(QVariant undoable READ undoable_map NOTIFY viewChanged)
    Q_PROPERTY(QVariant noise READ noise NOTIFY viewChanged)
    Q_PROPERTY(int journalLagMs READ journal_lag_ms NOTIFY viewChanged)
    Q_PROPERTY(int viewers READ viewers NOTIFY viewChanged)
    Q_PROPERTY(bool heard READ heard NOTIFY viewChanged)
    Q_PROPERTY(QString manualDevice READ manual_device NOTIFY viewChanged)
    Q_PROPERTY(int unknownCount READ unknown_count NOTIFY viewChanged)
    Q_PROPERTY(int notCountedCount READ not_counted_count NOTIFY viewChanged)
    Q_PROPERTY(QString filter READ filter WRITE set_filter NOTIFY filterChanged)
    Q_PROPERTY(bool live READ live NOTIFY liveChanged)
    Q_PROPERTY(double lostAtMs READ lost_at_ms NOTIFY liveChanged)

  public:
    explicit RaceControl(ApiClient& api, QObject* parent = nullptr);

    /// Fetches the tracks and follows the first, or goes on with the chosen one.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void end();
    /// Goes on after a new sign-in: all that is shown or begun stays.
    Q_INVOKABLE void resume();
    Q_INVOKABLE void chooseTrack(const QString& track);

    /// Shows a flag at once. Green on an armed session that starts by signal is its start signal.
    Q_INVOKABLE void showFlag(const QString& flag);
    /// The emergency: red, lights, karts. At any time; again while it holds changes nothing.
    Q_INVOKABLE void stopTrack();
    Q_INVOKABLE void releaseTrack();
    Q_INVOKABLE void armNext();
    Q_INVOKABLE void finishNow();
    Q_INVOKABLE void abortSession();
    Q_INVOKABLE void closeSession();
    /// The result of `provisional` is official from now on.
    Q_INVOKABLE void sayOfficial();
    /// Of the session that is on the track, `result` and the other kinds of sheets.
    Q_INVOKABLE void printSheet(const QString& kind) { sheets_.print(current(), kind); }
    Q_INVOKABLE void moreTime(int more_s, int more_laps);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void postMessage(const QString& text, const QString& number);
    Q_INVOKABLE void seeAlarm(const QString& id);
    /// The row's kart crosses now, as one sees: told of the track's manual device.
    Q_INVOKABLE void tellPassing(const QString& row);
    /// Begins a correction (see Correction) about a row of the board; what needs no row takes an empty one.
    Q_INVOKABLE void correct(const QString& what, const QString& row);
    /// Now, and a moment before the session's first crossing, in the server's time.
    Q_INVOKABLE double nowUs() const;
    Q_INVOKABLE double beginUs() const;
    /// A text of the server with the names of sessions in place of their ids.
    Q_INVOKABLE QString named(const QString& text) const { return with_names(text, sessions_); }

    BoardModel* board() { return &board_; }
    SessionClock* clock() { return &clock_; }
    KeyedListModel* passings() { return &passings_; }
    KeyedListModel* unknown() { return &unknown_; }
    Unclaimed* unclaimed() { return &unclaimed_; }
    KeyedListModel* actions() { return &actions_; }
    KeyedListModel* alarms() { return &alarms_; }
    KeyedListModel* devices() { return &devices_; }
    KeyedListModel* day() { return &day_; }
    AssignFlow* assign() { return &assign_; }
    TrackOutputs* outputs() { return &outputs_; }
    SheetPrinter* sheets() { return &sheets_; }
    Correction* correction() { return &correction_; }
    EntrantLaps* laps() { return &laps_; }
    KartTargets* targets() { return &targets_; }
    DismissFlow* dismiss() { return &dismiss_; }
    QJsonArray tracks() const { return tracks_; }
    QString track() const { return track_; }
    QJsonObject track_facts() const;
    QString flag() const { return feed_.board().flag(); }
    QString flag_since() const { return flag_since_; }
    QJsonObject session() const { return feed_.board().session(); }
    QJsonArray messages() const { return feed_.board().messages(); }
    bool ready() const { return feed_.board().ready(); }
    QString phase() const { return planned()[u"phase"].toString(); }
    /// Armed, and its rules want the start signal.
    bool awaits_signal() const;
    /// The current session as it was planned: its rules, seats, version; empty in open practice.
    QJsonObject planned() const;
    QJsonObject next() const { return next_session(sessions_); }
    QJsonObject provisional() const { return provisional_session(sessions_); }
    QJsonObject undoable() const { return undoable_action(actions_named()); }
    QVariant noise() const { return noise_of(view_[u"devices"].toArray()); }
    int journal_lag_ms() const { return view_[u"journal_lag_ms"].toInt(); }
    int viewers() const { return view_[u"viewers"].toInt(); }
    bool heard() const { return must_be_heard(view_[u"alarms"].toArray()); }
    /// Of which a passing by hand is told; empty: the track has none.
    QString manual_device() const { return manual_device_of(device_list()); }
    int unknown_count() const { return unknown_.count(); }
    int not_counted_count() const { return passings_of(view_[u"strip"].toArray(), PassingFilter::not_counted); }
    QString filter() const;
    void set_filter(const QString& filter);
    bool live() const { return feed_.live(); }
    const ServerTime& server_time() const { return feed_.time(); }
    double lost_at_ms() const { return static_cast<double>(feed_.lost_at_ms()); }
    QJsonArray device_list() const { return view_[u"devices"].toArray(); }
    QJsonArray unknown_tags() const { return view_[u"unknown"].toArray(); }
    /// Makes every row anew, e.g. in another language.
    void refresh();

    /// Takes what the feeds would bring; the tests of pages and models come in here.
    void takeView(const QJsonObject& view);

    // The same for QML.
    QVariant tracks_list() const { return tracks().toVariantList(); }
    QVariant track_facts_map() const { return track_facts().toVariantMap(); }
    QVariant session_map() const { return session().toVariantMap(); }
    QVariant messages_list() const { return messages().toVariantList(); }
    QVariant planned_map() const { return planned().toVariantMap(); }
    QVariant next_map() const { return next().toVariantMap(); }
    QVariant provisional_map() const { return provisional().toVariantMap(); }
    QVariant undoable_map() const { return undoable().toVariantMap(); }

  signals:
    /// Another post did something, or took it back (`undone`): who, and what in the words of the actions list.
    void otherDid(const QString& by, const QString& word, const QString& detail, const QString& subject, bool undone);
    void tracksChanged();
    void boardChanged();
    void viewChanged();
    void filterChanged();
    void liveChanged();
    /// An act did not work; the text is for people.
    void refused(const QString& text);
    /// An act worked, in one word of the actions list.
    void done(const QString& word);

  private:
    void take_board();
    void fetch_sessions();
    void fetch_entrants();
    void act(const QString& path, const QJsonObject& body);
    void act_on_session(const QJsonObject& body);
    void show_sessions();
    /// The last actions with karts and sessions as people call them.
    QJsonArray actions_named() const;
    void tell_others();
    /// What the side shows is fetched anew where something was done, or the kart has passed.
    void refresh_correction(const QJsonObject& before);
    QString current() const { return view_[u"current"].toString(); }

    ApiClient& api_;
    TrackFeed feed_;
    QTimer retry_;
    BoardModel board_;
    SessionClock clock_;
    KeyedListModel passings_{passing_roles};
    KeyedListModel unknown_{unknown_roles};
    Unclaimed unclaimed_;
    KeyedListModel actions_{action_roles};
    KeyedListModel alarms_{alarm_roles};
    KeyedListModel devices_{device_roles};
    KeyedListModel day_{session_roles};
    AssignFlow assign_;
    TrackOutputs outputs_;
    DismissFlow dismiss_;
    SheetPrinter sheets_;
    Correction correction_;
    EntrantLaps laps_;
    KartTargets targets_;
    OtherPosts others_;
    QJsonArray tracks_;
    QString track_;
    QJsonObject view_;
    QJsonArray sessions_;
    QString entrants_of_;
    QString flag_seen_;
    QString flag_since_;
    PassingFilter filter_ = PassingFilter::all;
};

}  // namespace chicane::ui::models
