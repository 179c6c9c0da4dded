// A flag as a coloured square with its sign; the word always stands beside it.
import QtQuick
import Chicane.Kit

Rectangle {
    id: swatch

    required property string flag  // a word of the contract: green, yellow, slow, red, chequered …
    property int size: Theme.targetMouse
    property bool bare: false      // on a ground of its own colour: the sign alone

    readonly property color ground: swatch.flag === "green" ? Theme.color.flagGreen
                                  : swatch.flag === "yellow" || swatch.flag === "slow" ? Theme.color.flagYellow
                                  : swatch.flag === "red" ? Theme.color.flagRed
                                  : swatch.flag === "chequered" || swatch.flag === "last_lap" ? Theme.color.flagWhite
                                  : Theme.color.surfaceSunken
    readonly property color ink: swatch.flag === "green" ? Theme.color.inkOnFlagGreen
                               : swatch.flag === "yellow" || swatch.flag === "slow" ? Theme.color.inkOnFlagYellow
                               : swatch.flag === "red" ? Theme.color.inkOnFlagRed
                               : swatch.flag === "chequered" || swatch.flag === "last_lap" ? Theme.color.inkOnFlagWhite
                               : Theme.color.textMuted
    readonly property string sign: swatch.flag === "slow" ? "speed" : swatch.flag === "chequered" ? "flag-chequered"
                                 : swatch.flag === "none" || swatch.flag === "" ? "flag-outline" : "flag"

    implicitWidth: swatch.size
    implicitHeight: swatch.size
    radius: Theme.radiusS
    color: swatch.bare ? "transparent" : swatch.ground

    Icon {
        anchors.centerIn: parent
        name: swatch.sign
        color: swatch.ink
        size: Math.round(swatch.size * 0.66)
    }
}
