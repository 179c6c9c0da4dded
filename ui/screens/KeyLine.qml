// The line under the board: the chosen kart and the keys that work now.
import QtQuick
import Chicane.Kit

Rectangle {
    id: line

    required property string number
    required property bool manual // people can tell of a passing
    color: Theme.color.surface

    component Key: Row {
        property string key
        property string what
        spacing: Theme.space1h
        anchors.verticalCenter: parent.verticalCenter
        KeyHint { text: parent.key }
        Word { text: parent.what; size: Theme.size13; color: Theme.color.textMuted }
    }
    Row {
        anchors { left: parent.left; leftMargin: Theme.space3; top: parent.top; bottom: parent.bottom }
        spacing: Theme.space5
        Word {
            anchors.verticalCenter: parent.verticalCenter
            text: line.number === "" ? qsTr("No kart chosen") : qsTr("Kart %1").arg(line.number)
            size: Theme.size13
            weight: Theme.weightSemibold
        }
        Key { key: "↑ ↓"; what: qsTr("choose"); visible: line.number === "" }
        Key { key: "L"; what: qsTr("laps"); visible: line.number !== "" }
        Key { key: "P"; what: qsTr("penalty"); visible: line.number !== "" }
        Key { key: "S"; what: qsTr("swap kart"); visible: line.number !== "" }
        Key { key: "G"; what: qsTr("give passings"); visible: line.number !== "" }
        Key { key: "T"; what: qsTr("state"); visible: line.number !== "" }
        Key { key: "N"; what: qsTr("passing by hand"); visible: line.number !== "" && line.manual }
        Key { key: "M"; what: line.number === "" ? qsTr("message to all") : qsTr("message") }
        Key { key: "A"; what: qsTr("assign"); visible: line.number === "" }
        Key { key: "U"; what: qsTr("take back") }
        Key { key: "E"; what: qsTr("end, abort, more time") }
        Key { key: "Ctrl N"; what: qsTr("new session"); visible: line.number === "" }
        Key { key: "Ctrl P"; what: qsTr("set-up of the next session"); visible: line.number === "" }
        Key { key: "Ctrl D"; what: qsTr("devices"); visible: line.number === "" }
        Key { key: "Ctrl L"; what: qsTr("screen for the sun"); visible: line.number === "" }
    }
}
