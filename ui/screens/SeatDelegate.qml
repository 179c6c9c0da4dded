// One seat: taken, free, or about to be taken. A taken one can get the chosen kart, or be given back.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property string seatId
    required property int place
    required property string name
    required property string kart
    required property string status
    property string coming: ""
    property string comingKart: ""
    property bool ringed: false

    signal kartAsked()
    signal freed()

    readonly property bool narrow: row.width < 800
    readonly property bool free: row.status === "free"
    readonly property bool next: row.free && row.coming !== ""
    readonly property string number: row.next ? row.comingKart : row.kart

    color: row.next ? Theme.color.surfaceSelected : Theme.color.surface

    Rectangle { visible: row.next; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
    Figure { x: Theme.space3; height: parent.height; text: row.place; size: Theme.size15; color: Theme.color.textMuted }
    Word {
        x: Theme.space16 + Theme.space3
        width: row.width * 0.58 - x
        height: parent.height
        text: row.next ? row.coming : row.free ? qsTr("free") : row.name
        size: row.free && !row.next ? Theme.size14 : Theme.size15
        weight: row.free && !row.next ? Theme.weightRegular : Theme.weightMedium
        color: row.free && !row.next ? Theme.color.textMuted : Theme.color.text
        elide: Text.ElideRight
    }
    Row {
        x: row.width * 0.58 + Theme.space3
        height: parent.height
        visible: row.next || !row.free
        spacing: Theme.space1h
        Icon {
            name: row.next ? "arrow-right" : row.status === "checked_in" ? "check" : "clock"
            size: Theme.size16
            color: row.status === "checked_in" && !row.next ? Theme.color.ok : Theme.color.textMuted
            anchors.verticalCenter: parent.verticalCenter
        }
        Word {
            height: parent.height
            text: row.next ? qsTr("will be placed") : Words.seat(row.status)
            color: row.status === "checked_in" && !row.next ? Theme.color.ok : Theme.color.textMuted
        }
    }
    Plate {
        x: row.width * 0.78 + Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        visible: row.number !== "" && (row.next || !row.free)
        number: row.number
        kind: Plate.Kind.Outlined
        size: Theme.size16
    }
    ActionButton {
        x: row.width * 0.78 + Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        visible: !row.free && row.kart === ""
        implicitHeight: Theme.targetMouse
        focusPolicy: Qt.NoFocus  // by keyboard the list does it
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        padding: Theme.space2
        enabled: row.comingKart !== ""
        iconName: row.narrow ? "plus" : ""
        text: row.comingKart === "" ? qsTr("no kart free") : row.narrow ? qsTr("kart %1").arg(row.comingKart) : qsTr("give kart %1").arg(row.comingKart)
        onClicked: row.kartAsked()
    }
    ActionButton {
        anchors { right: parent.right; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        visible: !row.free
        implicitHeight: Theme.targetMouse
        focusPolicy: Qt.NoFocus  // by keyboard the list does it
        kind: ActionButton.Kind.Quiet
        size: Theme.size13
        padding: Theme.space2
        ink: Theme.color.textMuted
        iconName: row.narrow ? "cross" : ""
        text: row.narrow ? "" : qsTr("free it")
        Accessible.name: qsTr("free it")
        onClicked: row.freed()
    }
    Rule { anchors.bottom: parent.bottom; width: parent.width }
    FocusRing { target: row; inside: true; visible: row.ringed }
}
