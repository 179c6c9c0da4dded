// What waits for its kart: tags that nobody has, and crossings that no tag told of. One is shown at a time: the newest, until somebody
// looks at older ones; then that one stays while newer ones come. UI thread.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace chicane::ui::models {

/// The tags and crossings of a control view that can be given to somebody now, newest first. Of each `kind` (tag, crossing), `id`,
/// `session` and `lastUs`, and what a row shows of it. Pure but for the desk's time zone.
QList<QJsonObject> unclaimed_of(const QJsonObject& view);

class Unclaimed : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int place READ place NOTIFY changed)
    Q_PROPERTY(QVariantMap shown READ shown NOTIFY changed)

  public:
    using QObject::QObject;

    void show(const QJsonObject& view);
    /// The next older one; after the oldest the newest.
    Q_INVOKABLE void older() { step(1); }
    Q_INVOKABLE void newer() { step(-1); }

    int count() const { return static_cast<int>(all_.size()); }
    int place() const { return all_.isEmpty() ? 0 : at_ + 1; }  ///< of the shown one; the newest is 1
    QVariantMap shown() const { return all_.isEmpty() ? QVariantMap() : all_[at_].toVariantMap(); }

  signals:
    void changed();

  private:
    void step(int by);

    QList<QJsonObject> all_;
    int at_ = 0;
};

}  // namespace chicane::ui::models
