// The rule-sets of the centre: the list, and a draft of one that is changed and kept as its next version. The server checks; what it says
// stays readable and the draft stays as it was typed. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;
struct Answer;

/// `rules` with the keys of `change` in place of its own, an `end` key by key.
QJsonObject with_change(QJsonObject rules, const QJsonObject& change);

class RuleSets : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* items READ items CONSTANT)
    Q_PROPERTY(QVariant draft READ draft_map NOTIFY changed)
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit RuleSets(ApiClient& api, QObject* parent = nullptr);

    /// The list, and the draft of the set `used` by a session, else of the first; a draft that was changed stays.
    Q_INVOKABLE void load(const QString& used);
    /// The draft is this set as it is valid today. Refused while something is changed and not kept.
    Q_INVOKABLE void choose(const QString& id);
    /// What was changed and not kept is gone.
    Q_INVOKABLE void leave();
    /// The draft is a new set with the rules of a session, but for the shortest lap that is its track's.
    Q_INVOKABLE void begin(const QJsonObject& session, double track_min_lap_ms);
    Q_INVOKABLE void setText(const QString& key, const QString& text);
    Q_INVOKABLE void setNumber(const QString& key, int number);
    Q_INVOKABLE void changeRules(const QJsonObject& change);
    /// A new set, or the next version of the chosen one.
    Q_INVOKABLE void keep();
    /// The chosen one is used no more.
    Q_INVOKABLE void retire();

    KeyedListModel* items() { return &items_; }
    QJsonObject draft() const { return draft_; }
    bool dirty() const { return draft_ != chosen_; }
    bool loading() const { return loading_; }
    QString error() const { return error_; }
    QVariant draft_map() const { return draft().toVariantMap(); }

  signals:
    void changed();

  private:
    void show(const QJsonObject& set);
    void answered(const Answer& answer, const QString& choose_then);

    ApiClient& api_;
    QJsonObject draft_;
    QJsonObject chosen_;  ///< as the server has it
    KeyedListModel items_{{"setId", "name", "kind", "number", "validFrom"}};
    QString wanted_;  ///< the set that was asked for last
    QString error_;
    bool keeping_ = false;  ///< on its way to the server
    bool loading_ = false;
};

}  // namespace chicane::ui::models
