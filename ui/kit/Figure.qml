// Text for figures that are compared; Roboto, whose digits are all of one width.
import QtQuick
import Chicane.Kit

Text {
    property int size: Theme.size14
    property int weight: Theme.weightRegular

    font.family: Theme.familyNum
    font.pixelSize: size
    font.weight: weight
    color: Theme.color.text
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
