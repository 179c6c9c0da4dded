// The head of the entrants, and the widths that their rows share.
import QtQuick
import Chicane.Kit

Item {
    id: head

    required property bool compact
    readonly property int handle: head.compact ? 40 : 48
    readonly property int kart: head.compact ? 64 : 150
    readonly property int tag: head.compact ? 110 : 150
    readonly property int status: head.compact ? 136 : 168
    readonly property int name: head.width - head.handle - head.kart - head.tag - head.status

    implicitHeight: Theme.targetMouse

    component Head: Word { height: head.height; leftPadding: Theme.space2; size: Theme.size12; weight: Theme.weightMedium; color: Theme.color.textMuted }
    Row {
        Head { width: head.handle; text: qsTr("Grid"); horizontalAlignment: Text.AlignHCenter }
        Head { width: head.kart; text: qsTr("Kart") }
        Head { width: head.name; text: qsTr("Driver") }
        Head { width: head.tag; text: qsTr("Tag"); horizontalAlignment: Text.AlignRight }
        Head { width: head.status; text: qsTr("Check-in"); leftPadding: Theme.space5 }
    }
}
