// Text for numbers of karts, positions and clocks, condensed.
import QtQuick
import Chicane.Kit

Text {
    property int size: Theme.size14
    property int weight: Theme.weightBold

    font.family: Theme.familyPlate
    font.pixelSize: size
    font.weight: weight
    color: Theme.color.text
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
