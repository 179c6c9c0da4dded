// Giving what nobody has, a tag or a crossing without one: candidates by evidence, a preview of what it would change, then the
// assignment. Nothing is changed before `apply`. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "ui/models/assign_subject.hpp"
#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

inline constexpr int candidates_max = 3;  ///< as many as have a key

class AssignFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(bool crossing READ crossing NOTIFY changed)
    Q_PROPERTY(QString transponder READ transponder NOTIFY changed)
    Q_PROPERTY(QString at READ at NOTIFY changed)
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

    /// Opens for what waits (one of `unclaimed_of`) on a track, and asks for candidates.
    Q_INVOKABLE void start(const QString& track, const QVariantMap& what);
    Q_INVOKABLE void choose(int row);
    /// Another kart than the proposed ones, by its number; a crossing is given to who drives it.
    Q_INVOKABLE void chooseKart(const QString& number);
    Q_INVOKABLE void apply();
    Q_INVOKABLE void leave();

    bool open() const { return subject_.kind != AssignSubject::Kind::none; }
    bool crossing() const { return subject_.kind == AssignSubject::Kind::crossing; }
    QString transponder() const { return crossing() ? QString() : subject_.id; }
    QString at() const { return subject_.at; }
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
    /// The server did not do it, and the flow that asked is shown no more.
    void refused(const QString& text);

  private:
    void take_candidates(const QJsonArray& items);
    void set_target(const QJsonObject& target);
    void preview();
    Ask assignment(bool dry_run) const { return subject_.assignment(target_, from_start_, dry_run); }

    ApiClient& api_;
    AssignSubject subject_;
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
