// One passing: when, over which loop, whose, the lap it made, strength (or that people told of it), and the verdict in words.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Item {
    id: row

    required property string at
    required property string role
    required property string number
    required property string transponder
    required property string name
    required property string lap
    required property string strength
    required property string verdict
    required property bool counts
    required property bool manual
    property bool compact: false

    readonly property int atWidth: 118
    readonly property int roleWidth: 96
    readonly property int plateWidth: 64
    readonly property int lapWidth: 100
    readonly property int strengthWidth: 64
    readonly property int verdictWidth: row.compact ? 160 : 210
    readonly property int size: row.compact ? Theme.size12 : Theme.size13
    readonly property color ink: row.counts ? Theme.color.text : Theme.color.textMuted

    implicitHeight: Theme.rowPassing

    Row {
        Figure { width: row.atWidth; height: row.height; leftPadding: Theme.space3; text: row.at; size: row.size; color: Theme.color.textMuted }
        Word { width: row.roleWidth; height: row.height; leftPadding: Theme.space2; text: Words.role(row.role); size: row.size; color: Theme.color.textMuted }
        Item {
            width: row.plateWidth
            height: row.height
            Plate { anchors.centerIn: parent; number: row.number; kind: Plate.Kind.Outlined; size: Theme.size13 }
        }
        Word {
            width: row.width - row.atWidth - row.roleWidth - row.plateWidth - row.lapWidth - row.strengthWidth - row.verdictWidth
            height: row.height
            leftPadding: Theme.space2
            text: row.name !== "" ? row.name : row.transponder
            font.family: row.name !== "" ? Theme.familyUi : Theme.familyNum
            size: row.size
            color: row.ink
            elide: Text.ElideRight
        }
        Figure { width: row.lapWidth; height: row.height; text: row.lap; horizontalAlignment: Text.AlignRight; size: row.size; color: row.ink }
        Figure { visible: !row.manual; width: row.strengthWidth; height: row.height; text: row.strength; horizontalAlignment: Text.AlignRight; size: row.size; color: Theme.color.textMuted }
        Word { visible: row.manual; width: row.strengthWidth; height: row.height; text: qsTr("by hand"); horizontalAlignment: Text.AlignRight; size: row.size; color: Theme.color.textMuted }
        Word {
            width: row.verdictWidth
            height: row.height
            leftPadding: Theme.space4
            text: Words.verdict(row.verdict)
            size: row.size
            color: row.counts ? Theme.color.textMuted : Theme.color.alarmText
            elide: Text.ElideRight
        }
    }
}
