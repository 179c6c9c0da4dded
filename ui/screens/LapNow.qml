// Time since the last crossing against the kart's median lap: an overdue kart is seen before the missed passing is. A kart that
// is not on its lap says so in words.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Item {
    id: now

    required property string status
    required property bool compact
    required property double crossedAtMs  // 0: not seen yet
    required property double medianMs     // 0: no lap yet
    required property double nowMs

    readonly property double since: now.crossedAtMs > 0 ? Math.max(0, now.nowMs - now.crossedAtMs) : -1
    readonly property bool overdue: now.medianMs > 0 && now.since > now.overdueFrom * now.medianMs
    readonly property real overdueFrom: 1.5
    readonly property bool running: now.status === "running"

    Chip {
        visible: !now.running
        anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        text: Words.state(now.status)
        kind: now.status === "in_pit" ? Chip.Kind.Pit : now.status === "dsq" ? Chip.Kind.Danger : Chip.Kind.Plain
        iconName: now.status === "in_pit" && !now.compact ? "pit" : ""
        size: now.compact ? Theme.size12 : Theme.size13
    }
    Meter {
        visible: now.running && now.since >= 0
        anchors { left: parent.left; leftMargin: Theme.space2; right: label.left; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        share: now.medianMs > 0 ? now.since / now.medianMs : 0
        fill: now.overdue ? Theme.color.alarm : Theme.color.textMuted
    }
    Figure {
        id: label
        visible: now.running && !now.compact
        anchors { right: parent.right; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        width: now.compact ? 0 : Theme.space10
        horizontalAlignment: Text.AlignRight
        text: now.since < 0 ? "—" : qsTr("%1 s").arg(Math.floor(now.since / 1000))
        size: Theme.size13
        color: now.overdue ? Theme.color.alarmText : now.since < 0 ? Theme.color.textFaint : Theme.color.textMuted
    }
}
