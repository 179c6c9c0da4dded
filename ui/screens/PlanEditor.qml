// What is planned of a session: its name, the time of its start, its seats. F2 opens it over the session's head; Enter changes,
// Escape leaves.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: editor

    required property SessionSetup model
    property bool open: false
    readonly property var session: editor.model.session
    readonly property double startUs: editor.model.startAt(start.text)
    readonly property int seatsLeast: editor.session.seats_taken ?? 0
    readonly property bool seatsFit: Number(seats.text) >= Math.max(1, editor.seatsLeast)
    readonly property int widthAll: 360

    signal closed()

    visible: editor.open
    width: editor.widthAll
    height: column.implicitHeight + 2 * Theme.space4

    function begin() {
        if (editor.session.id === undefined) return
        name.text = editor.session.name
        start.text = Formats.hour(editor.session.planned_start_us)
        seats.text = editor.session.capacity
        editor.open = true
        name.take()
    }
    function close() { editor.open = false; editor.closed() }
    function save() {
        if (!button.enabled) return
        const change = {}
        if (name.text.trim() !== editor.session.name) change.name = name.text.trim()
        if (editor.startUs !== editor.session.planned_start_us) change.planned_start_us = editor.startUs
        if (Number(seats.text) !== editor.session.capacity) change.capacity = Number(seats.text)
        if (Object.keys(change).length > 0) editor.model.changePlan(change)
        editor.close()
    }
    Keys.onEscapePressed: editor.close()

    Rectangle { anchors.fill: parent; radius: Theme.radiusM; color: Theme.color.surfaceRaised; border.width: Theme.strokeLine; border.color: Theme.color.lineStrong }
    Column {
        id: column
        x: Theme.space4
        y: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space3
        TextEntry { id: name; width: parent.width; label: qsTr("Name of the session"); onAccepted: start.take() }
        TextEntry {
            id: start
            width: parent.width
            label: qsTr("Planned start")
            figures: true
            error: editor.open && editor.startUs === 0 ? qsTr("This is no time. Example: 14:30.") : ""
            onAccepted: seats.take()
        }
        TextEntry {
            id: seats
            width: parent.width
            label: qsTr("Seats")
            figures: true
            validator: IntValidator { bottom: 0; top: 999 }
            error: editor.open && !editor.seatsFit ? qsTr("%n taken already", "", editor.seatsLeast) : ""
            onAccepted: editor.save()
        }
        Row {
            spacing: Theme.space2
            ActionButton {
                id: button
                kind: ActionButton.Kind.Main
                enabled: name.text.trim() !== "" && editor.startUs > 0 && editor.seatsFit
                text: qsTr("Change")
                hint: "⏎"
                onClicked: editor.save()
            }
            ActionButton { text: qsTr("Leave"); hint: "Esc"; onClicked: editor.close() }
        }
    }
}
