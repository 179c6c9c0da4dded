// A late entry: a name, the first free kart with it. Enter adds and stays open for the next.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: editor

    required property SessionSetup model
    property bool writing: false
    readonly property string kart: editor.model.freeKarts.count > 0 ? editor.model.freeKarts.keyAt(0) : ""

    signal closed()

    visible: editor.writing
    height: box.height

    function open() { editor.writing = true; name.take() }
    function add() {
        if (name.text.trim() === "") return
        editor.model.addEntrant(name.text.trim(), editor.kart)
        name.text = ""
        name.take()
    }
    Keys.onEscapePressed: { editor.writing = false; editor.closed() }

    Rectangle {
        id: box
        width: parent.width
        height: line.implicitHeight + 2 * Theme.space3
        radius: Theme.radiusM
        color: Theme.color.surfaceRaised
        border.width: Theme.strokeLine
        border.color: Theme.color.lineStrong
        Row {
            id: line
            x: Theme.space3
            y: Theme.space3
            spacing: Theme.space2
            TextEntry { id: name; width: box.width - add.width - 3 * Theme.space3; label: qsTr("Late entry: name"); onAccepted: editor.add() }
            ActionButton {
                id: add
                anchors.bottom: parent.bottom
                kind: ActionButton.Kind.Main
                enabled: name.text.trim() !== ""
                text: editor.kart === "" ? qsTr("Enter without a kart") : qsTr("Enter with kart %1").arg(editor.model.freeKarts.valueAt(0, "number"))
                hint: "⏎"
                onClicked: editor.add()
            }
        }
    }
}
