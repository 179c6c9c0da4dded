// The grid, two by two behind the line. A place is dragged to another; with the keyboard the entrants' list does the same.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: pane

    required property SessionSetup model
    required property bool compact

    readonly property int placeHeight: pane.compact ? 44 : 58
    readonly property int step: pane.placeHeight + Theme.space5
    readonly property int stagger: pane.compact ? 24 : 34
    readonly property real placeWidth: (cars.width - Theme.space4) / 2

    color: Theme.color.surface

    function slotAt(x: real, y: real): int {
        const column = x + pane.placeWidth / 2 > cars.width / 2 ? 1 : 0
        const row = Math.max(0, Math.round((y - column * pane.stagger) / pane.step))
        return Math.min(pane.model.entrants.count - 1, 2 * row + column)
    }

    Row {
        id: head
        x: Theme.space5
        height: Theme.space12
        spacing: Theme.space3
        Word { text: qsTr("Grid"); size: Theme.size16; weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
        Word { text: qsTr("%n row(s) of 2", "", Math.ceil(pane.model.entrants.count / 2)); color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
    }
    Grid {
        id: line
        anchors { left: parent.left; right: parent.right; top: head.bottom; leftMargin: Theme.space5; rightMargin: Theme.space5 }
        readonly property int square: 5
        rows: 2
        columns: Math.floor(width / square)
        Repeater {
            model: line.rows * line.columns
            Rectangle {
                required property int index
                width: line.square
                height: line.square
                color: (Math.floor(index / line.columns) + index % line.columns) % 2 ? Theme.color.chequerB : Theme.color.chequerA
            }
        }
    }
    ScrollMark { target: flick }
    Flickable {
        id: flick
        anchors { left: parent.left; right: parent.right; top: line.bottom; topMargin: Theme.space3; bottom: parent.bottom }
        clip: true
        contentHeight: cars.height
        boundsBehavior: Flickable.StopAtBounds
        Item {
            id: cars
            x: Theme.space5
            width: parent.width - 2 * Theme.space5
            height: Math.ceil(pane.model.entrants.count / 2) * pane.step + pane.stagger + Theme.space4
            Repeater {
                model: pane.model.entrants
                GridDelegate {
                    width: pane.placeWidth
                    height: pane.placeHeight
                    homeX: index % 2 * (pane.placeWidth + Theme.space4)
                    homeY: Math.floor(index / 2) * pane.step + index % 2 * pane.stagger
                    onDropped: (x, y) => pane.model.moveEntrant(index, pane.slotAt(x, y))
                }
            }
        }
    }
    EmptyNote {
        anchors { left: parent.left; top: line.bottom; margins: Theme.space5 }
        visible: pane.model.entrants.count === 0 && !pane.model.loading
        title: qsTr("The grid is empty")
    }
}
