// Those whom the search found, the best first; below, registering what was typed.
import QtQuick
import Chicane.Kit
import Chicane.Models

Column {
    id: found

    required property FrontDesk model
    readonly property int shownMax: 5

    signal registerAsked()

    Word {
        text: !found.model.searched ? qsTr("Who drives?") : found.model.found.count === 0 ? qsTr("No one is called “%1”.").arg(found.model.query)
            : qsTr("%n found", "", found.model.found.count)
        size: Theme.size16
        weight: Theme.weightSemibold
        bottomPadding: Theme.space2
    }
    Word {
        width: parent.width
        visible: !found.model.searched
        text: qsTr("Two letters of the name, or a phone number.")
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
    }
    ListView {
        id: list
        width: parent.width
        height: Math.min(count, found.shownMax) * (Theme.space12 + Theme.space2)
        clip: true
        interactive: count > found.shownMax
        model: found.model.found
        currentIndex: found.model.customerRow
        delegate: Rectangle {
            id: row
            required property int index
            required property string name
            required property string contact
            required property int hitAt
            required property int hitLength
            readonly property bool chosen: row.index === found.model.customerRow
            width: list.width
            height: Theme.space12 + Theme.space2
            color: row.chosen ? Theme.color.surfaceSelected : Theme.color.surface
            Rectangle { visible: row.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
            Column {
                anchors { left: parent.left; leftMargin: Theme.space3; right: parent.right; verticalCenter: parent.verticalCenter }
                MarkedWord { width: parent.width; whole: row.name; hitAt: row.hitAt; hitLength: row.hitLength; size: Theme.size16; weight: Theme.weightMedium; elide: Text.ElideRight }
                Figure { text: row.contact; size: Theme.size13; color: Theme.color.textMuted }
            }
            Rule { anchors.bottom: parent.bottom; width: parent.width }
            TapHandler { onTapped: found.model.customerRow = row.index }
        }
    }
    ActionButton {
        visible: found.model.searched
        kind: ActionButton.Kind.Quiet
        padding: 0
        iconName: "plus"
        ink: Theme.color.accentText
        text: qsTr("Register “%1”, a new driver").arg(found.model.query)
        hint: "Ctrl N"
        width: Math.min(implicitWidth, parent.width)
        onClicked: found.registerAsked()
    }
}
