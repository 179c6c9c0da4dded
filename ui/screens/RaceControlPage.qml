// Race control: what comes (day), what is (board), what I do (flags, assign, undo). Places are fixed in every state.
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
    readonly property int dayWidth: page.compact ? 186 : 248
    readonly property int sideWidth: page.compact ? 266 : 372
    readonly property int keysHeight: page.compact ? 0 : 34
    readonly property int stripHeight: page.compact ? 156 : 190
    readonly property int gap: Theme.strokeLine

    // What the side was opened for is over: arrows choose a kart again.
    readonly property bool sideOpen: page.control.assign.open || page.control.dismiss.open || page.control.correction.open
    onSideOpenChanged: if (!page.sideOpen) board.forceActiveFocus()

    signal setupAsked(string session)
    signal newSessionAsked()
    signal devicesAsked()

    function askSetup() {
        const id = page.control.next.id ?? page.control.planned.id
        if (id !== undefined) page.setupAsked(id)
    }

    Rectangle { anchors.fill: parent; color: Theme.color.line }
    ControlKeys {
        control: page.control
        onMessageAsked: side.write()
        onPassingAsked: page.control.tellPassing(board.chosen)
        onCorrectionAsked: what => page.control.correct(what, board.chosen)
        onUndoListAsked: page.control.correct("undo", "")
        onAssignAsked: if (page.control.unclaimed.count > 0) strip.assign()
        onDismissAsked: if (page.control.unclaimed.count > 0) strip.dismiss()
        onSetupAsked: page.askSetup()
        onNewSessionAsked: page.newSessionAsked()
        onDevicesAsked: page.devicesAsked()
    }
    TopBar {
        id: top
        width: parent.width
        height: page.topHeight
        control: page.control
        compact: page.compact
        flagWidth: page.dayWidth
    }
    AlarmRow {
        id: alarms
        anchors { top: top.bottom; topMargin: page.gap }
        width: parent.width
        height: page.alarmHeight
        control: page.control
        compact: page.compact
        headWidth: page.dayWidth
    }
    DayPane {
        id: day
        anchors { top: alarms.bottom; topMargin: page.gap; bottom: parent.bottom }
        width: page.dayWidth
        desk: page.desk
        control: page.control
        compact: page.compact
        onSetupAsked: session => page.setupAsked(session)
    }
    Rectangle {
        id: boardGround
        anchors { top: day.top; left: day.right; leftMargin: page.gap; right: side.left; rightMargin: page.gap; bottom: keys.top; bottomMargin: page.gap }
        color: Theme.color.surface
        BoardPane {
            id: board
            anchors.fill: parent
            focus: true
            control: page.control
            compact: page.compact
            menuOpen: side.menuOpen
        }
    }
    KeyLine {
        id: keys
        anchors { left: boardGround.left; right: boardGround.right; bottom: strip.top; bottomMargin: page.keysHeight > 0 ? page.gap : 0 }
        height: page.keysHeight
        visible: !page.compact
        number: board.chosenNumber
        manual: page.control.manualDevice !== ""
    }
    PassingsStrip {
        id: strip
        anchors { left: boardGround.left; right: boardGround.right; bottom: parent.bottom }
        height: page.stripHeight
        control: page.control
        compact: page.compact
        chosen: board.chosen
    }
    SidePane {
        id: side
        anchors { top: day.top; right: parent.right; bottom: parent.bottom }
        width: page.sideWidth
        control: page.control
        compact: page.compact
        row: board.chosen
        number: board.chosenNumber
    }
    Toast {
        anchors { horizontalCenter: boardGround.horizontalCenter; bottom: strip.top; bottomMargin: Theme.space3 }
        Connections {
            target: page.control
            function onRefused(text: string) { toast.say(text) }
            function onOtherDid(by: string, word: string, detail: string, subject: string, undone: bool) {
                const deed = Words.deed(word, detail) + (subject === "" ? "" : ", " + subject)
                toast.say(undone ? qsTr("%1 took back: %2").arg(by).arg(deed) : qsTr("%1: %2").arg(by).arg(deed))
            }
        }
        Connections {
            target: page.control.sheets
            function onPrinted(file: string) { toast.say(qsTr("The sheet is open, and lies in %1").arg(file)) }
        }
        id: toast
    }
}
