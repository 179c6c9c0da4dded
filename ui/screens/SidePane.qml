// What I do: flags, then messages and the last ten actions or, instead of them, the preview of a correction; undo and red stay
// at the foot whatever is open.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: side

    required property RaceControl control
    required property bool compact
    required property string number  // of the chosen kart, for a message
    readonly property bool menuOpen: flags.menuOpen
    readonly property bool assigning: side.control.assign.open

    readonly property int pad: side.compact ? Theme.space2 : Theme.space3

    function write() { message.open() }

    color: Theme.color.surface

    FlagPanel {
        id: flags
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: side.pad }
        control: side.control
        compact: side.compact
    }
    Item {
        id: middle
        anchors { left: parent.left; right: parent.right; top: flags.bottom; bottom: foot.top; margins: side.pad; topMargin: Theme.space2 }
        clip: true
        Column {
            visible: !side.assigning
            width: parent.width
            spacing: side.compact ? Theme.space2 : Theme.space4
            MessageEditor {
                id: message
                width: parent.width
                control: side.control
                compact: side.compact
                number: side.number
            }
            ActionsList { width: parent.width; control: side.control; compact: side.compact }
        }
        AssignPanel {
            anchors.fill: parent
            visible: side.assigning
            assign: side.control.assign
            board: side.control.board
            compact: side.compact
        }
    }
    Column {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: side.pad }
        spacing: Theme.space2
        UndoButton { width: parent.width; control: side.control; compact: side.compact }
        StopButton { width: parent.width; control: side.control; compact: side.compact }
    }
}
