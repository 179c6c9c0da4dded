// The line is lost: how old the board is, and that the race goes on. It takes the alarm row, never the board.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: banner

    required property RaceControl control
    readonly property double patienceMs: 1500
    property double now: Date.now()
    readonly property double ageMs: banner.now - banner.control.lostAtMs

    visible: !banner.control.live && banner.control.lostAtMs > 0 && banner.ageMs > banner.patienceMs
    color: Theme.color.alarm

    Timer { interval: 500; running: banner.control.lostAtMs > 0; repeat: true; onTriggered: banner.now = Date.now() }
    Row {
        anchors { left: parent.left; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter }
        spacing: Theme.space2
        Icon { name: "offline"; color: Theme.color.inkOnAlarm; size: Theme.size18; anchors.verticalCenter: parent.verticalCenter }
        Word {
            text: qsTr("No line to the server for %1").arg(Formats.age(banner.ageMs))
            weight: Theme.weightSemibold
            color: Theme.color.inkOnAlarm
        }
        Word { text: qsTr("The server goes on timing. This board shows the last it heard and comes back by itself."); color: Theme.color.inkOnAlarm }
    }
}
