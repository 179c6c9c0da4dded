// One kart of the fleet: its tags, and the button that learns one.
import QtQuick
import Chicane.Kit

Rectangle {
    id: row

    required property int index
    required property string kartId
    required property string number
    required property string className
    required property string tags
    required property bool outOfService
    property bool chosen: false
    property bool learning: false

    signal learnAsked()

    implicitHeight: Theme.rowDesk
    color: row.learning ? Theme.color.surfaceSelected : row.index % 2 ? Theme.color.rowAlt : Theme.color.surface

    Plate {
        id: plate
        anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        number: row.number
        kind: Plate.Kind.Outlined
        size: Theme.size16
    }
    Figure {
        anchors { left: plate.right; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter }
        text: row.tags === "" ? qsTr("no tag") : row.tags
        size: Theme.size15
        color: row.tags === "" ? Theme.color.alarmText : Theme.color.textMuted
    }
    ActionButton {
        anchors { right: parent.right; rightMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        implicitHeight: Theme.targetMouse
        focusPolicy: Qt.NoFocus  // by keyboard the list does it
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        padding: Theme.space2
        ink: Theme.color.accentText
        text: row.outOfService ? qsTr("out of service") : qsTr("Learn a tag")
        hint: row.chosen ? "⏎" : ""
        enabled: !row.outOfService
        onClicked: row.learnAsked()
    }
}
