// A message to the boards, to all or to the chosen kart. M opens it, Enter sends, Escape leaves the text standing.
import QtQuick
import Chicane.Kit
import Chicane.Models

Column {
    id: editor

    required property RaceControl control
    required property bool compact
    required property string number
    property bool writing: false

    spacing: Theme.space1

    function open() { editor.writing = true; entry.take() }

    Item {
        width: parent.width
        height: button.implicitHeight
        Word {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Messages")
            size: editor.compact ? Theme.size13 : Theme.size14
            weight: Theme.weightSemibold
        }
        ActionButton {
            id: button
            anchors.right: parent.right
            implicitHeight: Theme.targetMouse
            size: editor.compact ? Theme.size12 : Theme.size13
            padding: Theme.space2
            text: qsTr("Message")
            hint: "M"
            onClicked: editor.open()
        }
    }
    TextEntry {
        id: entry
        width: parent.width
        visible: editor.writing
        placeholder: editor.number === "" ? qsTr("To all boards") : qsTr("To kart %1").arg(editor.number)
        hint: qsTr("Enter")
        onAccepted: if (text.trim() !== "") editor.control.postMessage(text.trim(), editor.number)
        Keys.onEscapePressed: editor.writing = false
        Connections {
            target: editor.control
            function onDone(word: string) { if (word === "message") { entry.text = ""; editor.writing = false } }
        }
    }
    Repeater {
        model: editor.control.messages.filter(m => m.kind !== "flag").slice(0, editor.compact ? 1 : 3)
        Row {
            id: row
            required property var modelData
            width: editor.width
            spacing: Theme.space2
            Figure { id: time; text: Formats.hour(row.modelData.at_ms * 1000); size: Theme.size13; color: Theme.color.textFaint }
            Word {
                width: row.width - time.width - row.spacing
                text: (row.modelData.number ? qsTr("Kart %1").arg(row.modelData.number) + ": " : "") + row.modelData.text
                size: Theme.size13
                color: Theme.color.textMuted
                elide: Text.ElideRight
            }
        }
    }
}
