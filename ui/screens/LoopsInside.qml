// The loops inside one device: some decoders hear several and tell each by a word or a number of their own. Those that were heard are
// listed; left and right give one a role.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Column {
    id: inside

    required property DeviceSetup setup
    readonly property int roleWidth: 140  // of the longest role
    readonly property bool fieldHasFocus: other.input.activeFocus
    readonly property bool typing: other.input.activeFocus && other.text.trim() !== ""
    readonly property var choices: [
        { role: "", sector: 0 }, { role: "finish", sector: 0 }, { role: "pit_in", sector: 0 }, { role: "pit_out", sector: 0 },
        { role: "sector", sector: 1 }, { role: "sector", sector: 2 }, { role: "sector", sector: 3 }, { role: "sector", sector: 4 },
        { role: "finish_in_pit", sector: 0 }, { role: "speed_trap", sector: 0 }, { role: "pit_box", sector: 0 }]

    signal focused(Item item)

    function move(loop: var, by: int) {
        const at = inside.choices.findIndex(choice => choice.role === loop.role && choice.sector === loop.sector)
        const next = inside.choices[at + by]
        if (next !== undefined) inside.setup.setLoop(loop.name, next.role, next.sector)
    }

    spacing: Theme.space1

    component Turn: ActionButton {
        activeFocusOnTab: false
        implicitHeight: Theme.targetMouse
        implicitWidth: Theme.targetMouse
        padding: 0
        kind: ActionButton.Kind.Quiet
    }
    Word { text: qsTr("Loops inside it"); weight: Theme.weightSemibold }
    Word {
        width: parent.width
        text: inside.setup.loops.length === 0 ? qsTr("None was told apart. A decoder of several loops names each: add the name that it uses.")
            : qsTr("One without a role counts as the device.")
        size: Theme.size13
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
    }
    Repeater {
        model: inside.setup.loops.length
        Rectangle {
            id: row
            required property int index
            readonly property var loop: inside.setup.loops[row.index] ?? { name: "", role: "", sector: 0 }
            readonly property bool given: row.loop.role !== ""
            width: inside.width
            height: Theme.targetDesk
            radius: Theme.radiusM
            color: row.given ? Theme.color.accentSoft : "transparent"
            border.width: Theme.strokeControl
            border.color: row.given ? Theme.color.accent : Theme.color.line
            activeFocusOnTab: true
            onActiveFocusChanged: if (activeFocus) inside.focused(row)
            Accessible.role: Accessible.SpinBox
            Accessible.name: row.loop.name + ", " + role.text
            Keys.onLeftPressed: inside.move(row.loop, -1)
            Keys.onRightPressed: inside.move(row.loop, 1)
            TapHandler { onTapped: row.forceActiveFocus() }
            Figure { anchors { left: parent.left; leftMargin: Theme.space3; right: before.left; verticalCenter: parent.verticalCenter } text: row.loop.name; size: Theme.size15; weight: Theme.weightMedium; elide: Text.ElideRight }
            Turn { id: before; anchors { right: role.left; verticalCenter: parent.verticalCenter } iconName: "chevron-left"; Accessible.name: qsTr("Role before"); onClicked: inside.move(row.loop, -1) }
            Word {
                id: role
                anchors { right: after.left; verticalCenter: parent.verticalCenter }
                width: inside.roleWidth
                horizontalAlignment: Text.AlignHCenter
                text: row.given ? Words.loop(row.loop.role, row.loop.sector) : qsTr("as the device")
                color: row.given ? Theme.color.text : Theme.color.textMuted
                elide: Text.ElideRight
            }
            Turn { id: after; anchors { right: parent.right; rightMargin: Theme.space1; verticalCenter: parent.verticalCenter } iconName: "chevron-right"; Accessible.name: qsTr("Next role"); onClicked: inside.move(row.loop, 1) }
            FocusRing { target: row }
        }
    }
    TextEntry {
        id: other
        width: parent.width
        label: qsTr("Another loop, by the decoder's name or number")
        figures: true
        input.onActiveFocusChanged: if (input.activeFocus) inside.focused(other)
        onAccepted: {
            inside.setup.setLoop(text, "", 0)
            text = ""
        }
    }
}
