// What the decoder of a source can be told: a list, and below it the chosen one with what it takes, what it may cost, and the button that
// sends it. What may cost passings has no key: it is meant, or it is left.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property DeviceCommands commands
    required property bool compact
    readonly property int pad: pane.compact ? Theme.space3 : Theme.space5
    readonly property var chosen: pane.commands.chosen
    readonly property var takes: pane.chosen.arguments ?? []
    readonly property bool dangerous: pane.chosen.confirm === true
    property var typed: ({})

    function begin() { list.forceActiveFocus() }
    function choose(row: int) { if (row >= 0 && row < list.count) pane.commands.choose(pane.commands.items[row].command) }
    function chosenRow(): int {
        const items = pane.commands.items
        for (let row = 0; row < items.length; ++row) if (items[row].command === pane.chosen.command) return row
        return -1
    }
    function type(name: string, text: string) {
        const next = Object.assign({}, pane.typed)
        next[name] = text
        pane.typed = next
    }
    function send() { if (main.enabled) pane.commands.send(pane.typed) }
    function isWhole(): bool { return pane.takes.every(argument => (pane.typed[argument.name] ?? "").trim() !== "") }

    onTakesChanged: {
        const first = {}
        pane.takes.filter(argument => argument.words.length > 0).forEach(argument => first[argument.name] = argument.words[0])
        pane.typed = first
    }

    Shortcut { sequence: "Escape"; enabled: pane.visible && pane.enabled; onActivated: pane.commands.leave() }
    Shortcut { sequences: ["Return", "Enter"]; enabled: pane.visible && pane.enabled && !pane.dangerous; onActivated: pane.send() }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Column {
        id: head
        x: pane.pad
        y: pane.compact ? Theme.space2 : Theme.space4
        width: parent.width - 2 * pane.pad
        spacing: Theme.space1
        Word { width: parent.width; text: qsTr("Commands to %1").arg(pane.commands.device); size: Theme.size18; weight: Theme.weightSemibold; elide: Text.ElideRight }
        Word {
            width: parent.width
            text: qsTr("Sent at once, and recorded with your name. What it answers stands in its live bytes.")
            size: Theme.size13
            color: Theme.color.textMuted
            wrapMode: Text.Wrap
        }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.space3; bottom: foot.top; bottomMargin: Theme.space2 }
        clip: true
        activeFocusOnTab: true
        model: pane.commands.items
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        onHeightChanged: positionViewAtIndex(currentIndex, ListView.Contain)  // fields below may take its place
        currentIndex: pane.chosenRow()
        Keys.onUpPressed: pane.choose(currentIndex - 1)
        Keys.onDownPressed: pane.choose(currentIndex + 1)
        Accessible.name: qsTr("Commands")
        delegate: Rectangle {
            id: row
            required property var modelData
            required property int index
            readonly property bool chosen: ListView.isCurrentItem
            width: list.width
            height: words.implicitHeight + 2 * Theme.space2
            color: row.chosen ? Theme.color.surfaceSelected : row.index % 2 ? Theme.color.rowAlt : Theme.color.surface
            FocusRing { target: row; inside: true; visible: row.chosen && list.activeFocus }
            Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
            Column {
                id: words
                x: pane.pad
                y: Theme.space2
                width: parent.width - 2 * pane.pad - danger.width
                Word { width: parent.width; text: CommandWords.name(row.modelData.command); weight: Theme.weightMedium; elide: Text.ElideRight }
                Word { width: parent.width; text: CommandWords.does(row.modelData.command); size: Theme.size13; color: Theme.color.textMuted; wrapMode: Text.Wrap }
            }
            Icon {
                id: danger
                anchors { right: parent.right; rightMargin: pane.pad; verticalCenter: parent.verticalCenter }
                visible: row.modelData.confirm
                name: "alarm"
                size: Theme.size16
                color: Theme.color.alarm
            }
            TapHandler { onTapped: { pane.choose(row.index); list.forceActiveFocus() } }
        }
    }
    ScrollMark { target: list }
    EmptyNote {
        anchors { left: parent.left; right: parent.right; top: head.bottom; margins: pane.pad }
        visible: pane.commands.heard && list.count === 0
        title: qsTr("It takes no commands")
        text: pane.commands.protocol === "" ? qsTr("No decoder is there to be told.") : qsTr("None is publicly known for its protocol.")
    }
    Column {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: pane.pad }
        spacing: Theme.space2
        Rule { width: parent.width; visible: list.count > 0 }
        Repeater {
            model: pane.takes
            Column {
                id: field
                required property var modelData
                width: foot.width
                spacing: Theme.space1
                Word { visible: choice.visible; text: CommandWords.argument(field.modelData.name); size: Theme.size13; weight: Theme.weightMedium; color: Theme.color.textMuted }
                Choice {
                    id: choice
                    visible: field.modelData.words.length > 0
                    width: parent.width
                    spread: true
                    options: field.modelData.words.map(word => ({ value: word, text: word }))
                    value: pane.typed[field.modelData.name] ?? ""
                    onChosen: value => pane.type(field.modelData.name, value)
                }
                TextEntry {
                    visible: !choice.visible
                    width: parent.width
                    label: CommandWords.argument(field.modelData.name)
                    placeholder: CommandWords.expected(field.modelData)
                    figures: true
                    onEdited: pane.type(field.modelData.name, text)
                }
            }
        }
        Row {
            width: parent.width
            visible: (pane.chosen.cost ?? "none") !== "none" && pane.commands.sent === ""
            spacing: Theme.space2
            Icon { id: sign; visible: pane.dangerous; name: "alarm"; color: Theme.color.alarm }
            Word {
                width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                text: CommandWords.cost(pane.chosen.cost ?? "")
                size: Theme.size14
                weight: pane.dangerous ? Theme.weightMedium : Theme.weightRegular
                color: pane.dangerous ? Theme.color.alarmText : Theme.color.textMuted
                wrapMode: Text.Wrap
            }
        }
        Word { width: parent.width; visible: text !== ""; text: pane.commands.error; size: Theme.size14; color: Theme.color.alarmText; wrapMode: Text.Wrap }
        Row {
            visible: pane.commands.sent !== ""
            spacing: Theme.space2
            Icon { id: tick; name: "check"; color: Theme.color.ok }
            Word { width: foot.width - tick.width - parent.spacing; text: qsTr("Sent: %1").arg(CommandWords.name(pane.commands.sent)); size: Theme.size14; wrapMode: Text.Wrap }
        }
        Row {
            width: parent.width
            spacing: Theme.space2
            ActionButton {
                id: main
                visible: list.count > 0
                width: parent.width - leave.width - parent.spacing
                implicitHeight: Theme.targetDesk + Theme.space1
                kind: pane.dangerous ? ActionButton.Kind.Danger : ActionButton.Kind.Main
                enabled: !pane.commands.sending && pane.chosen.command !== undefined && pane.isWhole()
                text: CommandWords.name(pane.chosen.command ?? "")
                hint: pane.dangerous ? "" : "⏎"
                onClicked: pane.send()
            }
            ActionButton {
                id: leave
                implicitHeight: Theme.targetDesk + Theme.space1
                text: qsTr("Leave")
                hint: "Esc"
                onClicked: pane.commands.leave()
            }
        }
    }
}
