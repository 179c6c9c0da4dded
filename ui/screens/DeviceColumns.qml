// The columns of the devices, their widths once for head and rows. The address takes what is left.
import QtQuick
import Chicane.Kit

QtObject {
    id: columns

    required property real width
    required property bool compact

    readonly property int source: columns.compact ? 190 : 230
    readonly property int protocol: columns.compact ? 118 : 170
    readonly property int age: columns.compact ? 112 : 124
    readonly property int figure: columns.compact ? 72 : 92
    readonly property int gap: columns.compact ? 74 : 84
    readonly property int gaps: 3 * columns.gap
    readonly property int passings: columns.compact ? 84 : 110
    readonly property int offset: columns.compact ? 134 : 150
    readonly property int pad: Theme.space4
    readonly property int row: columns.compact ? Theme.space12 : Theme.space12 + Theme.space2
    readonly property real address: Math.max(120, columns.width - columns.source - columns.protocol - columns.age - 4 * columns.figure
                                             - columns.gaps - columns.passings - columns.offset)
}
