// The keys of the desk's field.
import QtQuick
import Chicane.Kit

Flow {
    id: keys
    spacing: Theme.space3

    component Key: Row {
        property string key
        property string what
        spacing: Theme.space1h
        KeyHint { text: parent.key; ink: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
        Word { text: parent.what; size: Theme.size13; color: Theme.color.textMuted }
    }
    Key { key: "↑ ↓"; what: qsTr("choose") }
    Key { key: qsTr("Tab"); what: qsTr("kart") }
    Key { key: qsTr("Enter"); what: qsTr("place") }
    Key { key: "Ctrl N"; what: qsTr("register") }
}
