// One place on the grid; it can be lifted and dropped on another.
import QtQuick
import Chicane.Kit

Rectangle {
    id: car

    required property int index
    required property int grid
    required property string number
    required property string name
    property real homeX: 0
    property real homeY: 0

    signal dropped(real x, real y)

    x: car.homeX
    y: car.homeY
    z: drag.active ? 1 : 0
    color: drag.active ? Theme.color.surfaceSelected : Theme.color.rowAlt
    border.width: Theme.strokeLine
    border.color: drag.active ? Theme.color.accent : Theme.color.line

    Rectangle { width: parent.width; height: Theme.strokeMark; color: drag.active ? Theme.color.accent : Theme.color.textMuted }
    Row {
        anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        spacing: Theme.space2
        PlateFigure { width: Theme.space6; text: car.grid; size: Theme.size20; color: Theme.color.textMuted; horizontalAlignment: Text.AlignHCenter; anchors.verticalCenter: parent.verticalCenter }
        Plate { id: plate; number: car.number; kind: car.number === "" ? Plate.Kind.Unknown : Plate.Kind.Outlined; size: Theme.size16; anchors.verticalCenter: parent.verticalCenter }
        Word {
            anchors.verticalCenter: parent.verticalCenter
            width: car.width - plate.width - Theme.space6 - 4 * Theme.space2
            text: car.name
            size: car.height < Theme.rowTouch ? Theme.size13 : Theme.size14
            weight: Theme.weightMedium
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    DragHandler {
        id: drag
        onActiveChanged: {
            if (active) return
            car.dropped(car.x, car.y)
            car.x = Qt.binding(() => car.homeX)
            car.y = Qt.binding(() => car.homeY)
        }
    }
    Behavior on x { enabled: !drag.active; NumberAnimation { duration: Theme.durationMove } }
    Behavior on y { enabled: !drag.active; NumberAnimation { duration: Theme.durationMove } }
}
