// F12: the lowest block, found by hand. It calls the emergency: red flag, lights, karts, boards and log in one. While it holds the block is
// filled, says which karts do not stand or say nothing, and only Shift F12 ends it, or a click on its release.
import QtQuick
import QtQuick.Templates as T
import Chicane.Kit
import Chicane.Models

T.AbstractButton {
    id: button

    required property RaceControl control
    required property bool compact
    readonly property TrackOutputs outputs: button.control.outputs
    readonly property bool holds: button.outputs.emergency
    readonly property color ink: button.holds ? Theme.color.inkOnDanger : Theme.color.dangerText
    readonly property string reach: {
        if (button.outputs.limitsKarts && button.outputs.hasLights) return qsTr("red flag, lights, karts, log")
        if (button.outputs.limitsKarts) return qsTr("red flag, karts, log")
        return button.outputs.hasLights ? qsTr("red flag, lights, log") : qsTr("red flag, boards, log")
    }
    readonly property var told: {
        if (!button.holds || !button.outputs.limitsKarts) return []
        const parts = []
        if (button.outputs.notStanding !== "") parts.push(qsTr("still going: %1").arg(button.outputs.notStanding))
        if (button.outputs.unknown !== "") parts.push(qsTr("no answer: %1").arg(button.outputs.unknown))
        parts.push(qsTr("%n kart(s) stand", "", button.outputs.standing))
        return parts
    }

    // The first blow of a hand that hits twice must not be taken for the release.
    property bool settled: false
    Timer { interval: 2000; running: button.holds && !button.settled; onTriggered: button.settled = true }
    onHoldsChanged: if (!button.holds) button.settled = false

    implicitHeight: facts.implicitHeight + (button.compact ? Theme.space12 + Theme.space3 : Theme.targetDanger + Theme.space3)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: button.holds ? qsTr("Emergency since %1. %2. Press Shift F12 to release it").arg(button.outputs.since).arg(button.told.join(", "))
                                  : qsTr("Emergency: stops the track")
    Keys.onReturnPressed: button.clicked()
    // Once it holds a second blow of the hand changes nothing.
    onClicked: button.control.stopTrack()

    background: Rectangle {
        radius: Theme.radiusM
        color: button.holds ? Theme.color.danger : Theme.color.dangerSoft
        border.width: Theme.spaceHalf
        border.color: Theme.color.danger
        FocusRing { target: button }
    }
    contentItem: Item {
        Item {
            id: head
            width: parent.width
            height: parent.height - facts.height
            Icon {
                id: sign
                visible: !(button.holds && button.compact)  // its place is the words'
                width: visible ? implicitWidth : 0
                anchors { left: parent.left; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
                name: "emergency"
                color: button.ink
                size: button.compact ? Theme.size28 : Theme.size36
            }
            Column {
                anchors { left: sign.right; leftMargin: sign.visible ? Theme.space3 : 0; right: key.left; rightMargin: Theme.space1; verticalCenter: parent.verticalCenter }
                PlateFigure {
                    width: parent.width
                    text: button.holds ? qsTr("Emergency") : qsTr("Stop")
                    font.capitalization: Font.AllUppercase
                    size: button.compact ? Theme.size18 : Theme.size24
                    color: button.holds ? button.ink : Theme.color.text
                    elide: Text.ElideRight
                }
                Word {
                    width: parent.width
                    text: !button.holds ? button.reach : button.compact ? qsTr("since %1").arg(button.outputs.since)
                                        : qsTr("since %1, by %2").arg(button.outputs.since).arg(button.outputs.by)
                    size: Theme.size12
                    color: button.holds ? button.ink : Theme.color.text
                    elide: Text.ElideRight
                }
            }
            Item {
                id: key
                anchors { right: parent.right; rightMargin: button.compact ? Theme.space2 : Theme.space3; verticalCenter: parent.verticalCenter }
                implicitWidth: button.holds ? release.implicitWidth : hint.implicitWidth
                implicitHeight: Theme.targetDesk
                KeyHint { id: hint; visible: !button.holds; anchors.centerIn: parent; text: "F12"; size: Theme.size14 }
                ActionButton {
                    id: release
                    visible: button.holds
                    enabled: button.settled
                    anchors.centerIn: parent
                    ink: button.ink
                    fill: "transparent"
                    padding: Theme.space2
                    size: Theme.size13
                    text: qsTr("Release")
                    hint: "⇧ F12"
                    onClicked: button.control.releaseTrack()
                }
            }
        }
        Column {
            id: facts
            anchors { left: parent.left; leftMargin: Theme.space4; right: parent.right; rightMargin: Theme.space3; bottom: parent.bottom }
            bottomPadding: button.told.length > 0 ? Theme.space2 : 0
            Repeater {
                model: button.told
                Word {
                    required property string modelData
                    width: facts.width
                    text: modelData
                    size: Theme.size14
                    weight: Theme.weightSemibold
                    color: button.ink
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
        }
    }
}
