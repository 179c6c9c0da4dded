// The key that does it, standing in its button.
import QtQuick
import Chicane.Kit

Rectangle {
    id: hint

    required property string text
    property color ink: Theme.color.text
    property int size: Theme.size12

    implicitWidth: Math.max(Theme.size18, label.implicitWidth + Theme.space2)
    implicitHeight: label.implicitHeight + Theme.spaceHalf
    radius: Theme.radiusS
    color: "transparent"
    border.width: Theme.strokeLine
    border.color: hint.ink
    visible: hint.text !== ""

    Figure {
        id: label
        anchors.centerIn: parent
        text: hint.text
        size: hint.size
        weight: Theme.weightMedium
        color: hint.ink
    }
}
