// A time with its second sign: P in a filled square, G in a ring. The slot of the mark stays when empty, so digits never move.
import QtQuick
import Chicane.Kit

Item {
    id: time

    required property string text
    required property string mark  // "P", "G" or ""
    property int size: Theme.size18
    property color plain: Theme.color.text  // without a mark

    readonly property color ink: time.mark === "P" ? Theme.color.bestOverall
                               : time.mark === "G" ? Theme.color.bestPersonal
                               : time.text === "—" ? Theme.color.textFaint : time.plain
    readonly property int slot: Theme.size15

    implicitWidth: figure.implicitWidth + Theme.space1 + time.slot
    implicitHeight: figure.implicitHeight

    Figure {
        id: figure
        anchors { right: parent.right; rightMargin: Theme.space1 + time.slot; verticalCenter: parent.verticalCenter }
        text: time.text
        size: time.size
        weight: time.mark === "" ? Theme.weightRegular : Theme.weightMedium
        color: time.ink
    }
    Rectangle {
        visible: time.mark !== ""
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: time.slot
        height: time.slot
        radius: time.mark === "G" ? time.slot / 2 : Theme.radiusS
        color: time.mark === "P" ? Theme.color.bestOverall : "transparent"
        border.width: time.mark === "G" ? Theme.strokeLine : 0
        border.color: Theme.color.bestPersonal

        Word {
            anchors.centerIn: parent
            text: time.mark
            size: Theme.size11
            weight: Theme.weightBold
            color: time.mark === "P" ? Theme.color.surface : Theme.color.bestPersonal
        }
    }
}
