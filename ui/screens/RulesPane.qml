// The rules as sentences whose underlined words are the settings; below, whether the track is ready.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: pane

    required property SessionSetup model
    required property RaceControl control
    required property bool compact

    readonly property var used: pane.model.session.rule_set  // the set that it was made by; undefined: its rules are its own

    signal setsAsked()

    color: Theme.color.surface

    Flickable {
        id: flick
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: hint.visible ? hint.top : parent.bottom; leftMargin: Theme.space5; rightMargin: Theme.space5 }
        contentHeight: content.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Column {
            id: content
            width: flick.width
            spacing: Theme.space2
            Item {
                width: parent.width
                height: Theme.space12
                Word { id: title; height: parent.height; text: qsTr("Rules"); size: Theme.size16; weight: Theme.weightSemibold }
                ActionButton {
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    width: Math.min(implicitWidth, parent.width - title.width - Theme.space4)
                    implicitHeight: Theme.targetMouse
                    padding: Theme.space2
                    size: Theme.size13
                    focusPolicy: Qt.TabFocus
                    text: pane.used === undefined ? qsTr("Rule-sets…") : pane.used.changed ? qsTr("%1, changed").arg(pane.used.name) : pane.used.name
                    hint: "F7"
                    onClicked: pane.setsAsked()
                }
            }
            RuleSentence {
                id: sentence
                width: parent.width
                rules: pane.model.rules
                kind: pane.model.session.kind ?? ""
                compact: pane.compact
                onChosen: (key, row) => editor.open(key)
            }
            RuleEditor {
                id: editor
                width: parent.width
                rules: pane.model.rules
                kind: pane.model.session.kind ?? ""
                onChanged: change => pane.model.changeRules(change)
                onClosed: sentence.forceActiveFocus()
            }
            Word { text: qsTr("Ready on the track"); size: Theme.size16; weight: Theme.weightSemibold; topPadding: Theme.space3 }
            Column {
                width: parent.width
                Word { visible: pane.control.devices.count === 0; text: qsTr("No decoder is known yet."); color: Theme.color.textMuted }
                Repeater {
                    model: pane.control.devices
                    Item {
                        id: device
                        required property string deviceId
                        required property string role
                        required property string status
                        readonly property bool up: device.status === "up"
                        width: pane.width - 2 * Theme.space5
                        height: Theme.targetDesk
                        Rule { width: parent.width }
                        Word { anchors.verticalCenter: parent.verticalCenter; text: device.deviceId + " · " + Words.role(device.role) }
                        Row {
                            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                            spacing: Theme.space1h
                            Icon { name: device.up ? "check" : "alarm"; size: Theme.size16; color: device.up ? Theme.color.ok : Theme.color.alarm; anchors.verticalCenter: parent.verticalCenter }
                            Word { text: Words.link(device.status); size: Theme.size13; color: device.up ? Theme.color.textMuted : Theme.color.alarmText }
                        }
                    }
                }
            }
        }
    }
    Word {
        id: hint
        // It makes room for the track's state: what is not ready is worth more than the advice.
        visible: content.height + Theme.space2 < y
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space5 }
        text: qsTr("Everything here can still be changed after the start: late entries, karts, grid, rules.")
        size: Theme.size13
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
    }
}
