// Whose tag, or whose crossing, is it: candidates by evidence (1 to 3), another kart by number (/), since when a tag holds, what it
// would change. The board stays free; nothing is changed before the button.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: panel

    required property AssignFlow assign
    required property BoardModel board
    required property bool compact

    component Key: Shortcut { enabled: panel.visible && panel.enabled }
    Key { sequence: "1"; onActivated: panel.assign.choose(0) }
    Key { sequence: "2"; onActivated: panel.assign.choose(1) }
    Key { sequence: "3"; onActivated: panel.assign.choose(2) }
    Key { sequence: "/"; onActivated: other.take() }
    Key { sequence: "Escape"; onActivated: panel.assign.leave() }
    // In the field of another kart Enter chooses; the key would come before the field.
    Shortcut { sequences: ["Return", "Enter"]; enabled: panel.visible && panel.enabled && !other.input.activeFocus; onActivated: if (apply.enabled) apply.clicked() }

    Item { id: rest }
    Column {
        width: parent.width
        spacing: Theme.space2

        Column {
            width: parent.width
            Word {
                width: parent.width
                text: panel.assign.crossing ? qsTr("Who crossed at %1?").arg(panel.assign.at) : qsTr("Whose tag is %1?").arg(panel.assign.transponder)
                size: panel.compact ? Theme.size16 : Theme.size18
                weight: Theme.weightSemibold
                wrapMode: Text.Wrap
            }
            Word { width: parent.width; text: qsTr("Nothing is changed yet."); size: Theme.size13; color: Theme.color.textMuted }
        }
        Word {
            visible: !panel.assign.loading && panel.assign.candidates.count === 0
            width: parent.width
            text: qsTr("No kart fits. Type the number of the kart.")
            size: Theme.size13
            color: Theme.color.textMuted
            wrapMode: Text.Wrap
        }
        Column {
            width: parent.width
            Repeater {
                model: panel.assign.candidates
                CandidateDelegate {
                    width: panel.width
                    compact: panel.compact
                    chosen: index === panel.assign.chosen
                    onTapped: panel.assign.choose(index)
                }
            }
        }
        TextEntry {
            id: other
            width: parent.width
            placeholder: qsTr("Another kart: its number")
            hint: "/"
            figures: true
            fieldHeight: Theme.targetMouse + Theme.space1
            onAccepted: { panel.assign.chooseKart(text.trim()); rest.forceActiveFocus() }  // the next Enter assigns
        }
        Row {
            visible: !panel.assign.crossing
            spacing: Theme.space2
            Word { visible: !panel.compact; text: qsTr("Holds"); size: Theme.size13; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
            Choice {
                optionHeight: Theme.targetMouse
                size: Theme.size13
                options: [{ value: true, text: qsTr("from the start") }, { value: false, text: qsTr("from now on") }]
                value: panel.assign.fromStart
                onChosen: value => panel.assign.fromStart = value
            }
        }
        AssignPreview {
            width: parent.width
            assign: panel.assign
            head: panel.assign.crossing ? qsTr("Counts for kart %1, %2").arg(panel.assign.chosenNumber).arg(panel.assign.at) : adopts
            visible: panel.assign.previewed
        }
        Word {
            width: parent.width
            visible: panel.assign.error !== ""
            text: panel.assign.error
            size: Theme.size13
            color: Theme.color.dangerText
            wrapMode: Text.Wrap
        }
    }
    Row {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: Theme.space2
        ActionButton {
            id: apply
            width: parent.width - leave.width - parent.spacing
            implicitHeight: panel.compact ? Theme.targetDesk : Theme.targetTouch
            kind: ActionButton.Kind.Main
            enabled: panel.assign.previewed
            text: panel.assign.chosenNumber === "" ? qsTr("Assign") : qsTr("Assign to kart %1").arg(panel.assign.chosenNumber)
            hint: "⏎"
            onClicked: panel.assign.apply()
        }
        ActionButton {
            id: leave
            implicitHeight: apply.implicitHeight
            text: panel.compact ? "" : qsTr("Leave")
            hint: "Esc"
            Accessible.name: qsTr("Leave")
            onClicked: panel.assign.leave()
        }
    }
}
