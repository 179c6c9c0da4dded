// In which kart, and with whom, somebody can have been instead: the session's entrants and the karts of the fleet that are free. UI thread.
#pragma once

#include <QJsonArray>
#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;

inline constexpr int free_karts_max = 2;  ///< proposed, a key each; the rest by number

extern const QByteArrayList target_roles;
/// Karts of the fleet that can be driven and that nobody of the session has, in order of the fleet.
QJsonArray free_karts(const QJsonArray& karts, const QJsonArray& entrants);

class KartTargets : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* free READ free CONSTANT)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit KartTargets(ApiClient& api, QObject* parent = nullptr);

    void show(const QString& session, const QString& entrant);
    void clear();
    /// kart, number, entrant and name of whom a number means, never of whom it is about; empty: nobody.
    Q_INVOKABLE QVariantMap named(const QString& number) const;

    KeyedListModel* free() { return &free_; }
    bool ready() const { return ready_ == 2; }
    QString error() const { return error_; }

  signals:
    void changed();

  private:
    void fetch(const QString& path, QJsonArray& into);

    ApiClient& api_;
    KeyedListModel free_;
    QString session_;
    QString entrant_;
    QJsonArray karts_;
    QJsonArray entrants_;
    QString error_;
    int ready_ = 0;  ///< of the two lists
};

}  // namespace chicane::ui::models
