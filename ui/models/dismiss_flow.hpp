// Saying that what waits for its kart is nobody's, and why: a marshal walked through the light, a spare kart's tag went by. UI thread.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "ui/models/assign_subject.hpp"

namespace chicane::ui::models {

class DismissFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(QString transponder READ transponder NOTIFY changed)
    Q_PROPERTY(QString at READ at NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit DismissFlow(ApiClient& api, QObject* parent = nullptr) : QObject(parent), api_(api) {}

    /// Opens for what waits (one of `unclaimed_of`) on a track.
    Q_INVOKABLE void start(const QString& track, const QVariantMap& what);
    /// Who has passed there. Without a reason nothing is sent.
    Q_INVOKABLE void say(const QString& why);
    Q_INVOKABLE void leave();

    bool open() const { return subject_.kind != AssignSubject::Kind::none; }
    bool sending() const { return sending_; }
    QString transponder() const { return subject_.kind == AssignSubject::Kind::tag ? subject_.id : QString(); }
    QString at() const { return subject_.at; }
    QString error() const { return error_; }

  signals:
    void changed();
    /// The server did not do it, and the flow that asked is shown no more.
    void refused(const QString& text);

  private:
    ApiClient& api_;
    AssignSubject subject_;
    QString error_;
    bool sending_ = false;
};

}  // namespace chicane::ui::models
