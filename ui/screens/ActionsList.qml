// The last ten actions, newest first; what was undone is struck through in words and colour.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

Column {
    id: list

    required property RaceControl control
    required property bool compact

    spacing: Theme.space1

    Item {
        width: parent.width
        height: button.implicitHeight
        Word {
            anchors.verticalCenter: parent.verticalCenter
            text: list.compact ? qsTr("Actions") : qsTr("Last ten actions")
            size: list.compact ? Theme.size13 : Theme.size14
            weight: Theme.weightSemibold
        }
        ActionButton {
            id: button
            anchors.right: parent.right
            visible: list.control.actions.count > 0
            implicitHeight: Theme.targetMouse
            size: list.compact ? Theme.size12 : Theme.size13
            padding: Theme.space2
            focusPolicy: Qt.TabFocus
            text: qsTr("Take back")
            hint: "U"
            onClicked: list.control.correct("undo", "")
        }
    }
    Word { visible: list.control.actions.count === 0; text: qsTr("Nothing was done yet."); size: Theme.size13; color: Theme.color.textFaint }
    Repeater {
        model: list.control.actions
        Row {
            id: row
            required property int index
            required property string at
            required property string by
            required property string word
            required property string subject
            required property string detail
            required property bool undone
            width: list.width
            spacing: Theme.space2
            Figure { id: time; text: row.at; size: Theme.size13; color: Theme.color.textFaint }
            Word {
                width: row.width - time.width - row.spacing
                text: Words.deed(row.word, row.detail) + (row.subject === "" ? "" : ", " + row.subject) + (row.undone ? " · " + qsTr("undone") : "")
                size: Theme.size13
                font.strikeout: row.undone
                color: row.undone ? Theme.color.textFaint : row.index === 0 ? Theme.color.text : Theme.color.textMuted
                elide: Text.ElideRight
            }
        }
    }
}
