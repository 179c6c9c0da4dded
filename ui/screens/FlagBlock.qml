// The flag that is shown: colour, sign, word and since when; as wide as the day's column.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: block

    required property string flag
    required property string since
    required property bool compact

    color: block.flag === "red" ? Qt.darker(swatch.ground, 1.22) : swatch.ground

    FlagSwatch {
        id: swatch
        anchors { left: parent.left; leftMargin: block.compact ? Theme.space2 : Theme.space4; verticalCenter: parent.verticalCenter }
        flag: block.flag
        bare: true
        size: block.compact ? Theme.space10 : Theme.space12 + Theme.space2
    }
    Column {
        anchors { left: swatch.right; leftMargin: Theme.space1; right: parent.right; verticalCenter: parent.verticalCenter }
        PlateFigure {
            width: parent.width
            text: Words.flag(block.flag)
            font.capitalization: Font.AllUppercase
            size: block.compact ? Theme.size20 : Theme.size28
            color: swatch.ink
            elide: Text.ElideRight
        }
        Word {
            visible: block.since !== ""
            text: qsTr("since %1").arg(block.since)
            size: Theme.size12
            weight: Theme.weightMedium
            color: swatch.ink
        }
    }
}
