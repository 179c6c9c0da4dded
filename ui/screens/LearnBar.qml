// The foot of the fleet: import what the preview shows, or confirm the tag that was just driven over the loop.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: bar

    required property SessionSetup model
    required property bool previewing
    readonly property bool learning: bar.model.learningFor !== ""
    readonly property string number: bar.model.karts.valueAt(bar.model.karts.indexOf(bar.model.learningFor), "number") ?? ""

    visible: bar.previewing || bar.learning
    height: visible ? column.implicitHeight + 2 * Theme.space4 : 0
    color: Theme.color.surfaceRaised

    Column {
        id: column
        anchors { left: parent.left; right: parent.right; margins: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: Theme.space2
        Word {
            width: parent.width
            visible: bar.learning
            text: bar.model.learned === "" ? qsTr("Drive kart %1 over the loop now. The next tag that nobody has is proposed.").arg(bar.number)
                                           : qsTr("Tag %1 was heard.").arg(bar.model.learned)
            weight: Theme.weightMedium
            wrapMode: Text.Wrap
        }
        Row {
            spacing: Theme.space2
            ActionButton {
                visible: bar.learning && bar.model.learned !== ""
                kind: ActionButton.Kind.Main
                text: qsTr("Give it to kart %1").arg(bar.number)
                hint: "⏎"
                onClicked: bar.model.confirmLearned()
                onVisibleChanged: if (visible) forceActiveFocus()
            }
            ActionButton {
                visible: bar.previewing
                kind: ActionButton.Kind.Main
                text: bar.model.fleetChanges > 0 ? qsTr("Import %n kart(s)", "", bar.model.fleetChanges) : qsTr("Nothing to import")
                enabled: bar.model.fleetChanges > 0
                hint: "⏎"
                onClicked: bar.model.importFleet()
                onVisibleChanged: if (visible) forceActiveFocus()
            }
            ActionButton {
                text: qsTr("Leave")
                hint: "Esc"
                onClicked: { bar.model.leaveFleet(); bar.model.stopLearning() }
            }
        }
    }
    Shortcut { sequence: "Escape"; enabled: bar.visible && bar.enabled; onActivated: { bar.model.leaveFleet(); bar.model.stopLearning() } }
}
