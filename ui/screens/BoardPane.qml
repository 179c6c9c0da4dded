// The board: rows that change place with motion and wait while the pointer is on one, a preview is shown or a menu is open.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: pane

    required property RaceControl control
    required property bool compact
    property bool menuOpen: false
    property string chosen: ""
    readonly property string chosenNumber: chosen === "" ? "" : pane.control.board.valueAt(pane.control.board.indexOf(chosen), "number")
    readonly property double staleAfterMs: 3000
    readonly property bool stale: !pane.control.live && pane.control.lostAtMs > 0 && clock.now - pane.control.lostAtMs > pane.staleAfterMs

    BoardColumns { id: layout; width: pane.width; compact: pane.compact; rowsShown: pane.control.board.count }
    Timer {
        id: clock
        property double now: Date.now()
        interval: 250
        running: pane.visible
        repeat: true
        onTriggered: now = Date.now()
    }
    Binding {
        target: pane.control.board
        property: "held"
        value: hover.hovered || pane.menuOpen || pane.control.assign.previewed || pane.control.correction.previewed
    }
    BoardHead { id: head; columns: layout }
    ListView {
        id: list
        anchors { top: head.bottom; left: parent.left; right: parent.right }
        height: Math.floor((pane.height - head.height) / layout.row) * layout.row  // no row is cut in two
        snapMode: ListView.SnapToItem
        clip: true
        focus: true
        activeFocusOnTab: true
        model: pane.control.board
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: -1
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        onCurrentIndexChanged: if (currentIndex >= 0) pane.chosen = pane.control.board.keyAt(currentIndex)
        Keys.onEscapePressed: event => { if (pane.chosen === "") { event.accepted = false; return } pane.chosen = ""; currentIndex = -1 }
        delegate: BoardRowDelegate {
            width: list.width
            columns: layout
            nowMs: clock.now
            stale: pane.stale
            chosen: entrantId === pane.chosen
            ringed: ListView.isCurrentItem && list.activeFocus
            onTapped: { list.currentIndex = index; pane.chosen = entrantId; list.forceActiveFocus() }
        }
        move: Transition { NumberAnimation { property: "y"; duration: Theme.durationMove; easing.type: Easing.OutCubic } }
        displaced: Transition { NumberAnimation { property: "y"; duration: Theme.durationMove; easing.type: Easing.OutCubic } }
        moveDisplaced: Transition { NumberAnimation { property: "y"; duration: Theme.durationMove; easing.type: Easing.OutCubic } }
        HoverHandler { id: hover }
    }
    ScrollMark { target: list }
    Chip {
        anchors { verticalCenter: head.verticalCenter }
        x: layout.position + layout.gained + layout.kart + layout.name - width  // over the names' heading, no word is covered
        visible: pane.control.board.waiting
        text: qsTr("order held")
        kind: Chip.Kind.Alarm
        size: Theme.size12
    }
    EmptyNote {
        anchors { top: head.bottom; topMargin: Theme.space10; left: parent.left; leftMargin: Theme.space10 }
        visible: pane.control.ready && pane.control.board.count === 0
        title: pane.control.session.id === undefined ? qsTr("Nothing runs on this track") : qsTr("No kart has crossed yet")
        text: pane.control.session.id === undefined
              ? qsTr("Open practice starts by itself with the first passing.") + " "
                + (pane.control.next.id === undefined ? qsTr("Ctrl N makes a session.") : qsTr("F9 arms %1.").arg(pane.control.next.name))
              : pane.control.awaitsSignal ? qsTr("The clock starts with the start signal, F1.") : qsTr("The clock starts with the first crossing.")
    }
    LoadingRows {
        anchors { top: head.bottom; left: parent.left; right: parent.right }
        active: !pane.control.ready
        rowHeight: layout.row
    }
}
