// One rule-set in the list: its name, kind, version and since when.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property string setId
    required property string name
    required property string kind
    required property int number
    required property string validFrom
    required property bool chosen

    signal chosenNow()

    height: Theme.space12 + Theme.space2
    color: row.chosen ? Theme.color.surfaceSelected : hover.hovered ? Theme.color.surfaceHover : "transparent"

    Column {
        anchors { left: parent.left; leftMargin: Theme.space5; right: parent.right; rightMargin: Theme.space3; verticalCenter: parent.verticalCenter }
        Word { width: parent.width; text: row.name; weight: row.chosen ? Theme.weightSemibold : Theme.weightMedium; elide: Text.ElideRight }
        Word {
            width: parent.width
            text: row.number > 1 ? qsTr("%1 · version %2, from %3").arg(Words.kind(row.kind)).arg(row.number).arg(row.validFrom) : Words.kind(row.kind)
            size: Theme.size13
            color: Theme.color.textMuted
            elide: Text.ElideRight
        }
    }
    HoverHandler { id: hover }
    TapHandler { onTapped: row.chosenNow() }
}
