// A step of a guide: a tick when it is done and shrunk to its answer, its number while it is due.
import QtQuick
import Chicane.Kit

Item {
    id: step

    required property int number
    required property int at          // the step that is due
    required property string title
    property string answer: ""
    property string change: ""        // the button of a done step

    readonly property bool done: step.at > step.number
    readonly property bool now: step.at === step.number

    signal changeAsked()

    implicitHeight: Math.max(badge.height, words.height)
    Accessible.role: Accessible.ListItem
    Accessible.name: step.title + ", " + step.answer

    Rectangle {
        id: badge
        width: Theme.space6 + Theme.space1
        height: width
        radius: Theme.radiusRound
        color: step.now ? Theme.color.text : "transparent"
        border.width: step.now ? 0 : Theme.strokeControl
        border.color: step.done ? Theme.color.ok : Theme.color.lineStrong
        Icon { anchors.centerIn: parent; visible: step.done; name: "check"; color: Theme.color.ok }
        Figure { anchors.centerIn: parent; visible: !step.done; text: step.number; weight: Theme.weightMedium; color: step.now ? Theme.color.surface : Theme.color.textMuted }
    }
    Column {
        id: words
        anchors { left: badge.right; leftMargin: Theme.space3; right: again.left; verticalCenter: badge.verticalCenter }
        Word { width: parent.width; text: step.title; size: Theme.size15; weight: step.now || step.done ? Theme.weightSemibold : Theme.weightMedium; color: step.now || step.done ? Theme.color.text : Theme.color.textMuted; elide: Text.ElideRight }
        Word { width: parent.width; visible: text !== ""; text: step.answer; size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideMiddle }
    }
    ActionButton {
        id: again
        anchors { right: parent.right; verticalCenter: badge.verticalCenter }
        visible: step.done && step.change !== ""
        implicitHeight: Theme.targetMouse
        width: visible ? implicitWidth : 0
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        padding: Theme.space2
        text: step.change
        onClicked: step.changeAsked()
    }
}
