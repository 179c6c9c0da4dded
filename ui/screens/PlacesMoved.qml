// Beside the position: places gained or lost since the grid, or in a preview the place a row would get.
import QtQuick
import Chicane.Kit

Item {
    id: moved

    required property int gained
    required property int moveTo

    Row {
        visible: moved.moveTo > 0
        spacing: Theme.spaceHalf
        anchors.verticalCenter: parent.verticalCenter
        PlateFigure { text: "→ " + moved.moveTo; size: Theme.size14; color: Theme.color.accentText }
    }
    Row {
        visible: moved.moveTo === 0 && moved.gained !== 0
        spacing: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        Figure { text: moved.gained > 0 ? "▴" : "▾"; size: Theme.size11; color: Theme.color.gain; anchors.verticalCenter: parent.verticalCenter }
        Figure { text: Math.abs(moved.gained); size: Theme.size13; weight: Theme.weightMedium; color: Theme.color.textMuted }
    }
}
