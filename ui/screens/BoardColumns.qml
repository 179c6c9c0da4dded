// The columns of the control board, their widths once for head and rows. Below the regular breakpoint sectors and seconds go.
import QtQuick
import Chicane.Kit

QtObject {
    id: columns

    required property real width
    required property bool compact
    required property int rowsShown

    readonly property int position: compact ? 34 : 48
    readonly property int gained: compact ? 30 : 34
    readonly property int kart: compact ? 46 : 62
    readonly property int laps: compact ? 44 : 60
    readonly property int time: compact ? 92 : 122
    readonly property int sector: compact ? 0 : 62
    readonly property int gap: compact ? 84 : 108
    readonly property int interval: compact ? 76 : 100
    readonly property int pits: compact ? 36 : 54
    readonly property int now: compact ? 112 : 140
    readonly property int name: Math.max(80, width - position - gained - kart - laps - 2 * time - 3 * sector - gap - interval - pits - now)
    readonly property int pad: compact ? Theme.space1h : Theme.space2

    // Density: as many karts as possible without scrolling, never under 12 px.
    readonly property int regularMax: 18
    readonly property int compactMax: compact ? 18 : 26
    readonly property real row: !compact && rowsShown <= regularMax ? Theme.rowControlRegular
                              : rowsShown <= compactMax ? Theme.rowControlCompact : Theme.rowControlDense
    readonly property bool dense: row < Theme.rowControlRegular
    readonly property int figure: dense ? Theme.size15 : Theme.size18
    readonly property int driver: dense ? Theme.size14 : Theme.size16
    readonly property int plate: row < Theme.rowControlCompact ? Theme.size13 : dense ? Theme.size15 : Theme.size18
    readonly property int head: compact ? Theme.space6 : Theme.targetMouse
}
