// The number of a kart, the same plate everywhere: filled = on the board, outlined = mentioned, amber with ? = unknown tag.
import QtQuick
import Chicane.Kit

Rectangle {
    id: plate

    enum Kind { Filled, Outlined, Unknown }

    required property string number
    property int kind: Plate.Kind.Filled
    property int size: Theme.size18

    readonly property bool unknown: plate.kind === Plate.Kind.Unknown || plate.number === ""
    readonly property bool filled: plate.kind === Plate.Kind.Filled && !plate.unknown

    implicitWidth: Math.max(Math.round(plate.size * 2.1), label.implicitWidth + Theme.space2)
    implicitHeight: Math.round(plate.size * 1.35)
    radius: Theme.radiusS
    color: plate.filled ? Theme.color.plate : "transparent"
    border.width: plate.filled ? 0 : Theme.strokeLine
    border.color: plate.unknown ? Theme.color.alarm : Theme.color.lineStrong

    PlateFigure {
        id: label
        anchors.centerIn: parent
        size: plate.size
        text: plate.unknown ? "?" : plate.number
        color: plate.unknown ? Theme.color.alarmText : plate.filled ? Theme.color.inkOnPlate : Theme.color.text
    }
}
