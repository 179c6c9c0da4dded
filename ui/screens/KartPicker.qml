// The free karts for one entrant: arrows choose, Enter gives, Escape leaves.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: picker

    required property SessionSetup model
    property string entrant: ""
    property string name: ""
    readonly property int widthAll: 380
    readonly property int shownMax: 7

    signal closed()

    visible: picker.entrant !== ""
    width: picker.widthAll
    height: column.implicitHeight + 2 * Theme.space1h

    function open(entrant: string, name: string) {
        picker.entrant = entrant
        picker.name = name
        list.currentIndex = 0
        list.forceActiveFocus()
    }
    function close() { picker.entrant = ""; picker.closed() }
    function give() {
        const kart = picker.model.freeKarts.keyAt(list.currentIndex)
        if (kart !== "") picker.model.giveKart(picker.entrant, kart)
        picker.close()
    }
    Keys.onEscapePressed: picker.close()

    Rectangle { anchors.fill: parent; radius: Theme.radiusM; color: Theme.color.surfaceRaised; border.width: Theme.strokeLine; border.color: Theme.color.lineStrong }
    Column {
        id: column
        x: Theme.space1h
        y: Theme.space1h
        width: parent.width - 2 * Theme.space1h
        Word { leftPadding: Theme.space2; height: Theme.targetMouse; text: qsTr("Free karts for %1").arg(picker.name); size: Theme.size12; color: Theme.color.textMuted; width: parent.width; elide: Text.ElideRight }
        Word { visible: list.count === 0; leftPadding: Theme.space2; text: qsTr("No kart is free."); color: Theme.color.textMuted }
        ListView {
            id: list
            width: parent.width
            height: Math.min(count, picker.shownMax) * Theme.targetDesk
            clip: true
            focus: true
            model: picker.model.freeKarts
            Keys.onReturnPressed: picker.give()
            delegate: Rectangle {
                id: row
                required property int index
                required property string number
                required property string className
                required property string tags
                readonly property bool chosen: ListView.isCurrentItem
                width: list.width
                height: Theme.targetDesk
                radius: Theme.radiusS
                color: row.chosen ? Theme.color.surfaceSelected : "transparent"
                Row {
                    anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
                    spacing: Theme.space3
                    Plate { number: row.number; kind: Plate.Kind.Outlined; size: Theme.size16 }
                    Word { text: row.className; size: Theme.size13; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
                    Word { text: row.tags === "" ? qsTr("no tag") : row.tags; size: Theme.size13; color: row.tags === "" ? Theme.color.alarmText : Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
                }
                TapHandler { onTapped: { list.currentIndex = row.index; picker.give() } }
            }
        }
    }
}
