// Catch2's main with Qt's application: windows off screen, the software renderer, one locale and one zone of time.
#define CATCH_CONFIG_RUNNER
#include <QDir>
#include <QGuiApplication>
#include <QtQml/qqmlextensionplugin.h>
#include <catch2/catch.hpp>

Q_IMPORT_QML_PLUGIN(Chicane_KitPlugin)
Q_IMPORT_QML_PLUGIN(Chicane_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Chicane_ScreensPlugin)

namespace {

void unless_set(const char* name, const QByteArray& value) {
    if (!qEnvironmentVariableIsSet(name)) qputenv(name, value);
}

}  // namespace

int main(int argc, char** argv) {
    unless_set("QT_QPA_PLATFORM", "offscreen");
    unless_set("QT_QUICK_BACKEND", "software");
    unless_set("QT_QUICK_CONTROLS_STYLE", "Basic");
    unless_set("LC_ALL", "C.UTF-8");
    unless_set("TZ", "UTC");
    unless_set("XDG_RUNTIME_DIR", QDir::tempPath().toUtf8());
    QGuiApplication::setApplicationVersion("0.1.0");
    const QGuiApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
