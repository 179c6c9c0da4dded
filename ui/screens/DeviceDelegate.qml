// One source. A dash is "not known or not in this protocol", never nought. What is silent is amber and says so.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string deviceId
    required property string role
    required property string status
    required property string noise
    required property double lastByteMs   // 0: nothing was heard
    required property string passings
    required property string garbage
    required property string gapsFound
    required property string gapsBack
    required property double gapsLost
    required property string uri
    required property string protocol
    required property string decoder
    required property string voltage
    required property string temperature
    required property string offset

    property DeviceColumns columns
    property double nowMs: 0
    property bool ringed: false

    readonly property bool up: row.status === "up"
    readonly property string unknown: "—"

    implicitHeight: row.columns.row
    color: !row.up ? Theme.color.alarmSoft : row.index % 2 ? Theme.color.rowAlt : Theme.color.surface
    Accessible.role: Accessible.Row
    Accessible.name: row.deviceId + ", " + Words.role(row.role) + ", " + Words.link(row.status)

    component Value: Figure {
        property string unit: ""
        property string value
        height: row.height
        text: value === row.unknown ? value : value + unit
        rightPadding: row.columns.pad
        horizontalAlignment: Text.AlignRight
        size: Theme.size15
        color: value === row.unknown ? Theme.color.textFaint : Theme.color.text
    }
    Rectangle { visible: !row.up; width: Theme.strokeMark; height: parent.height; color: Theme.color.alarm }
    Row {
        Item {
            width: row.columns.source
            height: row.height
            Rectangle {
                id: dot
                anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
                width: Theme.space2
                height: Theme.space2
                radius: Theme.radiusRound
                color: row.up ? Theme.color.ok : "transparent"
                border.width: row.up ? 0 : Theme.spaceHalf
                border.color: Theme.color.alarmText
            }
            Column {
                anchors { left: dot.right; leftMargin: Theme.space3; right: parent.right; verticalCenter: parent.verticalCenter }
                Row {
                    spacing: Theme.space2
                    Word { text: row.deviceId; size: Theme.size16; weight: Theme.weightMedium }
                    Icon { name: "lock"; size: Theme.size13; color: Theme.color.textFaint; anchors.verticalCenter: parent.verticalCenter }
                }
                Word {
                    text: Words.role(row.role) + (row.up ? "" : " · " + Words.link(row.status))
                    size: Theme.size13
                    color: row.up ? Theme.color.textMuted : Theme.color.alarmText
                }
            }
        }
        Column {
            width: row.columns.protocol
            anchors.verticalCenter: parent.verticalCenter
            Word { text: row.protocol === "" ? row.unknown : row.protocol.toUpperCase(); size: Theme.size14 }
            Word {
                visible: row.decoder !== row.unknown
                text: qsTr("decoder %1").arg(row.decoder)
                font.family: Theme.familyNum
                size: Theme.size13
                color: Theme.color.textMuted
            }
        }
        Figure { width: row.columns.address; height: row.height; rightPadding: row.columns.pad; text: row.uri.split("?")[0]; size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideMiddle }
        Value {
            width: row.columns.age
            value: row.lastByteMs > 0 ? Formats.age(Math.max(0, row.nowMs - row.lastByteMs)) : row.unknown
            color: !row.up ? Theme.color.alarmText : value === row.unknown ? Theme.color.textFaint : Theme.color.text
        }
        Value { width: row.columns.figure; value: row.noise }
        Value { width: row.columns.figure; value: row.voltage; unit: " V" }
        Value { width: row.columns.figure; value: row.temperature; unit: " °C" }
        Value { width: row.columns.gap; value: row.gapsFound }
        Value { width: row.columns.gap; value: row.gapsBack }
        Value { width: row.columns.gap; value: row.gapsLost; color: row.gapsLost > 0 ? Theme.color.alarmText : Theme.color.text }
        Value { width: row.columns.passings; value: row.passings }
        Value { width: row.columns.figure; value: row.garbage }
        Value { width: row.columns.offset; value: row.offset; unit: " s" }
    }
    FocusRing { target: row; inside: true; visible: row.ringed }
}
