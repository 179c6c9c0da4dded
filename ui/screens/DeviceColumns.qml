// The columns of the devices, their widths once for head and rows. The address takes what is left; on a small screen it stands
// under the protocol.
import QtQuick
import Chicane.Kit

QtObject {
    id: columns

    required property real width
    required property bool compact

    readonly property int source: columns.compact ? 144 : 190
    readonly property int protocol: columns.compact ? 152 : 136
    readonly property int age: columns.compact ? 80 : 92
    readonly property int noise: columns.compact ? 118 : 186
    readonly property int noiseLine: columns.compact ? 60 : 108
    readonly property int voltage: columns.compact ? 60 : 76
    readonly property int temperature: columns.compact ? 54 : 68
    readonly property int gap: columns.compact ? 54 : 62
    readonly property int gaps: 3 * columns.gap
    readonly property int garbage: columns.compact ? 66 : 76
    readonly property int offset: columns.compact ? 82 : 92
    readonly property int drift: columns.compact ? 58 : 84
    readonly property int pad: Theme.space2
    readonly property int edge: columns.compact ? Theme.space3 : Theme.space5
    readonly property int row: columns.compact ? Theme.space12 - Theme.space1 : Theme.space12 + Theme.spaceHalf
    readonly property int lineHeight: 22
    readonly property real address: columns.compact ? 0 : Math.max(120, columns.width - columns.source - columns.protocol - columns.age
        - columns.noise - columns.voltage - columns.temperature - columns.gaps - columns.garbage - columns.offset - columns.drift)
    readonly property int noiseTarget: 40  // a good loop is below it
    readonly property int noiseMost: 80    // at the upper edge of a line
}
