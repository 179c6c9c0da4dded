// A state in words with its tint: pit, alarm, danger or plain.
import QtQuick
import Chicane.Kit

Rectangle {
    id: chip

    enum Kind { Plain, Pit, Alarm, Danger }

    required property string text
    property int kind: Chip.Kind.Plain
    property string iconName: ""
    property int size: Theme.size13

    readonly property color ink: [Theme.color.textMuted, Theme.color.inPit, Theme.color.alarmText, Theme.color.dangerText][chip.kind]

    implicitWidth: row.implicitWidth + 2 * Theme.space2
    implicitHeight: chip.size + Theme.space2 + Theme.spaceHalf
    radius: Theme.radiusS
    color: [Theme.color.surfaceSunken, Theme.color.inPitSoft, Theme.color.alarmSoft, Theme.color.dangerSoft][chip.kind]

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.space1h
        Icon { visible: chip.iconName !== ""; name: chip.iconName; color: chip.ink; size: chip.size + Theme.spaceHalf }
        Word { text: chip.text; size: chip.size; weight: Theme.weightMedium; color: chip.ink }
    }
}
