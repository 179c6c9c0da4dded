// A bar from empty to full. It shows a share; the figure beside it says it again.
import QtQuick
import Chicane.Kit

Rectangle {
    id: meter

    required property real share  // 0 … 1, clamped
    property color fill: Theme.color.textMuted
    property color edge: "transparent"

    implicitHeight: Theme.space1
    color: Theme.color.track

    Rectangle {
        width: Math.round(parent.width * Math.max(0, Math.min(1, meter.share)))
        height: parent.height
        color: meter.fill
        Rectangle {
            anchors.right: parent.right
            width: parent.width > 0 ? Theme.spaceHalf : 0
            height: parent.height
            color: meter.edge
        }
    }
}
