// One line of a fleet's file and what importing it would do.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string number
    required property string className
    required property string tags
    required property string result
    required property string reason
    readonly property bool refused: row.result === "refused"

    implicitHeight: Theme.rowDesk
    color: row.index % 2 ? Theme.color.rowAlt : Theme.color.surface

    Plate { id: plate; anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter } number: row.number; kind: Plate.Kind.Outlined; size: Theme.size16 }
    Figure { anchors { left: plate.right; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter } text: row.tags === "" ? "—" : row.tags; size: Theme.size15; color: Theme.color.textMuted }
    Row {
        anchors { right: parent.right; rightMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: Theme.space1h
        Icon { visible: row.refused; name: "alarm"; color: Theme.color.alarmText; size: Theme.size16; anchors.verticalCenter: parent.verticalCenter }
        Word {
            text: Words.importResult(row.result) + (row.reason === "" ? "" : " · " + row.reason)
            weight: row.result === "same" ? Theme.weightRegular : Theme.weightMedium
            color: row.refused ? Theme.color.alarmText : row.result === "same" ? Theme.color.textMuted : Theme.color.text
        }
    }
}
