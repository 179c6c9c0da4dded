// Runs the tst_*.qml beside it: each part of the kit alone, its defaults, thresholds and keys.
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Chicane_KitPlugin)

QUICK_TEST_MAIN(kit)
