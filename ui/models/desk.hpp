// The parts of a desk, put together: the API client, what each window shows, the language. One composition for the program and
// for its tests. UI thread.
#pragma once

#include <QObject>
#include <QTranslator>
#include <QtQml/qqmlregistration.h>

#include "ui/models/alarm_sound.hpp"
#include "ui/models/api_client.hpp"
#include "ui/models/devices.hpp"
#include "ui/models/front_desk.hpp"
#include "ui/models/race_control.hpp"
#include "ui/models/rule_sets.hpp"
#include "ui/models/session_setup.hpp"
#include "ui/models/sign_in.hpp"

class QSettings;

namespace chicane::ui::models {

class Desk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(chicane::ui::models::ApiClient* api READ api CONSTANT)
    Q_PROPERTY(chicane::ui::models::SignIn* signIn READ sign_in CONSTANT)
    Q_PROPERTY(chicane::ui::models::RaceControl* control READ control CONSTANT)
    Q_PROPERTY(chicane::ui::models::SessionSetup* setup READ setup CONSTANT)
    Q_PROPERTY(chicane::ui::models::RuleSets* ruleSets READ rule_sets CONSTANT)
    Q_PROPERTY(chicane::ui::models::FrontDesk* frontDesk READ front_desk CONSTANT)
    Q_PROPERTY(chicane::ui::models::Devices* devices READ devices CONSTANT)
    Q_PROPERTY(chicane::ui::models::AlarmSound* sound READ sound CONSTANT)
    Q_PROPERTY(QString language READ language WRITE set_language NOTIFY languageChanged)
    Q_PROPERTY(bool sunlight READ sunlight WRITE set_sunlight NOTIFY sunlightChanged)
    Q_PROPERTY(QString version READ version CONSTANT)

  public:
    explicit Desk(QSettings& settings, QObject* parent = nullptr);
    ~Desk() override;

    ApiClient* api() { return &api_; }
    SignIn* sign_in() { return &sign_in_; }
    RaceControl* control() { return &control_; }
    SessionSetup* setup() { return &setup_; }
    RuleSets* rule_sets() { return &rule_sets_; }
    FrontDesk* front_desk() { return &front_desk_; }
    Devices* devices() { return &devices_; }
    AlarmSound* sound() { return &sound_; }

    QString language() const { return language_; }
    /// `fr` or `en`: texts, and the language in which the server explains problems.
    void set_language(const QString& language);
    /// Race control in black on white, for a screen in the sun.
    bool sunlight() const { return sunlight_; }
    void set_sunlight(bool sunlight);
    QString version() const;

  signals:
    void languageChanged();
    void sunlightChanged();

  private:
    QSettings& settings_;
    QTranslator translator_;
    QString language_;
    bool sunlight_ = false;
    ApiClient api_;
    SignIn sign_in_;
    RaceControl control_;
    SessionSetup setup_;
    RuleSets rule_sets_;
    FrontDesk front_desk_;
    Devices devices_;
    AlarmSound sound_;
};

}  // namespace chicane::ui::models
