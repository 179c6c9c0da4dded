// Setting a session up: rules, entrants with karts and tags, the order of the grid, a late entry, the fleet. Each change is one
// request with the version it was made on; a refused one says why and the page shows what the server has. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <optional>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;

class SessionSetup : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* entrants READ entrants CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* karts READ karts CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* freeKarts READ free_karts CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* fleetPreview READ fleet_preview CONSTANT)
    Q_PROPERTY(QVariant session READ session_map NOTIFY changed)
    Q_PROPERTY(QVariant rules READ rules_map NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(int withoutKart READ without_kart NOTIFY changed)
    Q_PROPERTY(int withoutTag READ without_tag NOTIFY changed)
    Q_PROPERTY(QString learningFor READ learning_for NOTIFY learningChanged)
    Q_PROPERTY(QString learned READ learned NOTIFY learningChanged)
    Q_PROPERTY(int fleetChanges READ fleet_changes NOTIFY fleetChanged)
    Q_PROPERTY(QString fleetFault READ fleet_fault NOTIFY fleetChanged)

  public:
    explicit SessionSetup(ApiClient& api, QObject* parent = nullptr);

    /// Shows no session.
    Q_INVOKABLE void forget();
    Q_INVOKABLE void load(const QString& session);
    /// Makes a session of the day on a track and loads it.
    Q_INVOKABLE void create(const QString& track, const QString& name, double start_us);
    /// Changes what is planned: name, planned_start_us, capacity.
    Q_INVOKABLE void changePlan(const QJsonObject& change);
    /// The planned start at the time of day that was typed; 0 where it is none.
    Q_INVOKABLE double startAt(const QString& typed) const;
    /// Changes rules: the given keys, an `end` in it key by key.
    Q_INVOKABLE void changeRules(const QJsonObject& change);
    /// The session is as the set says on its day; what it says itself is forgotten.
    Q_INVOKABLE void takeRuleSet(const QString& set);
    Q_INVOKABLE void arm();

    Q_INVOKABLE void addEntrant(const QString& name, const QString& kart);
    Q_INVOKABLE void removeEntrant(const QString& entrant);
    Q_INVOKABLE void giveKart(const QString& entrant, const QString& kart);
    /// Moves an entrant on the grid; what others changed meanwhile is refused, not overwritten. Quick moves are sent as one.
    Q_INVOKABLE void moveEntrant(int from, int to);

    /// Reads a CSV and asks what it would do; nothing is written before importFleet().
    Q_INVOKABLE void previewFleet(const QUrl& file);
    Q_INVOKABLE void importFleet();
    Q_INVOKABLE void leaveFleet();

    /// Learning a tag: the next tag over the loop that nobody has becomes this kart's, once it is confirmed.
    Q_INVOKABLE void learn(const QString& kart);
    Q_INVOKABLE void confirmLearned();
    Q_INVOKABLE void stopLearning();
    /// What race control's feed says about unknown tags; learning listens here.
    void hear(const QJsonArray& unknown);

    KeyedListModel* entrants() { return &entrants_; }
    KeyedListModel* karts() { return &karts_; }
    KeyedListModel* free_karts() { return &free_karts_; }
    KeyedListModel* fleet_preview() { return &fleet_preview_; }
    QJsonObject session() const { return session_; }
    QJsonObject rules() const { return session_[u"rules"].toObject(); }
    bool loading() const { return loading_; }
    QString error() const { return error_; }
    int without_kart() const { return without_kart_; }
    int without_tag() const { return without_tag_; }
    QString learning_for() const { return learning_for_; }
    QString learned() const { return learned_; }
    /// Lines of the preview that would write something.
    int fleet_changes() const;
    QString fleet_fault() const { return fleet_fault_; }

    // The same for QML.
    QVariant session_map() const { return session().toVariantMap(); }
    QVariant rules_map() const { return rules().toVariantMap(); }

  signals:
    void changed();
    void learningChanged();
    void fleetChanged();
    void armed();

  private:
    void reload();
    void fetch_entrants();
    void fetch_karts();
    void show();
    void fail(const QString& text);
    void change(const QByteArray& verb, const QString& path, const QJsonObject& body, std::optional<qint64> version);
    void ask_fleet(bool dry_run);
    void change_session(const QJsonObject& body);
    void send_order();
    void order_sent(const struct Answer& answer);
    QJsonObject entrant(const QString& id) const;
    QJsonObject kart(const QString& id) const;

    ApiClient& api_;
    QJsonObject session_;
    QJsonArray entrant_items_;
    QJsonArray kart_items_;
    QJsonArray fleet_rows_;
    KeyedListModel entrants_{{"entrantId", "grid", "number", "name", "tag", "kartId", "status"}};
    KeyedListModel karts_{{"kartId", "number", "className", "tags", "outOfService"}};
    KeyedListModel free_karts_{{"kartId", "number", "className", "tags"}};
    KeyedListModel fleet_preview_{{"number", "className", "tags", "result", "reason"}};
    QString error_;
    QString fleet_fault_;
    QString learning_for_;
    QString learned_;
    QStringList known_unknown_;
    int without_kart_ = 0;
    int without_tag_ = 0;
    bool loading_ = false;
    bool order_on_its_way_ = false;
    bool order_waits_ = false;
};

}  // namespace chicane::ui::models
