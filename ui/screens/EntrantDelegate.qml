// One entrant: place on the grid, kart, name, tag, whether he is here. What is missing is amber and says so.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string entrantId
    required property int grid
    required property string number
    required property string name
    required property string tag
    required property string status
    property bool compact: false
    property bool chosen: false
    property bool ringed: false

    signal tapped()
    signal kartAsked()

    readonly property bool here: row.status === "checked_in" || row.status === "driven"

    implicitHeight: row.compact ? Theme.space8 : Theme.rowDesk
    color: row.chosen ? Theme.color.surfaceSelected : row.index % 2 ? Theme.color.rowAlt : Theme.color.surface

    EntrantHead { id: columns; visible: false; width: row.width; compact: row.compact }
    Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    Row {
        PlateFigure { width: columns.handle; height: row.height; text: row.grid; size: Theme.size16; horizontalAlignment: Text.AlignHCenter; color: Theme.color.textMuted }
        Item {
            width: columns.kart
            height: row.height
            Row {
                anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
                spacing: Theme.space2
                Plate { number: row.number; kind: row.number === "" ? Plate.Kind.Unknown : Plate.Kind.Outlined; size: Theme.size16 }
                Word { visible: row.number === "" && !row.compact; text: qsTr("choose…"); size: Theme.size13; color: Theme.color.alarmText; anchors.verticalCenter: parent.verticalCenter }
            }
            TapHandler { onTapped: row.kartAsked() }
        }
        Word {
            width: columns.name
            height: row.height
            leftPadding: Theme.space2
            text: row.name
            size: row.compact ? Theme.size14 : Theme.size16
            weight: Theme.weightMedium
            elide: Text.ElideRight
        }
        Figure {
            width: columns.tag
            height: row.height
            text: row.tag === "" ? "—" : row.tag
            size: Theme.size15
            horizontalAlignment: Text.AlignRight
            color: row.tag === "" ? Theme.color.alarmText : Theme.color.textMuted
            elide: Text.ElideRight
        }
        Row {
            width: columns.status
            height: row.height
            leftPadding: Theme.space5
            spacing: Theme.space1h
            Icon { name: row.here ? "check" : "clock"; size: Theme.size16; color: row.here ? Theme.color.ok : Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
            Word { height: parent.height; text: row.here ? qsTr("here") : qsTr("not here yet"); size: row.compact ? Theme.size13 : Theme.size14 }
        }
    }
    FocusRing { target: row; inside: true; visible: row.ringed }
    TapHandler { onTapped: row.tapped() }
}
