// chicane-desk: parses options, puts the desk together, shows its window.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QSettings>
#include <QStringList>
#include <QtQml/qqmlextensionplugin.h>
#include <cstdio>

#include "ui/models/desk.hpp"

Q_IMPORT_QML_PLUGIN(Chicane_KitPlugin)
Q_IMPORT_QML_PLUGIN(Chicane_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Chicane_ScreensPlugin)

namespace {

constexpr int exit_bad_input = 2;

int refuse(const QString& text) {
    std::fprintf(stderr, "chicane-desk: %s\n", qPrintable(text));
    return exit_bad_input;
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication::setApplicationName(QStringLiteral("chicane-desk"));
    QGuiApplication::setOrganizationName(QStringLiteral("chicane"));
    QGuiApplication::setApplicationVersion(QStringLiteral(CHICANE_VERSION));
    const QGuiApplication app(argc, argv);

    const QStringList screens{"race-control", "setup", "desk", "devices"};
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Race control and front desk of a karting centre; a client of `chicane serve`."));
    options.addHelpOption();
    options.addVersionOption();
    options.addOption({"server", "The server, e.g. http://127.0.0.1:8080.", "URL"});
    options.addOption({"screen", "The window to open: " + screens.join(", ") + ".", "NAME"});
    options.addOption({"user", "Who signs in.", "NAME"});
    options.process(app);

    const auto screen = options.value(QStringLiteral("screen"));
    if (!screen.isEmpty() && !screens.contains(screen)) {
        return refuse(QStringLiteral("--screen: unknown window \"%1\"; known: %2").arg(screen, screens.join(u", ")));
    }
    const auto typed = options.value(QStringLiteral("server"));
    QSettings settings;
    chicane::ui::models::Desk desk(settings);
    if (!typed.isEmpty()) {
        const auto server = desk.sign_in()->servers()->add(typed);
        if (server.isEmpty())
            return refuse(QStringLiteral("--server: \"%1\" is no address; expected http://HOST:PORT").arg(typed));
        desk.sign_in()->chooseServer(server);
    }
    if (options.isSet(QStringLiteral("user"))) desk.sign_in()->set_user(options.value(QStringLiteral("user")));

    QQmlApplicationEngine engine;
    QObject::connect(&desk, &chicane::ui::models::Desk::languageChanged, &engine, &QQmlEngine::retranslate);
    engine.setInitialProperties({{"desk", QVariant::fromValue(&desk)}, {"wanted", screen}});
    engine.load(QUrl(QStringLiteral("qrc:/qt-project.org/imports/Chicane/Screens/screens/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
