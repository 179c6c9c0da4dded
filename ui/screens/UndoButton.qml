// Takes back the newest action that can be; it says which one.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

ActionButton {
    id: button

    required property RaceControl control
    required property bool compact
    readonly property var newest: button.control.undoable

    implicitHeight: button.compact ? Theme.targetDesk : Theme.targetTouch
    spread: true
    iconName: "undo"
    hint: "Ctrl Z"
    size: button.compact ? Theme.size13 : Theme.size14
    readonly property bool there: button.newest.word !== undefined
    enabled: button.there
    text: button.there ? qsTr("Undo: %1").arg(Words.deed(button.newest.word, button.newest.detail ?? "") + (button.newest.subject ? ", " + button.newest.subject : "")) : qsTr("Nothing to undo")
    onClicked: button.control.undo()
}
