// The entrants in order of the grid. Arrows choose, Alt with arrows moves, Enter gives a kart, N adds one, Delete takes one out.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property SessionSetup model
    required property bool compact
    readonly property string chosen: pane.model.entrants.keyAt(list.currentIndex)

    readonly property int rowHeight: pane.compact ? Theme.space8 : Theme.rowDesk

    signal fleetAsked()

    function move(by: int) {
        const to = list.currentIndex + by
        if (to < 0 || to >= list.count) return
        pane.model.moveEntrant(list.currentIndex, to)
        list.currentIndex = to
    }
    function pick() { if (list.currentIndex >= 0) picker.open(pane.chosen, pane.model.entrants.valueAt(list.currentIndex, "name")) }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Row {
        id: head
        x: Theme.space5
        height: Theme.space12
        spacing: Theme.space3
        Word { text: qsTr("Entrants"); size: Theme.size16; weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
        Figure { text: list.count; size: Theme.size15; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.space4; verticalCenter: head.verticalCenter }
        spacing: Theme.space2
        ActionButton { implicitHeight: Theme.targetMouse; size: Theme.size13; padding: Theme.space2; iconName: "plus"; enabled: pane.model.session.id !== undefined; text: qsTr("Late entry"); hint: "N"; onClicked: entry.open() }
        ActionButton { implicitHeight: Theme.targetMouse; size: Theme.size13; padding: Theme.space2; text: qsTr("Fleet and tags"); hint: "F8"; onClicked: pane.fleetAsked() }
    }
    EntrantHead { id: titles; anchors.top: head.bottom; width: parent.width; compact: pane.compact }
    ListView {
        id: list
        anchors { top: titles.bottom; left: parent.left; right: parent.right }
        height: Math.floor((keys.y - y) / pane.rowHeight) * pane.rowHeight  // no row is cut in two
        snapMode: ListView.SnapToItem
        clip: true
        focus: true
        activeFocusOnTab: true
        model: pane.model.entrants
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: 0
        highlightMoveDuration: 0
        Keys.onReturnPressed: pane.pick()
        Keys.onDeletePressed: pane.model.removeEntrant(pane.chosen)
        Keys.onPressed: event => {
            if (!(event.modifiers & Qt.AltModifier) || (event.key !== Qt.Key_Up && event.key !== Qt.Key_Down)) return
            pane.move(event.key === Qt.Key_Up ? -1 : 1)
            event.accepted = true
        }
        delegate: EntrantDelegate {
            width: list.width
            compact: pane.compact
            chosen: ListView.isCurrentItem
            ringed: ListView.isCurrentItem && list.activeFocus
            onTapped: { list.currentIndex = index; list.forceActiveFocus() }
            onKartAsked: { list.currentIndex = index; pane.pick() }
        }
        move: Transition { NumberAnimation { property: "y"; duration: Theme.durationMove } }
        moveDisplaced: Transition { NumberAnimation { property: "y"; duration: Theme.durationMove } }
    }
    ScrollMark { target: list }
    LoadingRows { anchors { top: titles.bottom; left: parent.left; right: parent.right } active: pane.model.loading }
    Row {
        id: keys
        anchors { left: parent.left; leftMargin: Theme.space5; bottom: parent.bottom }
        height: Theme.targetDesk
        spacing: Theme.space2
        Repeater {
            model: [["Alt ↑ ↓", qsTr("move on the grid")], [qsTr("Enter"), qsTr("give a kart")], [qsTr("Del"), qsTr("take out")]]
            Row {
                required property var modelData
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space1h
                rightPadding: Theme.space3
                KeyHint { text: parent.modelData[0]; ink: Theme.color.textMuted }
                Word { text: parent.modelData[1]; size: Theme.size13; color: Theme.color.textMuted }
            }
        }
    }
    KartPicker {
        id: picker
        anchors { left: parent.left; leftMargin: Theme.space12; bottom: keys.top; bottomMargin: Theme.space2 }
        model: pane.model
        onClosed: list.forceActiveFocus()
    }
    EntryEditor {
        id: entry
        anchors { left: parent.left; right: parent.right; bottom: keys.top; margins: Theme.space4 }
        model: pane.model
        onClosed: list.forceActiveFocus()
    }
    Shortcut { sequence: "N"; enabled: pane.enabled && pane.model.session.id !== undefined; onActivated: entry.open() }
}
