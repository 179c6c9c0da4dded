// The sign of the keyboard's focus: a ring outside the shape, or inside where shapes touch. Never removed, never colour alone.
import QtQuick
import Chicane.Kit

Rectangle {
    required property Item target
    property bool inside: false
    readonly property int gap: inside ? 0 : Theme.strokeFocusGap + Theme.strokeFocus

    anchors { fill: parent; margins: -gap }
    visible: target.activeFocus
    color: "transparent"
    radius: inside ? 0 : Theme.radiusM + gap
    border.width: Theme.strokeFocus
    border.color: Theme.color.focus
    z: 1
}
