// The desk: today's plan, finding or registering a driver, putting him on a seat with a kart. What was typed stays until it
// worked; a retry after a lost line carries the same key, so nobody is booked twice. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "ui/models/desk_rows.hpp"
#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;

inline constexpr int search_letters_min = 2;
inline constexpr int search_pause_ms = 150;     ///< between two keys of a quick typist nothing is asked
inline constexpr int plan_refresh_ms = 15'000;  ///< other desks sell, too; the server has no feed of the plan

class FrontDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* plan READ plan CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* seats READ seats CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* found READ found CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* karts READ karts CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* alternatives READ alternatives CONSTANT)
    Q_PROPERTY(QVariant tracks READ tracks_list NOTIFY planChanged)
    Q_PROPERTY(QString track READ track NOTIFY planChanged)
    Q_PROPERTY(QString session READ session NOTIFY planChanged)
    Q_PROPERTY(QVariant chosenSession READ chosen_session_map NOTIFY planChanged)
    Q_PROPERTY(int pastCount READ past_count NOTIFY planChanged)
    Q_PROPERTY(QString pastSince READ past_since NOTIFY planChanged)
    Q_PROPERTY(bool pastShown READ past_shown WRITE set_past_shown NOTIFY planChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY planChanged)
    Q_PROPERTY(QString query READ query WRITE set_query NOTIFY queryChanged)
    Q_PROPERTY(bool searched READ searched NOTIFY foundChanged)
    Q_PROPERTY(QVariant customer READ customer_map NOTIFY foundChanged)
    Q_PROPERTY(int customerRow READ customer_row WRITE set_customer_row NOTIFY foundChanged)
    Q_PROPERTY(int kartRow READ kart_row WRITE set_kart_row NOTIFY kartChanged)
    Q_PROPERTY(QString kartNumber READ kart_number NOTIFY kartChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(QString error READ error NOTIFY stateChanged)
    Q_PROPERTY(bool full READ full NOTIFY stateChanged)
    Q_PROPERTY(QString placed READ placed NOTIFY stateChanged)

  public:
    explicit FrontDesk(ApiClient& api, QObject* parent = nullptr);

    Q_INVOKABLE void begin();
    Q_INVOKABLE void end();
    Q_INVOKABLE void nextTrack();
    Q_INVOKABLE void chooseSession(const QString& session);
    Q_INVOKABLE void moveSession(int by);
    /// Books the next free seat of the session for the chosen customer, with the chosen kart.
    Q_INVOKABLE void place();
    /// Registers a driver, then he is the chosen one.
    Q_INVOKABLE void registerCustomer(const QJsonObject& fields);
    /// `1990-12-31` from a date as it is typed (31/12/1990, 31.12.1990); empty where it is none.
    Q_INVOKABLE static QString isoDate(const QString& typed);
    Q_INVOKABLE void giveKart(const QString& seat, const QString& kart);
    Q_INVOKABLE void freeSeat(const QString& seat);

    KeyedListModel* plan() { return &plan_; }
    KeyedListModel* seats() { return &seats_; }
    KeyedListModel* found() { return &found_; }
    KeyedListModel* karts() { return &karts_; }
    KeyedListModel* alternatives() { return &alternatives_; }
    QJsonArray tracks() const { return tracks_; }
    QString track() const { return track_; }
    QString session() const { return session_; }
    QJsonObject chosen_session() const;
    /// Sessions of today that are over; folded away unless asked for.
    int past_count() const { return static_cast<int>(past_sessions(plan_items_).size()); }
    QString past_since() const;
    bool past_shown() const { return past_shown_; }
    void set_past_shown(bool shown);
    bool loading() const { return loading_; }
    QString query() const { return query_; }
    void set_query(const QString& query);
    bool searched() const { return searched_; }
    QJsonObject customer() const;
    int customer_row() const { return customer_row_; }
    void set_customer_row(int row);
    int kart_row() const { return kart_row_; }
    void set_kart_row(int row);
    QString kart_number() const { return karts_.valueAt(kart_row_, QStringLiteral("number")).toString(); }
    bool busy() const { return busy_; }
    QString error() const { return error_; }
    bool full() const { return alternatives_.count() > 0; }
    QString placed() const { return placed_; }

    // The same for QML.
    QVariant tracks_list() const { return tracks().toVariantList(); }
    QVariant chosen_session_map() const { return chosen_session().toVariantMap(); }
    QVariant customer_map() const { return customer().toVariantMap(); }

  signals:
    void planChanged();
    void queryChanged();
    void foundChanged();
    void kartChanged();
    void stateChanged();
    void registered();

  private:
    void fetch_plan();
    void fetch_karts();
    void search();
    void show();
    void say(const QString& error);
    void take_booking(const QJsonObject& body, const struct Answer& answer);
    QString key_for(const QJsonObject& body);
    void act(const QByteArray& verb, const QString& path, const QJsonObject& body, std::optional<qint64> version);

    ApiClient& api_;
    QTimer search_pause_;
    QTimer refresh_;
    QJsonArray tracks_;
    QJsonArray plan_items_;
    QJsonArray kart_items_;
    QJsonArray found_items_;
    QString track_;
    QString session_;
    QString query_;
    QString error_;
    QString placed_;
    QString key_;
    QJsonObject key_body_;
    KeyedListModel plan_;
    KeyedListModel seats_{{"seatId", "place", "name", "kart", "status", "version", "public"}};
    KeyedListModel found_{{"name", "contact", "hitAt", "hitLength"}};
    KeyedListModel karts_{{"kartId", "number", "className", "tags"}};
    KeyedListModel alternatives_{{"sessionId", "hour", "name", "free"}};
    int customer_row_ = 0;
    int kart_row_ = 0;
    bool searched_ = false;
    bool past_shown_ = false;
    bool loading_ = true;
    bool busy_ = false;
};

}  // namespace chicane::ui::models
