// The top of race control: flag, clock and laps, session, health of sources, time of day. Red under a red flag; nothing moves.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: bar

    required property RaceControl control
    required property bool compact
    required property int flagWidth

    readonly property bool red: bar.control.flag === "red"
    readonly property color ink: bar.red ? Theme.color.inkOnFlagRed : Theme.color.text
    readonly property color dim: bar.red ? Theme.color.inkOnFlagRed : Theme.color.textMuted

    color: bar.red ? Theme.color.flagRed : Theme.color.surface

    FlagBlock {
        id: flag
        width: bar.flagWidth
        height: parent.height
        flag: bar.control.flag
        since: bar.control.flagSince
        compact: bar.compact
    }
    Row {
        id: clocks
        anchors { left: flag.right; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: bar.compact ? Theme.space4 : Theme.space8

        Row {
            spacing: Theme.space1h
            PlateFigure {
                id: clock
                text: bar.control.clock.text
                size: bar.compact ? Theme.size32 : Theme.size44
                color: bar.red ? bar.ink : bar.control.clock.lastMinutes ? Theme.color.knockOut
                     : bar.control.clock.known ? bar.ink : Theme.color.textFaint
            }
            Word {
                anchors.baseline: clock.baseline
                text: !bar.control.clock.known ? "" : !bar.control.clock.runs ? qsTr("clock stopped")
                    : bar.control.clock.lastMinutes ? qsTr("last 2 min") : bar.control.clock.countsDown ? qsTr("to go") : qsTr("gone")
                size: bar.compact ? Theme.size12 : Theme.size13
                color: bar.control.clock.lastMinutes && !bar.red ? Theme.color.knockOut : bar.dim
            }
        }
        Row {
            visible: bar.control.clock.lapsTotal > 0 || bar.control.clock.lapsDone > 0
            spacing: Theme.spaceHalf
            PlateFigure {
                id: laps
                text: bar.control.clock.lapsDone
                size: bar.compact ? Theme.size32 : Theme.size44
                color: bar.ink
            }
            PlateFigure {
                anchors.baseline: laps.baseline
                visible: bar.control.clock.lapsTotal > 0
                text: "/" + bar.control.clock.lapsTotal
                size: bar.compact ? Theme.size20 : Theme.size24
                weight: Theme.weightRegular
                color: bar.dim
            }
            Word {
                anchors.baseline: laps.baseline
                leftPadding: Theme.space1
                text: bar.control.clock.lapsTotal > 0 ? qsTr("lap") : qsTr("lap(s)", "", bar.control.clock.lapsDone)
                size: bar.compact ? Theme.size12 : Theme.size13
                color: bar.dim
            }
        }
    }
    Rule {
        id: line
        anchors { left: clocks.right; leftMargin: Theme.space6; verticalCenter: parent.verticalCenter }
        height: parent.height - 2 * Theme.space3
        opacity: bar.red ? 0.4 : 1
        color: bar.red ? bar.ink : Theme.color.line
    }
    SessionHead {
        anchors { left: line.right; leftMargin: bar.compact ? Theme.space4 : Theme.space6; right: health.left; rightMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        control: bar.control
        compact: bar.compact
        ink: bar.ink
        dim: bar.dim
    }
    HealthBlock {
        id: health
        anchors { right: parent.right; rightMargin: bar.compact ? Theme.space3 : Theme.space5; verticalCenter: parent.verticalCenter }
        height: parent.height
        control: bar.control
        compact: bar.compact
        ink: bar.ink
        dim: bar.dim
        plain: bar.red
    }
}
