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
const QStringList screens{"race-control", "setup", "desk", "devices"};

int refuse(const QString& text) {
    std::fprintf(stderr, "chicane-desk: %s\n", qPrintable(text));
    return exit_bad_input;
}

void describe(QCommandLineParser& options) {
    options.setApplicationDescription(
        QStringLiteral("Race control and front desk of a karting centre; a client of `chicane serve`."));
    options.addHelpOption();
    options.addVersionOption();
    options.addOption({"server", "The server, e.g. http://127.0.0.1:8080.", "URL"});
    options.addOption({"screen", "The window to open: " + screens.join(", ") + ".", "NAME"});
    options.addOption({"user", "Who signs in.", "NAME"});
}

int show(int argc, char** argv, const QCommandLineParser& options) {
    const QGuiApplication app(argc, argv);
    QSettings settings;
    chicane::ui::models::Desk desk(settings);
    if (options.isSet(QStringLiteral("server"))) {
        desk.sign_in()->chooseServer(desk.sign_in()->servers()->add(options.value(QStringLiteral("server"))));
    }
    if (options.isSet(QStringLiteral("user"))) desk.sign_in()->set_user(options.value(QStringLiteral("user")));

    QQmlApplicationEngine engine;
    QObject::connect(&desk, &chicane::ui::models::Desk::languageChanged, &engine, &QQmlEngine::retranslate);
    engine.setInitialProperties(
        {{"desk", QVariant::fromValue(&desk)}, {"wanted", options.value(QStringLiteral("screen"))}});
    engine.load(QUrl(QStringLiteral("qrc:/qt-project.org/imports/Chicane/Screens/screens/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}

}  // namespace

// Options are read before there is a window, so that a wrong one is said also where there is no display.
int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("chicane-desk"));
    QCoreApplication::setOrganizationName(QStringLiteral("chicane"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHICANE_VERSION));
    QCommandLineParser options;
    describe(options);
    if (!options.parse(QStringList(argv, argv + argc))) return refuse(options.errorText());
    if (options.isSet(QStringLiteral("version"))) {
        std::printf("chicane-desk %s\n", CHICANE_VERSION);
        return 0;
    }
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return 0;
    }
    const auto screen = options.value(QStringLiteral("screen"));
    if (!screen.isEmpty() && !screens.contains(screen)) {
        return refuse(QStringLiteral("--screen: unknown window \"%1\"; known: %2").arg(screen, screens.join(u", ")));
    }
    const auto server = options.value(QStringLiteral("server"));
    if (options.isSet(QStringLiteral("server")) && !chicane::ui::models::ServerList::fits(server)) {
        return refuse(QStringLiteral("--server: \"%1\" is no address; expected http://HOST:PORT").arg(server));
    }
    return show(argc, argv, options);
}
