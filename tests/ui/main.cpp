// Catch2's main with Qt's application: windows off screen, the software renderer, one locale and one zone of time.
#define CATCH_CONFIG_RUNNER
#include <QGuiApplication>
#include <QtQml/qqmlextensionplugin.h>
#include <catch2/catch.hpp>

Q_IMPORT_QML_PLUGIN(Chicane_KitPlugin)
Q_IMPORT_QML_PLUGIN(Chicane_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Chicane_ScreensPlugin)

int main(int argc, char** argv) {
    QGuiApplication::setApplicationVersion("0.1.0");
    const QGuiApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
