// What somebody should know before arming; the row is there when it is empty. A refusal of the server stands here too.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: row

    required property SessionSetup model
    required property RaceControl control
    color: Theme.color.surface

    component Warning: Rectangle {
        id: warning
        property string text
        property bool grave: false
        visible: warning.text !== ""
        width: line.implicitWidth + 2 * Theme.space4
        height: row.height
        color: warning.grave ? Theme.color.dangerSoft : Theme.color.alarmSoft
        Row {
            id: line
            anchors.centerIn: parent
            spacing: Theme.space2
            Icon { name: "alarm"; size: Theme.size16; color: warning.grave ? Theme.color.dangerText : Theme.color.alarmText; anchors.verticalCenter: parent.verticalCenter }
            Word { text: warning.text }
        }
    }
    Row {
        spacing: Theme.strokeLine
        Warning { text: row.control.named(row.model.error); grave: true }
        Warning { text: row.model.withoutTag > 0 ? qsTr("%n kart(s) would not be timed: no tag", "", row.model.withoutTag) : "" }
    }
    Word {
        anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        visible: row.model.session.id !== undefined && row.model.error === "" && row.model.withoutKart === 0 && row.model.withoutTag === 0 && !row.model.loading
        text: row.model.entrants.count === 0 ? qsTr("Nobody is entered yet: N adds somebody, and the desk fills seats.") : qsTr("Nothing stands against arming.")
        size: Theme.size13
        color: Theme.color.textMuted
    }
}
