// One alarm: what, of which source, what it means; "Seen" takes the loudness, not the fact.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: alarm

    required property string alarmId
    required property string kind
    required property bool grave
    required property bool seen
    required property bool over
    required property string since
    required property string subject
    required property double value
    property bool compact: false

    signal seenAsked()

    readonly property bool loud: alarm.grave && !alarm.seen
    readonly property color ink: alarm.loud ? Theme.color.inkOnAlarm : Theme.color.text
    readonly property color dim: alarm.loud ? Theme.color.inkOnAlarm : Theme.color.textMuted

    width: line.implicitWidth + 2 * Theme.space3
    color: alarm.loud ? Theme.color.alarm : alarm.seen ? Theme.color.surfaceRaised : Theme.color.alarmSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: what.text

    Rectangle { anchors.right: parent.right; width: Theme.spaceHalf; height: parent.height; color: Theme.color.surface }
    Row {
        id: line
        x: Theme.space3
        height: parent.height
        spacing: Theme.space2
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: Words.alarmIcon(alarm.kind)
            size: Theme.size18
            color: alarm.loud ? Theme.color.inkOnAlarm : Theme.color.alarmText
        }
        Word {
            id: what
            anchors.verticalCenter: parent.verticalCenter
            text: Words.alarm(alarm.kind, alarm.subject, alarm.value, alarm.since)
            size: alarm.compact ? Theme.size13 : Theme.size14
            weight: Theme.weightMedium
            color: alarm.ink
        }
        Word {
            anchors.verticalCenter: parent.verticalCenter
            visible: !alarm.compact && text !== ""
            text: alarm.over ? qsTr("over, since %1").arg(alarm.since) : Words.alarmNote(alarm.kind)
            size: Theme.size14
            color: alarm.dim
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: !alarm.seen
            implicitHeight: Theme.targetMouse
            kind: ActionButton.Kind.Quiet
            text: qsTr("Seen")
            size: alarm.compact ? Theme.size13 : Theme.size14
            padding: Theme.space2
            ink: alarm.loud ? Theme.color.inkOnAlarm : Theme.color.alarmText
            fill: "transparent"
            onClicked: alarm.seenAsked()
        }
    }
}
