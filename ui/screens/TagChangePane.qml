// A kart gets another tag: its number is typed, or one of those that were just heard is taken; what that changes stands below
// before Enter does it.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property TagChange change
    required property KeyedListModel unknown   // tags that nobody has, the newest first
    required property bool compact
    readonly property int pad: pane.compact ? Theme.space3 : Theme.space5
    readonly property int offered: 3

    function begin() {
        field.text = ""
        field.take()
    }
    function choose(tag: string) {
        field.text = tag
        pane.change.choose(tag)
        rest.forceActiveFocus()  // the next Enter changes it
    }

    Shortcut { sequence: "Escape"; enabled: pane.visible && pane.enabled; onActivated: pane.change.leave() }
    Shortcut { sequences: ["Return", "Enter"]; enabled: pane.visible && pane.enabled && !field.input.activeFocus; onActivated: if (main.enabled) pane.change.apply() }

    Item { id: rest }
    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Column {
        x: pane.pad
        y: pane.compact ? Theme.space2 : Theme.space4
        width: parent.width - 2 * pane.pad
        spacing: Theme.space4
        Column {
            width: parent.width
            spacing: Theme.space1
            Word { width: parent.width; text: qsTr("Another tag for kart %1").arg(pane.change.chosenNumber); size: Theme.size18; weight: Theme.weightSemibold; wrapMode: Text.Wrap }
            Word {
                width: parent.width
                text: qsTr("%1 comes off. Its laps stay with the kart, and the session goes on.").arg(pane.change.oldTag)
                size: Theme.size13
                color: Theme.color.textMuted
                wrapMode: Text.Wrap
            }
        }
        TextEntry {
            id: field
            width: parent.width
            enabled: !pane.change.given
            label: qsTr("Number of the new tag")
            placeholder: qsTr("as it stands on the tag")
            figures: true
            error: pane.change.given ? "" : pane.change.error
            onAccepted: pane.choose(text.trim())
        }
        Column {
            width: parent.width
            visible: pane.unknown.count > 0 && !pane.change.given
            spacing: Theme.space1
            Word { text: qsTr("Heard just now, and nobody has it"); size: Theme.size13; weight: Theme.weightMedium; color: Theme.color.textMuted }
            Repeater {
                model: pane.unknown
                ActionButton {
                    id: heard
                    required property int index
                    required property string transponder
                    required property string last
                    visible: index < pane.offered
                    width: parent.width
                    spread: true
                    text: heard.transponder + " · " + heard.last
                    onClicked: pane.choose(heard.transponder)
                }
            }
        }
        Rule { width: parent.width; visible: pane.change.previewed }
        Row {
            width: parent.width
            visible: pane.change.previewed && pane.change.holder !== ""
            spacing: Theme.space2
            Icon { id: alarm; name: "alarm"; color: Theme.color.alarm }
            Word {
                width: parent.width - alarm.width - parent.spacing
                text: qsTr("Kart %1 has this tag now. It is taken from it.").arg(pane.change.holder)
                size: Theme.size14
                weight: Theme.weightMedium
                color: Theme.color.alarmText
                wrapMode: Text.Wrap
            }
        }
        AssignPreview { width: parent.width; assign: pane.change; visible: pane.change.previewed && !pane.change.given }
        Word {
            width: parent.width
            visible: pane.change.given
            text: qsTr("Kart %1 has %2 now, and still %3: %4").arg(pane.change.chosenNumber).arg(pane.change.newTag).arg(pane.change.oldTag).arg(pane.change.error)
            size: Theme.size14
            color: Theme.color.alarmText
            wrapMode: Text.Wrap
        }
    }
    Row {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: pane.pad }
        spacing: Theme.space2
        ActionButton {
            id: main
            width: parent.width - leave.width - parent.spacing
            implicitHeight: Theme.targetTouch
            kind: ActionButton.Kind.Main
            size: Theme.size15
            enabled: (pane.change.previewed || pane.change.given) && !pane.change.sending
            text: pane.change.given ? qsTr("Take %1 off").arg(pane.change.oldTag) : pane.change.previewed ? qsTr("Give kart %1 this tag").arg(pane.change.chosenNumber) : qsTr("Change the tag")
            hint: "⏎"
            onClicked: pane.change.apply()
        }
        ActionButton {
            id: leave
            implicitHeight: Theme.targetTouch
            text: qsTr("Leave")
            hint: "Esc"
            onClicked: pane.change.leave()
        }
    }
}
