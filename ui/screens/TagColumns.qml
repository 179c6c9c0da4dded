// The columns of the tags, their widths once for head and rows, and what a row is held against: what is good and weak here.
import QtQuick
import Chicane.Kit

QtObject {
    id: columns

    required property bool compact
    required property var field     // good, weak, goodStrength, weakStrength: null where too few tags are known

    readonly property int kart: columns.compact ? 54 : 58
    readonly property int tag: columns.compact ? 92 : 104
    readonly property int bars: columns.compact ? 216 : 336
    readonly property int hits: columns.compact ? 48 : 56
    readonly property int line: columns.compact ? 150 : 222
    readonly property int strength: columns.compact ? 48 : 64
    readonly property int battery: columns.compact ? 84 : 112
    readonly property int edge: columns.compact ? Theme.space3 : Theme.space5
    readonly property int row: columns.compact ? Theme.space8 : Theme.space10 + Theme.spaceHalf
    readonly property int plotHeight: columns.compact ? Theme.space5 : Theme.space6
    // A good tag stands at two thirds, so that a better one has room.
    readonly property real hitsMost: Math.max(20, (columns.field.good ?? 40) * 1.5)
    readonly property real strengthMost: Math.max(60, (columns.field.goodStrength ?? 120) * 1.5)
}
