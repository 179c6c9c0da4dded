// One source. A dash is "not known or not in this protocol", never nought. What is silent is amber and says so; what is in set-up
// counts for nobody and has a ring.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string deviceId
    required property string role
    required property int sector
    required property string place
    required property string status
    required property string noise
    required property double lastByteMs   // 0: nothing was heard
    required property string garbage
    required property string gapsFound
    required property string gapsBack
    required property double gapsLost
    required property string uri
    required property string protocol
    required property string decoder
    required property string voltage
    required property bool voltageLow
    required property string temperature
    required property string offset
    required property string drift
    required property bool fixed
    required property bool test

    property DeviceColumns columns
    property var line: []                 // its noise over the day
    property double nowMs: 0
    property bool chosen: false
    property bool ringed: false

    readonly property bool up: row.status === "up"
    readonly property bool loud: row.noise !== row.unknown && Number(row.noise) >= row.columns.noiseTarget
    readonly property string unknown: "—"
    readonly property string address: row.uri.split("?")[0]

    signal tapped()

    implicitHeight: row.columns.row
    color: row.chosen ? Theme.color.surfaceSelected : !row.up ? Theme.color.alarmSoft : row.index % 2 ? Theme.color.rowAlt : Theme.color.surface
    Accessible.role: Accessible.Row
    Accessible.name: row.deviceId + ", " + Words.loop(row.role, row.sector) + ", " + (row.test ? qsTr("in set-up") : Words.link(row.status))

    TapHandler { onTapped: row.tapped() }

    component Value: Figure {
        id: value
        property string unit: ""
        property string figure
        property bool alarmed: false
        height: row.height
        text: value.figure === row.unknown ? value.figure : value.figure + value.unit
        rightPadding: row.columns.pad
        horizontalAlignment: Text.AlignRight
        size: row.columns.compact ? Theme.size13 : Theme.size15
        color: value.figure === row.unknown ? Theme.color.textFaint : value.alarmed ? Theme.color.alarmText : Theme.color.text
    }
    Rectangle {
        visible: row.chosen || !row.up
        width: Theme.strokeMark
        height: parent.height
        color: row.up ? Theme.color.accent : Theme.color.alarm
    }
    Row {
        Item {
            width: row.columns.source
            height: row.height
            Rectangle {
                id: dot
                anchors { left: parent.left; leftMargin: row.columns.edge; verticalCenter: parent.verticalCenter }
                width: Theme.space2
                height: Theme.space2
                radius: Theme.radiusRound
                color: row.up && !row.test ? Theme.color.ok : "transparent"
                border.width: row.up && !row.test ? 0 : Theme.spaceHalf
                border.color: row.up ? Theme.color.accentText : Theme.color.alarmText
            }
            Column {
                anchors { left: dot.right; leftMargin: Theme.space3; right: parent.right; verticalCenter: parent.verticalCenter }
                Row {
                    width: parent.width
                    spacing: Theme.space1h
                    Word {
                        text: row.deviceId
                        size: row.columns.compact ? Theme.size14 : Theme.size16
                        weight: Theme.weightMedium
                        width: Math.min(implicitWidth, parent.width - lock.width - Theme.space1h)
                        elide: Text.ElideRight
                    }
                    Icon { id: lock; visible: row.fixed; name: "lock"; size: Theme.size13; color: Theme.color.textFaint; anchors.verticalCenter: parent.verticalCenter }
                }
                Word {
                    width: parent.width
                    text: row.test ? qsTr("in set-up") : !row.up ? Words.loop(row.role, row.sector) + " · " + Words.link(row.status)
                        : Words.loop(row.role, row.sector) + (row.place === "" ? "" : ", " + Words.place(row.place))
                    size: Theme.size12
                    color: row.up ? Theme.color.textMuted : Theme.color.alarmText
                    elide: Text.ElideRight
                }
            }
        }
        Column {
            width: row.columns.protocol
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: row.columns.pad
            Word { text: row.protocol === "" ? row.unknown : Words.protocol(row.protocol) + (row.columns.compact && row.decoder !== row.unknown ? " · " + row.decoder : ""); size: Theme.size14 }
            Word {
                width: parent.width - 2 * row.columns.pad
                visible: text !== ""
                text: row.columns.compact ? row.address : row.decoder === row.unknown ? "" : qsTr("decoder %1").arg(row.decoder)
                font.family: Theme.familyNum
                size: Theme.size12
                color: Theme.color.textMuted
                elide: Text.ElideMiddle
            }
        }
        Figure { visible: !row.columns.compact; width: row.columns.address; height: row.height; rightPadding: row.columns.pad; text: row.address; size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideMiddle }
        Value {
            width: row.columns.age
            figure: row.lastByteMs > 0 ? Formats.age(Math.max(0, row.nowMs - row.lastByteMs)) : row.unknown
            alarmed: !row.up
            weight: row.up ? Theme.weightRegular : Theme.weightBold
        }
        Item {
            width: row.columns.noise
            height: row.height
            SeriesPaint {
                anchors { left: parent.left; leftMargin: row.columns.pad; verticalCenter: parent.verticalCenter }
                visible: row.noise !== row.unknown
                width: row.columns.noiseLine
                height: row.columns.lineHeight
                values: row.line
                most: row.columns.noiseMost
                mark: row.columns.noiseTarget
                color: Theme.color.textMuted
                alarmColor: Theme.color.alarmText
                markColor: Theme.color.textFaint
            }
            Value { anchors.right: parent.right; rightPadding: Theme.space4; figure: row.noise; alarmed: row.loud }
        }
        Value { width: row.columns.voltage; figure: row.voltage; unit: " V"; alarmed: row.voltageLow }
        Value { width: row.columns.temperature; figure: row.temperature; unit: " °C" }
        Value { width: row.columns.gap; figure: row.gapsFound }
        Value { width: row.columns.gap; figure: row.gapsBack }
        Value { width: row.columns.gap; figure: row.gapsLost; alarmed: row.gapsLost > 0 }
        Value { width: row.columns.garbage; figure: row.garbage }
        Value { width: row.columns.offset; figure: row.offset; unit: " s" }
        Value { width: row.columns.drift; figure: row.drift; rightPadding: row.columns.compact ? row.columns.pad : Theme.space5 }
    }
    FocusRing { target: row; inside: true; visible: row.ringed }
}
