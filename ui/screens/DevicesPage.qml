// The sources of a track: state, last byte, noise, power, what was missing and came back, garbage, the clock against ours. Read
// only: they are set in chicane.toml.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: page

    required property Desk desk
    readonly property RaceControl control: page.desk.control
    readonly property bool compact: page.width < 1600
    readonly property int topHeight: page.compact ? 60 : 80
    readonly property int alarmHeight: page.compact ? 34 : 40
    readonly property int alarmHeadWidth: page.compact ? 186 : 248

    Rectangle { anchors.fill: parent; color: Theme.color.line }
    Rectangle {
        id: top
        width: parent.width
        height: page.topHeight
        color: Theme.color.surface
        Column {
            anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
            Word { text: qsTr("Devices"); size: page.compact ? Theme.size20 : Theme.size24; weight: Theme.weightSemibold }
            Word {
                text: (page.control.trackFacts.name ?? "") + " · " + qsTr("%n source(s)", "", page.control.devices.count)
                size: Theme.size13
                color: Theme.color.textMuted
            }
        }
        Choice {
            anchors.centerIn: parent
            visible: page.control.tracks.length > 1
            options: page.control.tracks.map(t => ({ value: t.id, text: t.name }))
            value: page.control.track
            onChosen: value => page.control.chooseTrack(value)
        }
        HealthBlock {
            anchors { right: parent.right; rightMargin: Theme.space5; verticalCenter: parent.verticalCenter }
            height: parent.height
            control: page.control
            compact: page.compact
            ink: Theme.color.text
            dim: Theme.color.textMuted
            plain: false
        }
    }
    AlarmRow {
        id: alarms
        anchors { top: top.bottom; topMargin: Theme.strokeLine }
        width: parent.width
        height: page.alarmHeight
        control: page.control
        compact: page.compact
        headWidth: page.alarmHeadWidth
    }
    Rectangle {
        id: ground
        anchors { left: parent.left; right: parent.right; top: alarms.bottom; topMargin: Theme.strokeLine; bottom: parent.bottom }
        color: Theme.color.surface
        DeviceColumns { id: layout; width: ground.width; compact: page.compact }
        DeviceHead { id: head; columns: layout }
        ListView {
            id: list
            anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom }
            clip: true
            focus: true
            activeFocusOnTab: true
            model: page.control.devices
            boundsBehavior: Flickable.StopAtBounds
            delegate: DeviceDelegate {
                width: list.width
                columns: layout
                nowMs: clock.now
                ringed: ListView.isCurrentItem && list.activeFocus
            }
            Timer { id: clock; property double now: Date.now(); interval: 500; running: true; repeat: true; onTriggered: now = Date.now() }
        }
        ScrollMark { target: list }
        EmptyNote {
            anchors { left: parent.left; top: head.bottom; margins: Theme.space10 }
            visible: list.count === 0
            title: page.control.ready ? qsTr("No decoder is set up") : qsTr("Waiting for the server")
            text: qsTr("Decoders stand in chicane.toml, under [[track.decoder]].")
        }
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.space5 }
        Connections { target: page.control; function onRefused(text: string) { toast.say(text) } }
    }
}
