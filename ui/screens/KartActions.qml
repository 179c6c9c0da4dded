// What can be done about the chosen kart, each with its key: the second click, the first chose the row.
import QtQuick
import Chicane.Kit
import Chicane.Models

Column {
    id: acts

    required property RaceControl control
    required property bool compact
    required property string row
    required property string number

    spacing: Theme.space1

    component Act: ActionButton {
        required property string what
        width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
        implicitHeight: Theme.targetMouse + Theme.space1
        size: acts.compact ? Theme.size12 : Theme.size13
        padding: Theme.space1h
        spread: true
        focusPolicy: Qt.TabFocus
        onClicked: acts.control.correct(what, acts.row)
    }
    Word {
        text: qsTr("Kart %1").arg(acts.number)
        size: acts.compact ? Theme.size13 : Theme.size14
        weight: Theme.weightSemibold
        bottomPadding: Theme.space1
    }
    Grid {
        id: grid
        width: parent.width
        columns: 2
        spacing: Theme.space1
        Act { what: "laps"; text: qsTr("Laps"); hint: "L" }
        Act { what: "penalty"; text: qsTr("Penalty"); hint: "P" }
        Act { what: "swap"; text: qsTr("Swap kart"); hint: "S" }
        Act { what: "give"; text: qsTr("Give passings"); hint: "G" }
        Act { what: "status"; text: qsTr("State"); hint: "T" }
    }
}
