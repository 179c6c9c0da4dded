// One action of officials: when, what about whom, then who did it and why; what was taken back says by whom.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string at
    required property string by
    required property string word
    required property string subject
    required property string detail
    required property string why
    required property string undoneBy
    required property bool undone
    required property bool undoable
    property bool chosen: false
    property bool compact: false

    readonly property string second: (row.undone ? qsTr("undone by %1").arg(row.undoneBy === "" ? "—" : row.undoneBy) : row.by) + (row.why === "" ? "" : " · " + row.why)

    signal tapped()

    implicitHeight: words.implicitHeight + 2 * Theme.space1
    color: row.chosen ? Theme.color.surfaceSelected : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: first.text + ", " + row.second

    Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    Figure { id: time; anchors { left: parent.left; leftMargin: Theme.space2; top: words.top } text: row.at; size: Theme.size13; color: Theme.color.textFaint }
    Column {
        id: words
        anchors { left: time.right; leftMargin: Theme.space2; right: parent.right; verticalCenter: parent.verticalCenter }
        Word {
            id: first
            width: parent.width
            text: Words.deed(row.word, row.detail) + (row.subject === "" ? "" : ", " + row.subject)
            size: Theme.size13
            font.strikeout: row.undone
            color: row.undone || !row.undoable ? Theme.color.textFaint : Theme.color.text
            elide: Text.ElideRight
        }
        Word { width: parent.width; text: row.second; size: Theme.size12; color: Theme.color.textMuted; elide: Text.ElideRight }
    }
    TapHandler { onTapped: row.tapped() }
}
