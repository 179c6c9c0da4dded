// The top of the set-up: back, the session, what is still to do, the time to the planned start, arm.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: bar

    required property SessionSetup model
    required property bool compact

    signal closed()
    signal planAsked()

    readonly property var session: bar.model.session
    readonly property double startUs: bar.session.planned_start_us ?? 0
    readonly property bool planned: bar.session.phase === "planned"

    color: Theme.color.surface

    component Check: Row {
        property bool done
        property string text
        spacing: Theme.space2
        Icon { name: parent.done ? "check" : "alarm"; size: Theme.size16; color: parent.done ? Theme.color.ok : Theme.color.alarm; anchors.verticalCenter: parent.verticalCenter }
        Word { text: parent.text; weight: Theme.weightMedium; size: bar.compact ? Theme.size13 : Theme.size14; color: parent.done ? Theme.color.textMuted : Theme.color.alarmText }
    }
    ActionButton {
        id: back
        anchors { left: parent.left; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        width: Theme.targetTouch
        implicitHeight: Theme.targetTouch
        padding: 0
        iconName: "chevron-left"
        Accessible.name: qsTr("Back to race control")
        onClicked: bar.closed()
    }
    Column {
        id: words
        anchors { left: back.right; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, bar.width * 0.3)
        Word {
            width: Math.min(implicitWidth, bar.width * 0.3)
            text: bar.session.name ?? qsTr("Session")
            size: bar.compact ? Theme.size20 : Theme.size24
            weight: Theme.weightSemibold
            elide: Text.ElideRight
        }
        Word {
            text: bar.startUs > 0 ? qsTr("%1 · planned %2 · %n seat(s)", "", bar.session.capacity ?? 0).arg(Words.kind(bar.session.kind ?? "")).arg(Formats.hour(bar.startUs)) : ""
            color: Theme.color.textMuted
            size: bar.compact ? Theme.size13 : Theme.size14
        }
    }
    ActionButton {
        id: change
        anchors { left: words.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        visible: bar.session.name !== undefined
        implicitHeight: Theme.targetMouse
        size: Theme.size13
        padding: Theme.space2
        text: bar.compact ? "" : qsTr("Change")
        hint: "F2"
        Accessible.name: qsTr("Change name, start and seats")
        onClicked: bar.planAsked()
    }
    Row {
        anchors { left: change.right; leftMargin: bar.compact ? Theme.space4 : Theme.space8; verticalCenter: parent.verticalCenter }
        visible: bar.session.name !== undefined
        spacing: bar.compact ? Theme.space4 : Theme.space6
        Check { done: bar.model.entrants.count > 0; text: qsTr("%n entrant(s)", "", bar.model.entrants.count) }
        Check { done: bar.model.withoutKart === 0; text: done ? qsTr("All have a kart") : qsTr("%n without a kart", "", bar.model.withoutKart) }
        Check { done: bar.model.withoutTag === 0; text: done ? qsTr("All have a tag") : qsTr("%n without a tag", "", bar.model.withoutTag) }
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: Theme.space4
        Column {
            visible: bar.planned && bar.startUs / 1000 > clock.now
            anchors.verticalCenter: parent.verticalCenter
            PlateFigure {
                anchors.right: parent.right
                text: Formats.clock(bar.startUs - clock.now * 1000)
                size: bar.compact ? Theme.size24 : Theme.size32
                Timer { id: clock; property double now: Date.now(); interval: 1000; running: true; repeat: true; onTriggered: now = Date.now() }
            }
            Word { anchors.right: parent.right; text: qsTr("to the start"); size: Theme.size12; color: Theme.color.textMuted }
        }
        ActionButton {
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: bar.compact ? Theme.targetTouch : Theme.space12
            padding: Theme.space5
            kind: ActionButton.Kind.Main
            size: Theme.size16
            visible: bar.session.id !== undefined
            enabled: bar.planned
            text: bar.planned ? qsTr("Arm %1").arg(bar.session.name) : Words.phase(bar.session.phase ?? "")
            hint: bar.planned ? "F9" : ""
            width: Math.min(implicitWidth, bar.width * 0.26)
            onClicked: bar.model.arm()
        }
    }
}
