// The head of the seats.
import QtQuick
import Chicane.Kit

Item {
    id: head
    implicitHeight: Theme.space8 + Theme.spaceHalf

    component Head: Word {
        height: head.height
        leftPadding: Theme.space3
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
    }
    Head { x: 0; text: qsTr("Seat") }
    Head { x: Theme.space16; text: qsTr("Driver") }
    Head { x: head.width * 0.58; text: qsTr("State") }
    Head { x: head.width * 0.78; text: qsTr("Kart") }
    Rule { anchors.bottom: parent.bottom; width: parent.width }
}
