// Rule-sets: the list at the left; at the right the chosen one in words, whose underlined settings are changed and kept as its next version.
// Enter takes it for the session. F7 or Escape leaves.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property RuleSets sets
    required property SessionSetup session
    required property double trackMinLapMs
    readonly property var draft: pane.sets.draft
    readonly property bool isNew: (pane.draft.id ?? "") === ""
    readonly property bool any: pane.draft.rules !== undefined
    readonly property int listWidth: 280

    signal closed()

    function take() {
        if (pane.isNew || pane.sets.dirty) return
        pane.session.takeRuleSet(pane.draft.id)
        pane.closed()
    }
    onVisibleChanged: if (visible) { pane.sets.load(pane.session.session.rule_set?.id ?? ""); list.forceActiveFocus() }
    Keys.onEscapePressed: if (pane.sets.dirty) pane.sets.leave(); else pane.closed()

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Item {
        id: side
        width: pane.listWidth
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        Word { id: title; x: Theme.space5; height: Theme.space12; text: qsTr("Rule-sets"); size: Theme.size16; weight: Theme.weightSemibold }
        ListView {
            id: list
            anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: fresh.top; bottomMargin: Theme.space2 }
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: pane.sets.items
            currentIndex: pane.sets.items.indexOf(pane.draft.id ?? "")
            Keys.onUpPressed: if (currentIndex > 0) pane.sets.choose(pane.sets.items.keyAt(currentIndex - 1))
            Keys.onDownPressed: if (currentIndex + 1 < count) pane.sets.choose(pane.sets.items.keyAt(currentIndex + 1))
            Keys.onReturnPressed: pane.take()
            delegate: RuleSetDelegate {
                width: list.width
                chosen: ListView.isCurrentItem
                onChosenNow: { list.forceActiveFocus(); pane.sets.choose(setId) }
            }
            FocusRing { target: list; inside: true }
        }
        EmptyNote {
            anchors { left: parent.left; right: parent.right; top: title.bottom; margins: Theme.space5 }
            visible: list.count === 0 && !pane.sets.loading
            iconName: "calendar"
            title: qsTr("No rule-set yet")
            text: qsTr("Keep the rules of this session as the first one.")
        }
        ActionButton {
            id: fresh
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space4 }
            text: qsTr("New, from this session")
            onClicked: { pane.sets.begin(pane.session.session, pane.trackMinLapMs); name.take() }
        }
    }
    Rectangle { id: line; anchors { left: side.right; top: parent.top; bottom: parent.bottom } width: Theme.strokeLine; color: Theme.color.line }
    Flickable {
        id: flick
        anchors { left: line.right; right: parent.right; top: parent.top; bottom: foot.top; leftMargin: Theme.space5; rightMargin: Theme.space5 }
        visible: pane.any
        contentHeight: content.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Column {
            id: content
            width: flick.width
            topPadding: Theme.space4
            spacing: Theme.space3
            Row {
                width: parent.width - Theme.strokeFocus  // a frame is not cut at the edge
                spacing: Theme.space3
                TextEntry {
                    id: name
                    width: (parent.width - 2 * parent.spacing) * 0.5
                    label: qsTr("Name")
                    text: pane.draft.name ?? ""
                    onEdited: pane.sets.setText("name", text)
                }
                TextEntry {
                    width: (parent.width - 2 * parent.spacing) * 0.25
                    label: qsTr("Valid from")
                    placeholder: qsTr("today")
                    figures: true
                    text: pane.draft.valid_from ?? ""
                    onEdited: pane.sets.setText("valid_from", text)
                }
                TextEntry {
                    width: (parent.width - 2 * parent.spacing) * 0.25
                    label: qsTr("Minutes on the plan")
                    figures: true
                    validator: IntValidator { bottom: 1; top: 2880 }
                    text: Math.round((pane.draft.duration_s ?? 0) / 60)
                    onEdited: if (Number(text) > 0) pane.sets.setNumber("duration_s", Number(text) * 60)
                }
            }
            RuleSentence {
                id: sentence
                width: parent.width
                rules: pane.draft.rules ?? ({})
                kind: pane.draft.kind ?? ""
                compact: true
                onChosen: (key, row) => editor.open(key)
            }
            RuleEditor {
                id: editor
                width: parent.width
                rules: pane.draft.rules ?? ({})
                kind: pane.draft.kind ?? ""
                onChanged: change => pane.sets.changeRules(change)
                onClosed: sentence.forceActiveFocus()
            }
        }
    }
    Column {
        id: foot
        anchors { left: line.right; right: parent.right; bottom: parent.bottom; margins: Theme.space5; bottomMargin: Theme.space4 }
        spacing: Theme.space2
        visible: pane.any
        Word { visible: pane.sets.error !== ""; width: parent.width; text: pane.sets.error; color: Theme.color.dangerText; wrapMode: Text.Wrap }
        Row {
            spacing: Theme.space2
            ActionButton {
                kind: ActionButton.Kind.Main
                enabled: !pane.isNew && !pane.sets.dirty && pane.session.session.id !== undefined
                text: qsTr("Take for this session")
                hint: "⏎"
                onClicked: pane.take()
            }
            ActionButton {
                enabled: (pane.isNew || pane.sets.dirty) && (pane.draft.name ?? "").trim() !== ""
                text: pane.isNew ? qsTr("Keep as a new rule-set") : qsTr("Keep as version %1").arg((pane.draft.version ?? 0) + 1)
                onClicked: pane.sets.keep()
            }
            ActionButton {
                visible: !pane.isNew
                kind: ActionButton.Kind.Quiet
                text: qsTr("Use no more")
                onClicked: pane.sets.retire()
            }
        }
        Word {
            width: parent.width
            text: qsTr("Sessions that were made by it keep the version they have.")
            size: Theme.size13
            color: Theme.color.textMuted
            wrapMode: Text.Wrap
        }
    }
}
