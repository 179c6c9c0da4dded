// One server: name or address, and what it answers.
import QtQuick
import Chicane.Kit

Rectangle {
    id: row

    required property int index
    required property string address
    required property string status  // asking, ok, degraded, lost
    required property string version
    required property int answerMs
    required property bool here
    property bool chosen: false

    signal tapped()

    readonly property bool lost: row.status === "lost"
    readonly property color ink: row.status === "ok" ? Theme.color.ok : row.status === "degraded" ? Theme.color.alarmText : Theme.color.textMuted

    implicitHeight: Theme.rowBoard
    color: row.chosen ? Theme.color.surfaceSelected : Theme.color.surface
    border.width: Theme.strokeLine
    border.color: Theme.color.line

    Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    Icon {
        id: sign
        anchors { left: parent.left; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        name: row.lost ? "offline" : row.status === "degraded" ? "alarm" : "online"
        color: row.ink
        size: Theme.size24
    }
    Column {
        anchors { left: sign.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        Word {
            text: row.here ? qsTr("Server on this computer") : row.address
            size: Theme.size16
            weight: row.lost ? Theme.weightMedium : Theme.weightSemibold
            color: row.lost ? Theme.color.textMuted : Theme.color.text
        }
        Figure { text: row.address; size: Theme.size13; color: Theme.color.textMuted }
    }
    Column {
        anchors { right: parent.right; rightMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        Word {
            anchors.right: parent.right
            text: row.status === "ok" ? qsTr("ready") : row.status === "degraded" ? qsTr("works in part")
                : row.status === "lost" ? qsTr("does not answer") : qsTr("asking…")
            weight: Theme.weightMedium
            color: row.status === "degraded" ? Theme.color.alarmText : Theme.color.text
        }
        Word {
            anchors.right: parent.right
            visible: !row.lost && row.status !== "asking"
            text: (row.status === "degraded" ? qsTr("a decoder or the journal fails") : qsTr("answers in %1 ms").arg(row.answerMs))
                  + (row.version === "" ? "" : " · " + qsTr("version %1").arg(row.version))
            size: Theme.size13
            color: row.status === "degraded" ? Theme.color.alarmText : Theme.color.textMuted
        }
    }
    TapHandler { onTapped: row.tapped() }
}
