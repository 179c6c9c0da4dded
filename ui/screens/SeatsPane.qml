// The seats of the chosen session. The next free one is tinted with who would get it. Alt Right goes into the list: there Enter
// gives the chosen kart to a seat, Delete frees it, Escape goes back.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property FrontDesk model

    signal abandoned()

    readonly property var session: pane.model.chosenSession
    readonly property string coming: pane.model.customer.id === undefined ? "" : pane.model.customer.given_name + " " + pane.model.customer.family_name
    readonly property int nextPlace: (pane.session.seats_taken ?? 0) + 1
    readonly property bool walking: list.activeFocus
    readonly property string walkedSeat: pane.model.seats.valueAt(list.currentIndex, "seatId") ?? ""

    function walk() {
        if (list.count === 0) return
        list.currentIndex = Math.max(0, Math.min(list.currentIndex, pane.nextPlace - 2))
        list.forceActiveFocus()
    }
    function giveKart(seat: string) { if (seat !== "" && pane.model.kartNumber !== "") pane.model.giveKart(seat, pane.model.karts.keyAt(pane.model.kartRow)) }

    component Key: Row {
        property string key
        property string what
        spacing: Theme.space1h
        KeyHint { text: parent.key; ink: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
        Word { text: parent.what; size: Theme.size13; color: Theme.color.textMuted }
    }
    Column {
        id: head
        visible: pane.session.id !== undefined
        width: parent.width
        spacing: Theme.spaceHalf
        Word {
            width: parent.width
            text: pane.session.id === undefined ? "" : Formats.hour(pane.session.planned_start_us) + "  " + pane.session.name
            size: Theme.size24
            weight: Theme.weightSemibold
            elide: Text.ElideRight
        }
        Item {
            width: parent.width
            height: facts.implicitHeight
            Word {
                id: facts
                width: parent.width - hints.width - Theme.space2
                elide: Text.ElideRight
                text: pane.session.id === undefined ? "" : qsTr("%1 · %2 of %3 seats taken").arg(Words.kind(pane.session.kind)).arg(pane.session.seats_taken).arg(pane.session.capacity)
                color: Theme.color.textMuted
            }
            Row {
                id: hints
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                spacing: Theme.space3
                Key { visible: !pane.walking; key: "Alt →"; what: qsTr("seats") }
                Key { visible: pane.walking; key: "← →"; what: qsTr("kart") }
                Key { visible: pane.walking && pane.model.kartNumber !== ""; key: qsTr("Enter"); what: qsTr("give kart %1").arg(pane.model.kartNumber) }
                Key { visible: pane.walking; key: qsTr("Del"); what: qsTr("free it") }
                Key { visible: pane.walking; key: "Esc"; what: qsTr("back") }
            }
        }
    }
    Rectangle {
        id: table
        anchors { top: head.bottom; topMargin: Theme.space3; left: parent.left; right: parent.right }
        height: seatHead.height + list.height + 2 * Theme.strokeLine
        visible: pane.session.id !== undefined
        color: Theme.color.surface
        border.width: Theme.strokeLine
        border.color: Theme.color.line

        readonly property int rowHeight: Theme.rowDesk + Theme.space1h
        readonly property real room: pane.height - table.y - seatHead.height - 2 * Theme.strokeLine

        SeatHead { id: seatHead; width: parent.width }
        ListView {
            id: list
            anchors { left: parent.left; right: parent.right; top: seatHead.bottom; margins: Theme.strokeLine; topMargin: 0 }
            height: Math.min(count, Math.floor(table.room / table.rowHeight)) * table.rowHeight  // no row is cut in two
            snapMode: ListView.SnapToItem
            clip: true
            focus: true
            keyNavigationEnabled: true
            model: pane.model.seats
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: pane.nextPlace - 1
            highlightMoveDuration: 0
            onCurrentIndexChanged: showNext()
            onCountChanged: showNext()
            onHeightChanged: showNext()
            onActiveFocusChanged: if (!activeFocus) currentIndex = Qt.binding(() => pane.nextPlace - 1)
            function showNext() { forceLayout(); positionViewAtIndex(currentIndex, ListView.Contain) }
            Keys.onReturnPressed: pane.giveKart(pane.walkedSeat)
            Keys.onDeletePressed: if (pane.walkedSeat !== "") pane.model.freeSeat(pane.walkedSeat)
            Keys.onLeftPressed: pane.model.kartRow = Math.max(0, pane.model.kartRow - 1)
            Keys.onRightPressed: pane.model.kartRow += 1
            Keys.onEscapePressed: pane.abandoned()
            delegate: SeatDelegate {
                width: list.width
                implicitHeight: table.rowHeight
                ringed: ListView.isCurrentItem && list.activeFocus
                coming: place === pane.nextPlace ? pane.coming : ""
                comingKart: pane.model.kartNumber
                onKartAsked: pane.giveKart(seatId)
                onFreed: pane.model.freeSeat(seatId)
            }
        }
        ScrollMark { target: list }
    }
}
