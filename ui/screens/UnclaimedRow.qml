// What waits for its kart: a tag that nobody has, its number never cut, or a crossing that no tag told of. One of them, how many there
// are, the key to the older ones, and the keys that assign it or say that it is nobody's.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: row

    required property RaceControl control
    required property bool compact

    // The columns of the passings below.
    readonly property int atWidth: 118
    readonly property int roleWidth: 96
    readonly property int plateWidth: 64
    readonly property Unclaimed all: row.control.unclaimed
    readonly property var one: row.all.shown
    readonly property bool crossing: row.one.kind === "crossing"
    readonly property string told: {
        if (row.one.kind === undefined) return ""
        if (row.one.kind === "crossing") return row.one.keyed === "" ? qsTr("told by %1").arg(row.one.device)
                                                      : qsTr("keyed in: %1, told by %2").arg(row.one.keyed).arg(row.one.device)
        const seen = qsTr("%n passing(s) since %1", "", row.one.passings).arg(row.one.since)
                   + (row.one.apart === "" ? "" : ", " + qsTr("about %1 s apart").arg(row.one.apart))
        const had = row.one.lastKart === "" ? "" : qsTr("Kart %1 had it before").arg(row.one.lastKart)
        return row.compact ? had : had === "" ? seen : seen + " · " + had
    }

    function start() { row.control.dismiss.leave(); row.control.assign.start(row.control.track, row.one) }
    function dismiss() { row.control.assign.leave(); row.control.dismiss.start(row.control.track, row.one) }

    color: Theme.color.alarmSoft

    Rectangle { width: Theme.strokeMark; height: parent.height; color: Theme.color.alarm }
    Item {
        id: lead
        width: row.atWidth + row.roleWidth + row.plateWidth
        height: row.height
        Figure { leftPadding: Theme.space3; height: parent.height; text: row.one.at ?? ""; size: row.compact ? Theme.size12 : Theme.size13; color: Theme.color.textMuted }
        Word {
            x: row.atWidth + Theme.space2
            height: parent.height
            text: row.one.role === undefined ? "" : Words.role(row.one.role)
            size: row.compact ? Theme.size12 : Theme.size13
            color: Theme.color.textMuted
        }
        Plate { x: row.atWidth + row.roleWidth + (row.plateWidth - width) / 2; anchors.verticalCenter: parent.verticalCenter; number: ""; kind: Plate.Kind.Unknown; size: Theme.size13 }
    }
    Row {
        id: what
        anchors { left: lead.right; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        spacing: Theme.space3
        Figure { visible: !row.crossing; text: row.crossing ? "" : row.one.id ?? ""; weight: Theme.weightBold; anchors.verticalCenter: parent.verticalCenter }
        Word {
            text: row.crossing ? qsTr("Crossing without a tag") : qsTr("Unknown tag")
            size: Theme.size13
            weight: row.crossing ? Theme.weightSemibold : Theme.weightRegular
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Word {
        anchors { left: what.right; leftMargin: Theme.space3; right: buttons.left; rightMargin: Theme.space3; verticalCenter: parent.verticalCenter }
        text: row.told
        size: Theme.size13
        color: Theme.color.textMuted
        elide: Text.ElideRight
    }
    Row {
        id: buttons
        anchors { right: parent.right; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        spacing: Theme.space2
        ActionButton {
            visible: row.all.count > 1
            implicitHeight: Theme.targetMouse
            size: Theme.size13
            padding: Theme.space2
            kind: ActionButton.Kind.Quiet
            focusPolicy: Qt.TabFocus
            fill: "transparent"
            ink: Theme.color.alarmText
            text: qsTr("%1 of %2").arg(row.all.place).arg(row.all.count)
            hint: "O"
            Accessible.name: qsTr("Older, %1").arg(text)
            onClicked: row.all.older()
        }
        ActionButton {
            implicitHeight: Theme.targetMouse
            size: Theme.size13
            padding: Theme.space2
            kind: ActionButton.Kind.Quiet
            focusPolicy: Qt.TabFocus
            fill: "transparent"
            ink: Theme.color.alarmText
            text: qsTr("Nobody's…")
            hint: "D"
            onClicked: row.dismiss()
        }
        ActionButton {
            implicitHeight: Theme.targetMouse
            size: Theme.size13
            padding: Theme.space2
            alarm: true
            text: qsTr("Assign…")
            hint: "A"
            onClicked: row.start()
        }
    }
}
