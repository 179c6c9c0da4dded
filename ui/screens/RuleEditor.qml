// One setting of the rules: its options, or a number with its unit. It opens below the sentence; Enter changes, Escape leaves.
import QtQuick
import Chicane.Kit
import Chicane.Screens

FocusScope {
    id: editor

    required property var rules
    required property string kind
    property string key: ""
    readonly property var options: RuleWords.options(editor.key)
    readonly property var unit: RuleWords.unit(editor.key)

    signal changed(var change)
    signal closed()

    visible: editor.key !== ""
    implicitHeight: visible ? box.height : 0

    function open(key: string) {
        editor.key = key
        if (editor.options.length > 0) { list.currentIndex = Math.max(0, editor.options.findIndex(o => o[0] === RuleWords.value(editor.rules, editor.kind, key))); list.forceActiveFocus(); return }
        number.text = (RuleWords.value(editor.rules, editor.kind, key) ?? 0) / editor.unit.factor
        number.take()
    }
    function close() { editor.key = ""; editor.closed() }
    function set(value: var) {
        editor.changed(RuleWords.inEnd.includes(editor.key) ? { end: { [editor.key]: value } } : { [editor.key]: value })
        editor.close()
    }
    Keys.onEscapePressed: editor.close()

    Rectangle {
        id: box
        width: parent.width
        height: column.implicitHeight + 2 * Theme.space3
        radius: Theme.radiusM
        color: Theme.color.surfaceRaised
        border.width: Theme.strokeLine
        border.color: Theme.color.lineStrong
        Column {
            id: column
            x: Theme.space3
            y: Theme.space3
            width: parent.width - 2 * Theme.space3
            spacing: Theme.space2
            Word { text: RuleWords.title(editor.key); size: Theme.size13; color: Theme.color.textMuted }
            ListView {
                id: list
                width: parent.width
                height: count * Theme.targetDesk
                visible: count > 0
                interactive: false
                model: editor.options
                Keys.onReturnPressed: editor.set(editor.options[currentIndex][0])
                delegate: Rectangle {
                    id: row
                    required property int index
                    required property var modelData
                    width: list.width
                    height: Theme.targetDesk
                    radius: Theme.radiusS
                    color: ListView.isCurrentItem ? Theme.color.surfaceSelected : "transparent"
                    Word { anchors { left: parent.left; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter } text: row.modelData[1]; weight: Theme.weightMedium }
                    TapHandler { onTapped: editor.set(row.modelData[0]) }
                }
            }
            TextEntry {
                id: number
                width: parent.width
                visible: editor.options.length === 0
                figures: true
                hint: "⏎"
                validator: RegularExpressionValidator { regularExpression: /[0-9]{1,5}([.,][0-9]{1,3})?/ }
                onAccepted: editor.set(Math.round(Number(text.replace(",", ".")) * editor.unit.factor))
            }
        }
    }
}
