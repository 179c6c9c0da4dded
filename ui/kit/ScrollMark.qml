// Where a list is that has more rows than room: a bar at its right edge. Nothing where all is seen.
import QtQuick
import Chicane.Kit

Item {
    id: mark

    required property Flickable target
    readonly property real leastLength: Theme.space6
    readonly property real span: mark.height - bar.height
    readonly property real way: mark.target.visibleArea.yPosition / Math.max(0.001, 1 - mark.target.visibleArea.heightRatio)

    anchors { top: mark.target.top; bottom: mark.target.bottom; right: mark.target.right }
    width: Theme.space1
    readonly property bool needed: mark.target.visibleArea.heightRatio < 0.999

    visible: mark.target.visible && mark.needed

    Rectangle {
        id: bar
        y: mark.span * Math.max(0, Math.min(1, mark.way))
        width: Theme.strokeMark
        height: Math.max(mark.leastLength, mark.height * mark.target.visibleArea.heightRatio)
        color: Theme.color.lineStrong
    }
}
