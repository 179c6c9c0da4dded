// The two ways out of a correction: the deed, whose button says its effect, and leaving. What went wrong stands above them.
import QtQuick
import Chicane.Kit
import Chicane.Models

Column {
    id: foot

    required property Correction correction
    required property bool compact
    required property string effect
    property bool asksWhy: true  // a decision has its foot-note instead
    property string whyKey: "/"
    readonly property bool typing: why.input.activeFocus

    property bool saying: false
    function say() { foot.saying = true; why.take(); foot.saying = false }

    spacing: Theme.space1h

    Connections { target: foot.correction; function onBegun() { why.text = "" } }
    Shortcut { sequence: foot.whyKey; enabled: foot.visible && foot.asksWhy && !foot.typing; onActivated: foot.say() }
    Shortcut { sequences: ["Escape", "Return", "Enter"]; enabled: foot.visible && foot.typing; onActivated: apply.forceActiveFocus() }
    // The narrow side has no room for a field that is mostly left empty: its key opens it.
    Row {
        visible: foot.asksWhy && !why.visible
        anchors.right: parent.right
        spacing: Theme.space1h
        Word { text: why.placeholder; size: Theme.size12; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
        KeyHint { text: why.hint; ink: Theme.color.textMuted }
        TapHandler { onTapped: foot.say() }
    }
    TextEntry {
        id: why
        width: parent.width
        visible: foot.asksWhy && (!foot.compact || foot.saying || foot.typing || why.text !== "")
        fieldHeight: Theme.targetMouse + Theme.space1
        size: Theme.size13
        placeholder: qsTr("Why")
        hint: foot.whyKey.replace("+", " ")
        input.maximumLength: 100
        onEdited: foot.correction.because(text.trim())
    }
    Word {
        width: parent.width
        visible: foot.correction.error !== ""
        text: foot.correction.error
        size: Theme.size13
        color: Theme.color.dangerText
        wrapMode: Text.Wrap
    }
    Row {
        width: parent.width
        spacing: Theme.space2
        ActionButton {
            id: apply
            width: parent.width - leave.width - parent.spacing
            implicitHeight: foot.compact ? Theme.targetDesk : Theme.targetTouch
            kind: ActionButton.Kind.Main
            enabled: foot.correction.previewed && !foot.correction.sending
            text: foot.effect
            hint: "⏎"
            focusPolicy: Qt.TabFocus
            onClicked: foot.correction.apply()
        }
        ActionButton {
            id: leave
            implicitHeight: apply.implicitHeight
            text: foot.compact ? "" : qsTr("Leave")
            hint: "Esc"
            focusPolicy: Qt.TabFocus
            Accessible.name: qsTr("Leave")
            onClicked: foot.correction.leave()
        }
    }
}
