// Today's plan: sessions with their seats; what is over is folded away. Alt with arrows chooses, Alt P changes the track.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: pane

    required property FrontDesk model

    color: Theme.color.surface
    Rule { anchors.right: parent.right; height: parent.height }

    Word {
        id: date
        anchors { left: parent.left; top: parent.top; right: tracks.left; margins: Theme.space5 }
        text: Words.today()
            size: Theme.size24
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
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; rightMargin: Theme.strokeLine; top: date.bottom; topMargin: Theme.space4; bottom: keys.top; bottomMargin: Theme.space3 }
        clip: true
        model: pane.model.plan
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: pane.model.plan.indexOf(pane.model.session)
        delegate: PlanDelegate {
            width: list.width
            onTapped: pane.model.chooseSession(sessionId)
        }
    }
    LoadingRows { anchors { left: parent.left; right: parent.right; top: list.top } active: pane.model.loading; rowHeight: Theme.rowTouch }
    EmptyNote {
        anchors { left: parent.left; top: list.top; margins: Theme.space5 }
        visible: !pane.model.loading && list.count === 0
        iconName: "calendar"
        title: qsTr("Nothing planned today")
        text: qsTr("Race control sets sessions up. Open practice needs no seat.")
    }
    Flow {
        id: keys
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space5 }
        spacing: Theme.space2
        KeyHint { text: "Alt ↑"; ink: Theme.color.textMuted }
        KeyHint { text: "Alt ↓"; ink: Theme.color.textMuted }
        Word { text: qsTr("other session"); size: Theme.size13; color: Theme.color.textMuted; rightPadding: Theme.space3 }
        KeyHint { visible: pane.model.tracks.length > 1; text: "Alt P"; ink: Theme.color.textMuted }
        Word { visible: pane.model.tracks.length > 1; text: qsTr("other track"); size: Theme.size13; color: Theme.color.textMuted }
    }
}
