// The sources of all tracks: state, last byte, noise, garbage, what was lost. Read only: they are set in chicane.toml.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: page

    required property Desk desk
    readonly property RaceControl control: page.desk.control
    readonly property int stateWidth: 160
    readonly property int figureWidth: 120

    component Cell: Figure {
        width: page.figureWidth
        height: Theme.rowDesk
        horizontalAlignment: Text.AlignRight
        rightPadding: Theme.space4
        size: Theme.size15
    }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Word {
        id: heading
        anchors { left: parent.left; top: parent.top; margins: Theme.space5 }
        text: qsTr("Devices")
        size: Theme.size24
        weight: Theme.weightSemibold
    }
    Row {
        id: head
        anchors { left: parent.left; right: parent.right; top: heading.bottom; margins: Theme.space5 }
        component Head: Word { width: page.figureWidth; size: Theme.size12; color: Theme.color.textMuted; horizontalAlignment: Text.AlignRight; rightPadding: Theme.space4 }
        Head { width: page.width - 2 * Theme.space5 - page.stateWidth - 5 * page.figureWidth; horizontalAlignment: Text.AlignLeft; text: qsTr("Source") }
        Head { width: page.stateWidth; horizontalAlignment: Text.AlignLeft; text: qsTr("State") }
        Head { text: qsTr("Last byte") }
        Head { text: qsTr("Noise") }
        Head { text: qsTr("Passings") }
        Head { text: qsTr("Garbage") }
        Head { text: qsTr("Lost for good") }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; margins: Theme.space5; topMargin: Theme.space1 }
        clip: true
        focus: true
        model: page.control.devices
        delegate: Rectangle {
            id: row
            required property int index
            required property string deviceId
            required property string role
            required property string status
            required property string noise
            required property var lastByteUs
            required property var passings
            required property var garbage
            required property var gapsLost
            required property string uri
            readonly property bool up: row.status === "up"
            width: list.width
            height: Theme.rowDesk
            color: row.index % 2 ? Theme.color.rowAlt : Theme.color.surface
            Row {
                Row {
                    width: list.width - page.stateWidth - 5 * page.figureWidth
                    height: Theme.rowDesk
                    spacing: Theme.space3
                    Icon { name: "lock"; size: Theme.size14; color: Theme.color.textFaint; anchors.verticalCenter: parent.verticalCenter }
                    Word { text: row.deviceId + " · " + Words.role(row.role); size: Theme.size16; weight: Theme.weightMedium; anchors.verticalCenter: parent.verticalCenter }
                    Figure { text: row.uri; size: Theme.size13; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
                }
                Word {
                    width: page.stateWidth
                    height: Theme.rowDesk
                    text: Words.link(row.status)
                    color: row.up ? Theme.color.ok : Theme.color.alarmText
                }
                Cell { text: row.lastByteUs === null ? "—" : Formats.moment(row.lastByteUs) }
                Cell { text: row.noise }
                Cell { text: row.passings ?? "—" }
                Cell { text: row.garbage ?? "—" }
                Cell { text: row.gapsLost ?? "—"; color: row.gapsLost > 0 ? Theme.color.alarmText : Theme.color.text }
            }
        }
    }
    EmptyNote {
        anchors { left: parent.left; top: head.bottom; margins: Theme.space10 }
        visible: list.count === 0
        title: page.control.ready ? qsTr("No decoder is set up") : qsTr("Waiting for the server")
        text: qsTr("Decoders stand in chicane.toml, under [[track.decoder]].")
    }
}
