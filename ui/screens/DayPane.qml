// The day of a track: what is over, what runs, what comes; below, the key that prepares the next session. A track switch on top
// where there are several.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: pane

    required property Desk desk
    required property RaceControl control
    required property bool compact

    signal setupAsked(string session)

    readonly property int nowAt: pane.control.day.indexOf(pane.control.planned.id ?? pane.control.next.id ?? "")
    // What is on the track is seen without scrolling, with the one before it.
    function showNow() { if (pane.nowAt < 0 || list.activeFocus) return; list.forceLayout(); list.positionViewAtIndex(Math.max(0, pane.nowAt - 1), ListView.Beginning) }
    onNowAtChanged: pane.showNow()

    color: Theme.color.surface

    Word {
        id: date
        anchors { left: parent.left; top: parent.top; margins: pane.compact ? Theme.space3 : Theme.space4; topMargin: Theme.space2 }
        text: Words.today()
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
    }
    ActionButton {
        anchors { right: parent.right; rightMargin: Theme.space2; verticalCenter: date.verticalCenter }
        width: Theme.targetMouse
        implicitHeight: Theme.targetMouse
        padding: 0
        focusPolicy: Qt.TabFocus
        kind: ActionButton.Kind.Quiet
        iconName: "sun"
        size: Theme.size14
        ink: pane.desk.sunlight ? Theme.color.accentText : Theme.color.textMuted
        Accessible.name: qsTr("Screen for the sun")
        onClicked: pane.desk.sunlight = !pane.desk.sunlight
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
        currentIndex: -1
        highlightMoveDuration: 0
        onCountChanged: pane.showNow()
        onHeightChanged: pane.showNow()
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = Math.max(0, pane.nowAt)
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
    ScrollMark { target: list }
    Word {
        anchors { left: parent.left; right: parent.right; top: tracks.bottom; margins: Theme.space4 }
        visible: list.count === 0 && pane.control.ready
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
        readonly property bool there: pane.control.next.id !== undefined
        enabled: there
        text: there ? qsTr("Arm %1").arg(pane.control.next.name) : qsTr("No next session")
        hint: "F9"
        onClicked: pane.control.armNext()
    }
}
