// Why what waits is nobody's: one of three reasons (1 to 3) or one's own (/). It counts for nobody already, so nothing but the question
// goes away; undo brings it back.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: panel

    required property DismissFlow dismiss
    required property bool compact
    readonly property bool crossing: panel.dismiss.transponder === ""
    readonly property var reasons: panel.crossing ? [qsTr("A marshal"), qsTr("No kart"), qsTr("False signal")]
                                                  : [qsTr("A marshal's kart"), qsTr("Not in this session"), qsTr("Not one of ours")]

    function say(why: string) { panel.dismiss.say(why) }

    component Key: Shortcut { enabled: panel.visible && panel.enabled; autoRepeat: false }
    Key { sequence: "1"; onActivated: panel.say(panel.reasons[0]) }
    Key { sequence: "2"; onActivated: panel.say(panel.reasons[1]) }
    Key { sequence: "3"; onActivated: panel.say(panel.reasons[2]) }
    Key { sequence: "/"; onActivated: other.take() }
    Key { sequence: "Escape"; onActivated: panel.dismiss.leave() }
    onVisibleChanged: if (panel.visible) other.text = ""

    Column {
        width: parent.width
        spacing: Theme.space2

        Column {
            width: parent.width
            Word {
                width: parent.width
                text: panel.crossing ? qsTr("Nobody's at %1: who was it?").arg(panel.dismiss.at) : qsTr("Tag %1 is nobody's: whose is it?").arg(panel.dismiss.transponder)
                size: panel.compact ? Theme.size16 : Theme.size18
                weight: Theme.weightSemibold
                wrapMode: Text.Wrap
            }
            Word {
                width: parent.width
                text: panel.crossing ? qsTr("It is not asked about any more. Undo brings it back.") : qsTr("It is not asked about any more in this session. Undo brings it back.")
                size: Theme.size13
                color: Theme.color.textMuted
                wrapMode: Text.Wrap
            }
        }
        Repeater {
            model: panel.reasons
            ActionButton {
                required property string modelData
                required property int index
                width: panel.width
                implicitHeight: panel.compact ? Theme.targetDesk : Theme.targetTouch
                enabled: !panel.dismiss.sending
                text: modelData
                hint: String(index + 1)
                onClicked: panel.say(modelData)
            }
        }
        TextEntry {
            id: other
            width: parent.width
            placeholder: qsTr("Another reason")
            hint: "/"
            fieldHeight: Theme.targetMouse + Theme.space1
            onAccepted: panel.say(text)
        }
        Word {
            width: parent.width
            visible: panel.dismiss.error !== ""
            text: panel.dismiss.error
            size: Theme.size13
            color: Theme.color.dangerText
            wrapMode: Text.Wrap
        }
    }
    ActionButton {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        implicitHeight: panel.compact ? Theme.targetDesk : Theme.targetTouch
        text: qsTr("Leave")
        hint: "Esc"
        onClicked: panel.dismiss.leave()
    }
}
