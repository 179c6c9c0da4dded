// Assigning an unknown tag: candidates by evidence, a preview of what it would change, then the assignment. Nothing is changed
// before `apply`. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;

inline constexpr int candidates_max = 3;  ///< as many as have a key

class AssignFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString transponder READ transponder NOTIFY changed)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* candidates READ candidates CONSTANT)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)
    Q_PROPERTY(QString chosenNumber READ chosen_number NOTIFY changed)
    Q_PROPERTY(QString chosenEntrant READ chosen_entrant NOTIFY changed)
    Q_PROPERTY(bool fromStart READ from_start WRITE set_from_start NOTIFY changed)
    Q_PROPERTY(bool previewed READ previewed NOTIFY changed)
    Q_PROPERTY(int adopted READ adopted NOTIFY changed)
    Q_PROPERTY(QVariant moved READ moved_list NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit AssignFlow(ApiClient& api, QObject* parent = nullptr);

    /// Opens for a tag and asks for candidates. `last_us`: decoder time of its last passing, for "from now on".
    Q_INVOKABLE void start(const QString& track, const QString& transponder, double last_us);
    Q_INVOKABLE void choose(int row);
    /// Another kart than the proposed ones, by its number.
    Q_INVOKABLE void chooseKart(const QString& number);
    Q_INVOKABLE void apply();
    Q_INVOKABLE void leave();

    bool open() const { return !transponder_.isEmpty(); }
    QString transponder() const { return transponder_; }
    KeyedListModel* candidates() { return &candidates_; }
    bool loading() const { return loading_; }
    int chosen() const { return chosen_; }
    QString chosen_number() const { return target_[u"number"].toString(); }
    QString chosen_entrant() const { return target_[u"entrant"].toString(); }
    bool from_start() const { return from_start_; }
    void set_from_start(bool from_start);
    bool previewed() const { return previewed_; }
    int adopted() const { return preview_[u"adopted_passings"].toInt(); }
    QJsonArray moved() const { return preview_[u"moved"].toArray(); }
    QString error() const { return error_; }

    // The same for QML.
    QVariant moved_list() const { return moved().toVariantList(); }

  signals:
    void changed();
    void applied();

  private:
    void take_candidates(const QJsonArray& items);
    void set_target(const QJsonObject& target);
    void preview();
    QJsonObject body() const;
    QString path(bool dry_run) const;

    ApiClient& api_;
    QString track_;
    QString transponder_;
    qint64 last_us_ = 0;
    KeyedListModel candidates_;
    QJsonArray items_;
    QJsonObject target_;
    QJsonObject preview_;
    QString error_;
    int chosen_ = -1;
    bool loading_ = false;
    bool previewed_ = false;
    bool from_start_ = true;
};

}  // namespace chicane::ui::models
