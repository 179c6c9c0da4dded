// The seats of the chosen session. The next free one is tinted with who would get it.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Item {
    id: pane

    required property FrontDesk model

    readonly property var session: pane.model.chosenSession
    readonly property string coming: pane.model.customer.id === undefined ? "" : pane.model.customer.given_name + " " + pane.model.customer.family_name
    readonly property int nextPlace: (pane.session.seats_taken ?? 0) + 1

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
        Word {
            text: pane.session.id === undefined ? "" : qsTr("%1 · %2 of %3 seats taken").arg(Words.kind(pane.session.kind)).arg(pane.session.seats_taken).arg(pane.session.capacity)
            color: Theme.color.textMuted
        }
    }
    Rectangle {
        anchors { top: head.bottom; topMargin: Theme.space3; left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: pane.session.id !== undefined
        color: Theme.color.surface
        border.width: Theme.strokeLine
        border.color: Theme.color.line

        SeatHead { id: seatHead; width: parent.width }
        ListView {
            id: list
            anchors { fill: parent; margins: Theme.strokeLine; topMargin: seatHead.height }
            clip: true
            model: pane.model.seats
            boundsBehavior: Flickable.StopAtBounds
            currentIndex: pane.nextPlace - 1
            onCurrentIndexChanged: showNext()
            onCountChanged: showNext()
            onHeightChanged: showNext()
            function showNext() { forceLayout(); positionViewAtIndex(currentIndex, ListView.Contain) }
            delegate: SeatDelegate {
                width: list.width
                coming: place === pane.nextPlace ? pane.coming : ""
                comingKart: pane.model.kartNumber
                onKartAsked: pane.model.giveKart(seatId, pane.model.karts.keyAt(pane.model.kartRow))
                onFreed: pane.model.freeSeat(seatId)
            }
        }
    }
}
