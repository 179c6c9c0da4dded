// See desk.hpp.
#include "ui/models/desk.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

namespace chicane::ui::models {

namespace {

const auto language_key = QStringLiteral("language");
const auto sunlight_key = QStringLiteral("sunlight");

QString system_language() {
    return QLocale::system().language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
}

}  // namespace

Desk::Desk(QSettings& settings, QObject* parent)
    : QObject(parent),
      settings_(settings),
      sign_in_(api_, settings),
      control_(api_),
      setup_(api_),
      rule_sets_(api_),
      front_desk_(api_),
      devices_(api_, control_) {
    sunlight_ = settings.value(sunlight_key, false).toBool();
    set_language(settings.value(language_key, system_language()).toString());
    connect(&control_, &RaceControl::viewChanged, this, [this] {
        sound_.set_ringing(control_.heard());
        setup_.hear(control_.unknown_tags());
        devices_.hear(control_.device_list());
    });
}

Desk::~Desk() { QCoreApplication::removeTranslator(&translator_); }

void Desk::set_language(const QString& language) {
    if (language == language_) return;
    language_ = language;
    settings_.setValue(language_key, language);
    QCoreApplication::removeTranslator(&translator_);
    if (translator_.load(QStringLiteral(":/i18n/desk_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&translator_);
    api_.set_language(language);
    QLocale::setDefault(language == u"fr" ? QLocale(QLocale::French)
                                          : QLocale(QLocale::English, QLocale::UnitedKingdom));
    control_.refresh();
    emit languageChanged();
}

void Desk::set_sunlight(bool sunlight) {
    if (sunlight == sunlight_) return;
    sunlight_ = sunlight;
    settings_.setValue(sunlight_key, sunlight);
    emit sunlightChanged();
}

QString Desk::version() const { return QCoreApplication::applicationVersion(); }

}  // namespace chicane::ui::models
