// A place where a decoder may be: a serial port of the server, or an address that answered. What is in use says by whom.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string uri
    required property string kind
    required property string name
    required property string path
    required property string maker
    required property string protocol
    required property bool certain
    required property string device
    property bool compact: false
    property bool ringed: false
    property bool chosen: false
    property int edge: Theme.space5
    readonly property string says: row.kind === "port" ? row.maker
        : row.protocol === "" ? qsTr("says nothing that is known")
        : row.certain ? Words.protocol(row.protocol) : qsTr("%1, likely").arg(Words.protocol(row.protocol))

    signal listenAsked()

    implicitHeight: row.compact ? Theme.space8 : Theme.space10
    color: row.chosen ? Theme.color.accentSoft : row.index % 2 ? Theme.color.surface : Theme.color.rowAlt
    Accessible.role: Accessible.Row
    Accessible.name: row.name + ", " + row.says + (row.device === "" ? "" : ", " + qsTr("in use as %1").arg(row.device))

    Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    Figure { id: place; x: row.edge; width: row.width * 0.34 - row.edge; anchors.verticalCenter: parent.verticalCenter; text: row.name; size: Theme.size14; elide: Text.ElideMiddle }
    Word { id: said; x: row.width * 0.34; width: row.width * 0.22; anchors.verticalCenter: parent.verticalCenter; text: row.says; size: Theme.size13; color: row.kind === "network" && row.protocol === "" ? Theme.color.alarmText : Theme.color.text; elide: Text.ElideRight }
    Figure { x: row.width * 0.57; width: listen.x - x - Theme.space2; anchors.verticalCenter: parent.verticalCenter; text: row.path === row.name ? "" : row.path; size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideMiddle }
    Word {
        anchors { right: parent.right; rightMargin: row.edge; verticalCenter: parent.verticalCenter }
        visible: row.device !== ""
        text: qsTr("in use as %1").arg(row.device)
        size: Theme.size13
        color: Theme.color.textMuted
    }
    ActionButton {
        id: listen
        anchors { right: parent.right; rightMargin: row.edge; verticalCenter: parent.verticalCenter }
        visible: row.device === ""
        activeFocusOnTab: false  // Enter on the row is the same
        implicitHeight: Theme.targetMouse
        size: Theme.size13
        padding: Theme.space2
        text: qsTr("Listen")
        hint: row.ringed ? "⏎" : ""
        onClicked: row.listenAsked()
    }
    TapHandler { onTapped: if (row.device === "") row.listenAsked() }
    FocusRing { target: row; visible: row.ringed }
}
