// What acts on the track, and its emergency, out of the control view: how many karts do what they were told, which do not, and of which nobody
// knows. What nobody knows is never shown as what was commanded. UI thread.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chicane::ui::models {

class TrackOutputs : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(bool emergency READ emergency NOTIFY changed)
    Q_PROPERTY(QString since READ since NOTIFY changed)
    Q_PROPERTY(QString by READ by NOTIFY changed)
    Q_PROPERTY(bool limitsKarts READ limits_karts NOTIFY changed)
    Q_PROPERTY(bool hasLights READ has_lights NOTIFY changed)
    Q_PROPERTY(QString lights READ lights NOTIFY changed)
    Q_PROPERTY(int standing READ standing NOTIFY changed)
    Q_PROPERTY(QString notStanding READ not_standing NOTIFY changed)
    Q_PROPERTY(QString unknown READ unknown NOTIFY changed)

  public:
    using QObject::QObject;

    void show(const QJsonObject& view);

    bool emergency() const { return !emergency_.isEmpty(); }
    QString since() const;
    QString by() const { return emergency_[u"by"].toString(); }
    bool limits_karts() const { return outputs_[u"limits_karts"].toBool(); }
    bool has_lights() const { return outputs_[u"lights"].isObject(); }
    /// What they show, as they say themselves; empty where they do not say it.
    QString lights() const { return outputs_[u"lights"][u"actual"].toString(); }
    int standing() const { return standing_; }              ///< karts that say that they stand
    QString not_standing() const { return not_standing_; }  ///< numbers of those that say that they go
    QString unknown() const { return unknown_; }            ///< numbers of those on the track that say nothing

  signals:
    void changed();

  private:
    QJsonObject emergency_;
    QJsonObject outputs_;
    int standing_ = 0;
    QString not_standing_;
    QString unknown_;
};

}  // namespace chicane::ui::models
