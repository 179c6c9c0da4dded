// The karts that are free for the session. Tab goes on to the next.
import QtQuick
import Chicane.Kit
import Chicane.Models

Column {
    id: karts

    required property FrontDesk model
    property real room: 0
    readonly property int shownMax: Math.max(1, Math.min(8, Math.floor((karts.room - title.height - karts.spacing) / Theme.targetTouch)))

    spacing: Theme.space1
    Word { id: title; text: qsTr("Kart"); size: Theme.size16; weight: Theme.weightSemibold }
    Word { visible: list.count === 0; text: qsTr("No kart is free. The seat is booked without one."); color: Theme.color.textMuted }
    ListView {
        id: list
        width: parent.width
        height: Math.min(count, karts.shownMax) * Theme.targetTouch
        clip: true
        highlightMoveDuration: 0
        model: karts.model.karts
        currentIndex: karts.model.kartRow
        delegate: Rectangle {
            id: row
            required property int index
            required property string number
            required property string className
            required property string tags
            readonly property bool chosen: row.index === karts.model.kartRow
            width: list.width
            height: Theme.targetTouch
            color: row.chosen ? Theme.color.surfaceSelected : Theme.color.surface
            Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
            Row {
                anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
                spacing: Theme.space3
                Plate { number: row.number; kind: Plate.Kind.Outlined; size: Theme.size16; anchors.verticalCenter: parent.verticalCenter }
                Word { text: row.className; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
                Word { visible: row.tags === ""; text: qsTr("no tag: laps would not count"); color: Theme.color.alarmText; anchors.verticalCenter: parent.verticalCenter }
            }
            Rule { anchors.bottom: parent.bottom; width: parent.width }
            TapHandler { onTapped: karts.model.kartRow = row.index }
        }
    }
}
