// What makes a grave alarm heard: a short two-tone, again every few seconds until somebody has seen it. It needs no sound
// library: the tone is a WAV of our own, played by what the system has; without a player the system's bell rings. UI thread.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace chicane::ui::models {

inline constexpr int tone_again_ms = 4'000;  ///< often enough to be missed by nobody, rare enough to talk over

/// The tone as a WAV file: mono, 16 bit.
QByteArray alarm_wav();

class AlarmSound : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(bool ringing READ ringing WRITE set_ringing NOTIFY ringingChanged)

  public:
    explicit AlarmSound(QObject* parent = nullptr);

    bool ringing() const { return timer_.isActive(); }
    void set_ringing(bool ringing);

  signals:
    void ringingChanged();
    void sounded();

  private:
    void sound();

    QTimer timer_;
    QTemporaryDir folder_;
    QString player_;
};

}  // namespace chicane::ui::models
