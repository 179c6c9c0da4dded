// The head of the devices. Gaps are three figures, because only the last one hurts.
import QtQuick
import Chicane.Kit

Item {
    id: head

    required property DeviceColumns columns

    width: head.columns.width
    implicitHeight: 2 * Theme.space6

    component Head: Word {
        height: Theme.space6
        rightPadding: head.columns.pad
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
        horizontalAlignment: Text.AlignRight
        elide: Text.ElideRight
    }
    component Group: Item {
        id: group
        required property Item over
        required property real span
        required property string text
        x: group.over.x
        width: group.span
        height: Theme.space6
        Word { anchors.centerIn: parent; text: group.text; size: Theme.size12; weight: Theme.weightMedium; color: Theme.color.textMuted }
        Rule { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.space1; rightMargin: Theme.space1 } color: Theme.color.lineStrong }
    }
    Group { over: gaps; span: head.columns.gaps; text: qsTr("Gaps in the numbers") ; visible: !head.columns.compact }
    Group { over: gaps; span: head.columns.gaps; text: qsTr("Gaps"); visible: head.columns.compact }
    Group { over: offset; span: head.columns.offset + head.columns.drift; text: head.columns.compact ? qsTr("Clock") : qsTr("Clock against host") }
    Row {
        anchors.bottom: parent.bottom
        Head { width: head.columns.source; leftPadding: head.columns.edge; text: qsTr("Source, loop"); horizontalAlignment: Text.AlignLeft }
        Head { width: head.columns.protocol; leftPadding: head.columns.pad; text: head.columns.compact ? qsTr("Protocol, address") : qsTr("Protocol"); horizontalAlignment: Text.AlignLeft }
        Head { width: head.columns.address; visible: !head.columns.compact; text: qsTr("Address"); horizontalAlignment: Text.AlignLeft }
        Head { width: head.columns.age; text: qsTr("Last byte") }
        Head { width: head.columns.noise; leftPadding: head.columns.pad; horizontalAlignment: Text.AlignLeft
               text: head.columns.compact ? qsTr("Noise, under %1").arg(head.columns.noiseTarget) : qsTr("Noise today, target under %1").arg(head.columns.noiseTarget) }
        Head { width: head.columns.voltage; text: qsTr("Voltage") }
        Head { width: head.columns.temperature; text: qsTr("Temp.") }
        Head { id: gaps; width: head.columns.gap; text: qsTr("found", "gaps") }
        Head { width: head.columns.gap; text: qsTr("back", "gaps") }
        Head { width: head.columns.gap; text: qsTr("lost", "gaps") }
        Head { width: head.columns.garbage; text: qsTr("Garbage") }
        Head { id: offset; width: head.columns.offset; text: qsTr("offset", "clock") }
        Head { width: head.columns.drift; text: qsTr("ppm", "clock drift") }
    }
}
