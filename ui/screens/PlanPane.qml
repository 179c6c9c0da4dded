// Today's plan: sessions with their seats; what is over is folded away. Alt with arrows chooses, Alt P changes the track.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: pane

    required property FrontDesk model
    readonly property int rowHeight: Theme.space12 + Theme.space2

    color: Theme.color.surface
    Rule { anchors.right: parent.right; height: parent.height }

    Word {
        id: date
        anchors { left: parent.left; top: parent.top; right: tracks.visible ? tracks.left : parent.right; margins: Theme.space5 }
        text: Words.today()
        size: Theme.size24
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.size15
        weight: Theme.weightSemibold
        elide: Text.ElideRight
    }
    Choice {
        id: tracks
        anchors { right: parent.right; rightMargin: Theme.space5; verticalCenter: date.verticalCenter }
        visible: pane.model.tracks.length > 1
        width: visible ? implicitWidth : 0
        size: Theme.size13
        options: pane.model.tracks.map(t => ({ value: t.id, text: t.name.split(" ")[0] }))
        value: pane.model.track
        onChosen: value => { while (pane.model.track !== value) pane.model.nextTrack() }
    }
    ActionButton {
        id: past
        anchors { left: parent.left; leftMargin: Theme.space5; top: date.bottom; topMargin: Theme.space2 }
        visible: pane.model.pastCount > 0
        height: visible ? Theme.targetMouse : 0
        padding: 0
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        ink: Theme.color.textMuted
        iconName: pane.model.pastShown ? "chevron-up" : "chevron-down"
        text: qsTr("%n past session(s) since %1", "", pane.model.pastCount).arg(pane.model.pastSince)
        onClicked: pane.model.pastShown = !pane.model.pastShown
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; rightMargin: Theme.strokeLine; top: past.bottom; topMargin: Theme.space3 }
        height: Math.floor((keys.y - Theme.space3 - y) / pane.rowHeight) * pane.rowHeight  // no row is cut in two
        clip: true
        model: pane.model.plan
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: pane.model.plan.indexOf(pane.model.session)
        highlightMoveDuration: 0
        delegate: PlanDelegate {
            width: list.width
            implicitHeight: pane.rowHeight
            onTapped: pane.model.chooseSession(sessionId)
        }
    }
    ScrollMark { target: list }
    LoadingRows { anchors { left: parent.left; right: parent.right; top: list.top } active: pane.model.loading; rowHeight: Theme.rowTouch }
    EmptyNote {
        anchors { left: parent.left; top: list.top; margins: Theme.space5 }
        visible: !pane.model.loading && list.count === 0 && pane.model.tracks.length > 0
        iconName: "calendar"
        title: qsTr("Nothing planned today")
        text: qsTr("Race control sets sessions up. Open practice needs no seat.")
    }
    Flow {
        id: keys
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space5 }
        spacing: Theme.space2
        Row {
            spacing: Theme.space1h
            rightPadding: Theme.space3
            KeyHint { text: "Alt ↑"; ink: Theme.color.textMuted }
            KeyHint { text: "Alt ↓"; ink: Theme.color.textMuted }
            Word { text: qsTr("other session"); size: Theme.size13; color: Theme.color.textMuted }
        }
        Row {
            visible: pane.model.tracks.length > 1
            spacing: Theme.space1h
            KeyHint { text: "Alt P"; ink: Theme.color.textMuted }
            Word { text: qsTr("other track"); size: Theme.size13; color: Theme.color.textMuted }
        }
    }
}
