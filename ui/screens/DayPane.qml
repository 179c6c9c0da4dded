// The day of a track: what is over, what runs, what comes; below, the key that prepares the next session. A track switch on top
// where there are several.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: pane

    required property RaceControl control
    required property bool compact

    signal setupAsked(string session)

    color: Theme.color.surface

    Word {
        id: date
        anchors { left: parent.left; top: parent.top; margins: pane.compact ? Theme.space3 : Theme.space4; topMargin: Theme.space2 }
        text: Words.today()
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
        }
    Choice {
        id: tracks
        anchors { left: parent.left; right: parent.right; top: date.bottom; margins: Theme.space3; topMargin: Theme.space1 }
        visible: pane.control.tracks.length > 1
        height: visible ? implicitHeight : 0
        spread: true
        size: Theme.size12
        optionHeight: Theme.targetMouse
        options: pane.control.tracks.map(t => ({ value: t.id, text: t.name }))
        value: pane.control.track
        onChosen: value => pane.control.chooseTrack(value)
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: tracks.bottom; topMargin: Theme.space1; bottom: next.top; bottomMargin: Theme.space2 }
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        model: pane.control.day
        boundsBehavior: Flickable.StopAtBounds
        Keys.onReturnPressed: pane.setupAsked(pane.control.day.keyAt(currentIndex))
        delegate: DayDelegate {
            width: list.width
            compact: pane.compact
            share: pane.control.clock.share
            ringed: ListView.isCurrentItem && list.activeFocus
            isNext: sessionId === pane.control.next.id
            onTapped: { list.currentIndex = index; list.forceActiveFocus() }
            onOpened: pane.setupAsked(sessionId)
        }
    }
    Word {
        anchors { left: parent.left; right: parent.right; top: tracks.bottom; margins: Theme.space4 }
        visible: list.count === 0
        text: qsTr("Nothing is planned today. Open practice starts with the first passing.")
        size: Theme.size13
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
    }
    ActionButton {
        id: next
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: pane.compact ? Theme.space3 : Theme.space4 }
        implicitHeight: Theme.targetTouch
        size: pane.compact ? Theme.size13 : Theme.size14
        padding: Theme.space1h
        enabled: pane.control.next.id !== undefined
        text: enabled ? qsTr("Arm %1").arg(pane.control.next.name) : qsTr("No next session")
        hint: "F9"
        onClicked: pane.control.armNext()
    }
}
