// The head of the control board.
import QtQuick
import Chicane.Kit

Row {
    id: head

    required property BoardColumns columns
    height: head.columns.head

    component Head: Word {
        height: head.height
        rightPadding: head.columns.pad
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
        horizontalAlignment: Text.AlignRight
        elide: Text.ElideRight
    }
    readonly property int markSlot: Theme.space1 + Theme.size15

    Head { width: head.columns.position; text: qsTr("Pos"); horizontalAlignment: Text.AlignHCenter; leftPadding: 0; rightPadding: 0 }
    Item { width: head.columns.gained; height: 1 }
    Head { width: head.columns.kart; text: qsTr("Kart"); horizontalAlignment: Text.AlignHCenter }
    Head { width: head.columns.name; text: qsTr("Driver"); horizontalAlignment: Text.AlignLeft; leftPadding: head.columns.pad }
    Head { width: head.columns.laps; text: qsTr("Laps") }
    Head { width: head.columns.time; text: qsTr("Last"); rightPadding: head.columns.pad + head.markSlot }
    Head { width: head.columns.time; text: qsTr("Best"); rightPadding: head.columns.pad + head.markSlot }
    Head { width: head.columns.sector; visible: !head.columns.compact; text: "S1" }
    Head { width: head.columns.sector; visible: !head.columns.compact; text: "S2" }
    Head { width: head.columns.sector; visible: !head.columns.compact; text: "S3" }
    Head { width: head.columns.gap; text: qsTr("Gap") }
    Head { width: head.columns.interval; text: head.columns.compact ? qsTr("Interv.") : qsTr("Interval") }
    Head { width: head.columns.pits; text: qsTr("Pits"); horizontalAlignment: Text.AlignHCenter; leftPadding: 0; rightPadding: 0 }
    Head { width: head.columns.now; text: qsTr("Lap now"); horizontalAlignment: Text.AlignLeft; leftPadding: head.columns.pad }
}
