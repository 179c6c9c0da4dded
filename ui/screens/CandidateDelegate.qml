// One candidate for a tag: its key, the kart, the evidence in words.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string number
    required property string name
    required property string reason
    required property string detail
    required property bool onGrid
    property bool chosen: false
    property bool compact: false

    readonly property string why: Words.reason(row.reason)
    // What the register says is one thing; the narrow side has room for one of the two.
    readonly property string evidence: row.detail === "" || row.reason === "register" ? row.why : row.compact ? row.detail : row.why + " · " + row.detail

    signal tapped()

    implicitHeight: words.implicitHeight + 2 * (row.compact ? Theme.space1 : Theme.space1h)
    color: row.chosen ? Theme.color.surfaceSelected : "transparent"

    Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    KeyHint {
        id: key
        anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        text: row.index + 1
        ink: Theme.color.textMuted
    }
    Plate {
        id: plate
        anchors { left: key.right; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        number: row.number
        size: Theme.size15
        kind: row.onGrid ? Plate.Kind.Filled : Plate.Kind.Outlined
    }
    Column {
        id: words
        anchors { left: plate.right; leftMargin: Theme.space2; right: parent.right; verticalCenter: parent.verticalCenter }
        Word { width: parent.width; text: row.name === "" ? qsTr("Kart %1").arg(row.number) : row.name; weight: Theme.weightMedium; elide: Text.ElideRight }
        Word {
            width: parent.width
            text: row.evidence
            size: Theme.size12
            color: Theme.color.textMuted
            elide: Text.ElideRight
        }
    }
    TapHandler { onTapped: row.tapped() }
}
