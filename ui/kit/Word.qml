// Text for words, in Inter.
import QtQuick
import Chicane.Kit

Text {
    property int size: Theme.size14
    property int weight: Theme.weightRegular

    font.family: Theme.familyUi
    font.pixelSize: size
    font.weight: weight
    color: Theme.color.text
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
