// What I do: flags, then messages and the last ten actions or, instead of them, the preview of a correction or the reason why something is nobody's; undo and red stay
// at the foot whatever is open.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: side

    required property RaceControl control
    required property bool compact
    required property string row     // of the board that is chosen
    required property string number  // of its kart
    readonly property bool menuOpen: flags.menuOpen
    readonly property bool assigning: side.control.assign.open
    readonly property string correcting: side.control.correction.what
    readonly property bool dismissing: side.control.dismiss.open

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
            visible: !side.assigning && !side.dismissing && side.correcting === ""
            width: parent.width
            spacing: side.compact ? Theme.space2 : Theme.space4
            KartActions {
                width: parent.width
                visible: side.number !== ""
                control: side.control
                compact: side.compact
                row: side.row
                number: side.number
            }
            MessageEditor {
                id: message
                width: parent.width
                control: side.control
                compact: side.compact
                number: side.number
            }
            ActionsList { width: parent.width; control: side.control; compact: side.compact }
        }
        LapsPanel {
            anchors.fill: parent
            visible: side.correcting === "laps"
            control: side.control
            compact: side.compact
        }
        PenaltyPanel {
            anchors.fill: parent
            visible: side.correcting === "penalty"
            control: side.control
            compact: side.compact
        }
        MovePanel {
            anchors.fill: parent
            visible: side.correcting === "swap" || side.correcting === "give"
            control: side.control
            compact: side.compact
        }
        StatusPanel {
            anchors.fill: parent
            visible: side.correcting === "status"
            control: side.control
            compact: side.compact
        }
        UndoPanel {
            anchors.fill: parent
            visible: side.correcting === "undo"
            control: side.control
            compact: side.compact
        }
        AssignPanel {
            anchors.fill: parent
            visible: side.assigning
            assign: side.control.assign
            board: side.control.board
            compact: side.compact
        }
        DismissPanel {
            anchors.fill: parent
            visible: side.dismissing
            dismiss: side.control.dismiss
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
