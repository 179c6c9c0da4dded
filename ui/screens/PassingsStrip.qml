// The newest passings under the board, with what became of each. What waits for its kart, a tag or a crossing without one, is pinned
// on top until it is assigned, or said to be nobody's.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: strip

    required property RaceControl control
    required property bool compact
    required property string chosen // the row of the board that a passing by hand is told of

    function assign() { pinned.start() }
    function dismiss() { pinned.dismiss() }

    readonly property int headHeight: strip.compact ? Theme.targetMouse : Theme.targetMouse + Theme.space1h

    color: Theme.color.surface
    clip: true

    component Tab: ActionButton {
        required property string filter
        property int count: -1
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        padding: Theme.space1
        implicitHeight: Theme.targetMouse
        focusPolicy: Qt.TabFocus
        ink: strip.control.filter === filter ? Theme.color.text : Theme.color.textMuted
        onClicked: strip.control.filter = filter
        Rectangle {
            visible: strip.control.filter === parent.filter
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.space1; rightMargin: Theme.space1 }
            height: Theme.spaceHalf
            color: Theme.color.text
        }
    }
    Row {
        id: head
        x: Theme.space3
        height: strip.headHeight
        spacing: Theme.space4
        Word { text: qsTr("Passings"); weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
        Tab { filter: "all"; text: qsTr("All"); anchors.verticalCenter: parent.verticalCenter }
        Tab { filter: "unknown"; text: qsTr("Unknown %1").arg(strip.control.unknownCount); anchors.verticalCenter: parent.verticalCenter }
        Tab { filter: "not_counted"; text: qsTr("Not counted %1").arg(strip.control.notCountedCount); anchors.verticalCenter: parent.verticalCenter }
    }
    ActionButton {
        anchors { right: parent.right; rightMargin: Theme.space3; verticalCenter: head.verticalCenter }
        visible: strip.control.manualDevice !== ""
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        padding: Theme.space1
        implicitHeight: Theme.targetMouse
        focusPolicy: Qt.TabFocus
        text: qsTr("Passing by hand")
        hint: "N"
        onClicked: strip.control.tellPassing(strip.chosen)
    }
    UnclaimedRow {
        id: pinned
        anchors { left: parent.left; right: parent.right; top: head.bottom }
        visible: strip.control.unclaimed.count > 0
        height: visible ? (strip.compact ? Theme.space8 : Theme.targetDesk) : 0
        control: strip.control
        compact: strip.compact
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: pinned.bottom }
        height: Math.floor((strip.height - pinned.y - pinned.height) / Theme.rowPassing) * Theme.rowPassing
        clip: true
        model: strip.control.passings
        boundsBehavior: Flickable.StopAtBounds
        delegate: PassingDelegate { width: list.width; compact: strip.compact }
    }
    ScrollMark { target: list }
    Word {
        anchors { left: parent.left; leftMargin: Theme.space3; top: pinned.bottom; topMargin: Theme.space2 }
        visible: list.count === 0
        text: qsTr("No passing yet.")
        size: Theme.size13
        color: Theme.color.textFaint
    }
}
