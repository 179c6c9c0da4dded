// Alarms: a row that is always there, so that nothing moves when one comes. They stay until seen; grave ones are heard, too.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: row

    required property RaceControl control
    required property bool compact
    required property int headWidth

    color: Theme.color.surface

    Item {
        id: head
        width: row.headWidth
        height: parent.height
        Word {
            anchors { left: parent.left; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
            text: qsTr("Alarms")
            size: Theme.size12
            weight: Theme.weightMedium
            color: Theme.color.textMuted
        }
        Figure {
            anchors { right: parent.right; rightMargin: Theme.space4; verticalCenter: parent.verticalCenter }
            text: row.control.alarms.count
            size: Theme.size12
            color: Theme.color.textMuted
        }
    }
    ListView {
        anchors { left: head.right; leftMargin: Theme.strokeLine; right: parent.right; top: parent.top; bottom: parent.bottom }
        orientation: ListView.Horizontal
        spacing: Theme.strokeLine
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: row.control.alarms
        delegate: AlarmDelegate {
            height: row.height
            compact: row.compact
            onSeenAsked: row.control.seeAlarm(alarmId)
        }
    }
    OfflineBanner {
        anchors { left: head.right; right: parent.right; top: parent.top; bottom: parent.bottom }
        control: row.control
    }
}
