// The last ten actions with who and why: any of them is taken back, or done again, from where one is (↑ ↓, Enter), after its preview.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

FocusScope {
    id: panel

    required property RaceControl control
    required property bool compact
    readonly property Correction correction: panel.control.correction
    property string chosen: ""  // the action's number; it stays chosen while newer ones come
    readonly property int at: panel.control.actions.count > 0 ? panel.control.actions.indexOf(panel.chosen) : -1
    readonly property string word: panel.at < 0 ? "" : panel.control.actions.valueAt(panel.at, "word")
    readonly property string detail: panel.at < 0 ? "" : panel.control.actions.valueAt(panel.at, "detail")
    readonly property string kind: (panel.correction.asked.kind ?? "")

    function choose(at: int) {
        if (panel.control.actions.count === 0) return
        const row = Math.max(0, Math.min(panel.control.actions.count - 1, at))
        panel.chosen = panel.control.actions.keyAt(row)
        const undone = panel.control.actions.valueAt(row, "undone")
        const can = undone ? panel.control.actions.valueAt(row, "redoable") : panel.control.actions.valueAt(row, "undoable")
        panel.correction.ask(can ? { kind: undone ? "redo" : "undo", seq: Number(panel.chosen) } : {})
    }
    Connections { target: panel.correction; function onBegun() { if (panel.visible) panel.choose(0) } }

    component Key: Shortcut { enabled: panel.visible && panel.enabled }
    Key { sequence: "Up"; onActivated: panel.choose(panel.at - 1) }
    Key { sequence: "Down"; onActivated: panel.choose(panel.at + 1) }
    Key { sequences: ["Escape", "U"]; onActivated: panel.correction.leave() }
    Key { sequences: ["Return", "Enter"]; onActivated: panel.correction.apply() }

    Column {
        id: head
        width: parent.width
        Word { width: parent.width; text: qsTr("Take back"); size: panel.compact ? Theme.size16 : Theme.size18; weight: Theme.weightSemibold; elide: Text.ElideRight }
        Word { width: parent.width; text: qsTr("Nothing is changed yet."); size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideRight }
    }
    ListView {
        id: list
        anchors { top: head.bottom; topMargin: Theme.space2; left: parent.left; right: parent.right; bottom: preview.top; bottomMargin: Theme.space2 }
        clip: true
        model: panel.control.actions
        currentIndex: panel.at
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        delegate: ActionDelegate {
            width: list.width
            compact: panel.compact
            chosen: index === panel.at
            onTapped: panel.choose(index)
        }
    }
    ScrollMark { target: list }
    CorrectionPreview {
        id: preview
        anchors { left: parent.left; right: parent.right; bottom: foot.top; bottomMargin: Theme.space2 }
        correction: panel.correction
        compact: panel.compact
    }
    CorrectionFoot {
        id: foot
        asksWhy: false
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        correction: panel.correction
        compact: panel.compact
        readonly property string deed: Words.deed(panel.word, panel.detail)
        effect: panel.kind === "redo" ? (panel.compact ? qsTr("Do again") : qsTr("Do again: %1").arg(deed))
              : panel.kind === "undo" ? (panel.compact ? qsTr("Take back") : qsTr("Take back: %1").arg(deed))
              : panel.compact ? qsTr("Not here") : qsTr("Nothing to take back here")
    }
}
