// What a place says when it has nothing to show: what happened, what is safe, what to do next. With a button where one helps.
import QtQuick
import Chicane.Kit

Column {
    id: note

    required property string title
    property string text: ""
    property string iconName: ""
    property string action: ""

    signal acted()

    spacing: Theme.space2
    width: Math.min(parent.width - 2 * Theme.space5, 420)

    Icon { visible: note.iconName !== ""; name: note.iconName; size: Theme.size32; color: Theme.color.textMuted }
    Word { width: parent.width; text: note.title; size: Theme.size18; weight: Theme.weightSemibold; wrapMode: Text.Wrap }
    Word { width: parent.width; visible: text !== ""; text: note.text; color: Theme.color.textMuted; wrapMode: Text.Wrap }
    ActionButton { visible: text !== ""; text: note.action; kind: ActionButton.Kind.Main; onClicked: note.acted() }
}
