// The head of the devices. Gaps are three figures, because only the last one hurts.
import QtQuick
import Chicane.Kit

Item {
    id: head

    required property DeviceColumns columns

    width: head.columns.width
    implicitHeight: Theme.space10 + Theme.space3

    component Head: Word {
        height: Theme.targetMouse
        rightPadding: head.columns.pad
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
        horizontalAlignment: Text.AlignRight
        elide: Text.ElideRight
    }
    Word {
        anchors { top: parent.top; topMargin: Theme.space2 }
        x: gaps.x
        width: head.columns.gaps
        text: qsTr("Gaps in the numbers")
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
        horizontalAlignment: Text.AlignHCenter
        elide: Text.ElideRight
    }
    Row {
        anchors.bottom: parent.bottom
        Head { width: head.columns.source; leftPadding: Theme.space5; text: qsTr("Source, loop"); horizontalAlignment: Text.AlignLeft }
        Head { width: head.columns.protocol; text: qsTr("Protocol"); horizontalAlignment: Text.AlignLeft }
        Head { width: head.columns.address; text: qsTr("Address"); horizontalAlignment: Text.AlignLeft }
        Head { width: head.columns.age; text: qsTr("Last byte") }
        Head { width: head.columns.figure; text: qsTr("Noise") }
        Head { width: head.columns.figure; text: qsTr("Voltage") }
        Head { width: head.columns.figure; text: qsTr("Temp.") }
        Head { id: gaps; width: head.columns.gap; text: qsTr("found", "gaps") }
        Head { width: head.columns.gap; text: qsTr("back", "gaps") }
        Head { width: head.columns.gap; text: qsTr("lost", "gaps") }
        Head { width: head.columns.passings; text: qsTr("Passings") }
        Head { width: head.columns.figure; text: qsTr("Garbage") }
        Head { width: head.columns.offset; text: qsTr("Clock offset") }
    }
}
