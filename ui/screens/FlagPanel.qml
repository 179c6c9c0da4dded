// The flags: fixed places, found by hand without looking; they act at once. The menu of the chequered flag ends, aborts, extends.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Column {
    id: panel

    required property RaceControl control
    required property bool compact
    property alias menuOpen: menu.open

    readonly property string flag: panel.control.flag
    readonly property bool armed: panel.control.awaitsSignal
    readonly property real half: (width - spacing) / 2

    spacing: Theme.space1h

    Row {
        spacing: panel.spacing
        FlagButton {
            width: panel.half
            flag: "green"; hint: "F1"; compact: panel.compact
            shown: panel.flag === "green"
            text: panel.armed ? qsTr("Start") : qsTr("Green")
            note: panel.armed ? qsTr("start signal") : panel.flag === "green" ? panel.control.flagSince : qsTr("all posts")
            onClicked: panel.control.showFlag("green")
        }
        FlagButton {
            width: panel.half
            flag: "yellow"; hint: "F2"; compact: panel.compact
            shown: panel.flag === "yellow"
            text: qsTr("Yellow"); note: qsTr("all posts")
            onClicked: panel.control.showFlag("yellow")
        }
    }
    FlagButton {
        width: panel.width
        flag: "red"; hint: "F3"; compact: panel.compact; large: true
        shown: panel.flag === "red"
        text: qsTr("Red"); note: panel.flag === "red" ? qsTr("shown since %1").arg(panel.control.flagSince) : qsTr("stop on the track")
        onClicked: panel.control.showFlag("red")
    }
    Row {
        spacing: panel.spacing
        FlagButton {
            width: panel.half
            flag: "chequered"; hint: "F4"; compact: panel.compact
            shown: panel.flag === "chequered"
            text: qsTr("Chequered"); note: Words.how(panel.control.planned.rules?.end?.how ?? "")
            onClicked: panel.control.showFlag("chequered")
        }
        FlagButton {
            width: panel.half
            flag: "slow"; hint: "F5"; compact: panel.compact
            shown: panel.flag === "slow"
            text: qsTr("Slow"); note: qsTr("full course")
            onClicked: panel.control.showFlag("slow")
        }
    }
    EndMenu {
        id: menu
        width: panel.width
        control: panel.control
        compact: panel.compact
    }
}
