// One passing of a kart: the lap it ended, as a bar and as a time, or what became of it; amber where an official should look.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property int lap
    required property string at
    required property string time
    required property double lapUs
    required property string verdict
    required property string doubt
    required property int parts
    required property var remarks
    property double longestUs: 1
    property bool chosen: false
    property bool compact: false

    readonly property bool counted: row.lap > 0
    readonly property int lapWidth: row.compact ? 46 : 58
    readonly property int timeWidth: row.compact ? 66 : 72
    readonly property int noteWidth: row.compact ? 68 : 96
    /// What was said of it, else what looks wrong, else what became of it.
    readonly property string note: row.remarks.length > 0 ? Words.remark(row.remarks[0])
                                 : row.doubt === "too_long" ? qsTr("%n lap(s)?", "a lap too long", row.parts)
                                 : row.doubt === "too_short" ? qsTr("too short")
                                 : row.counted ? "" : Words.verdict(row.verdict)

    signal tapped()

    implicitHeight: Theme.rowPassing
    color: row.chosen ? Theme.color.surfaceSelected : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: (row.counted ? qsTr("lap %1").arg(row.lap) : row.at) + " " + row.time + " " + row.note

    Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    Row {
        anchors { left: parent.left; leftMargin: Theme.space2; right: parent.right; verticalCenter: parent.verticalCenter }
        Word { width: row.lapWidth; text: row.counted ? qsTr("lap %1").arg(row.lap) : row.compact ? "" : row.at; size: Theme.size12; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
        Item {
            width: parent.width - row.lapWidth - row.timeWidth - row.noteWidth
            height: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            Rectangle {
                width: Math.max(0, parent.width * row.lapUs / Math.max(1, row.longestUs))
                height: parent.height
                color: row.doubt !== "" ? Theme.color.alarm : Theme.color.textFaint
            }
        }
        Figure { width: row.timeWidth; text: row.time; size: Theme.size13; horizontalAlignment: Text.AlignRight; color: row.counted ? Theme.color.text : Theme.color.textFaint }
        Word { width: row.noteWidth; leftPadding: Theme.space2; text: row.note; size: Theme.size12; color: row.doubt !== "" ? Theme.color.alarmText : Theme.color.textMuted; elide: Text.ElideRight; anchors.verticalCenter: parent.verticalCenter }
    }
    TapHandler { onTapped: row.tapped() }
}
