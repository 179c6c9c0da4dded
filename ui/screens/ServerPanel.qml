// The servers a desk knows: arrows choose, each row says address, state and why it cannot be used. Another address is typed below.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: panel

    required property Desk desk
    readonly property SignIn model: panel.desk.signIn

    function add() {
        const fits = panel.model.servers.fits(other.text)
        other.error = fits ? "" : qsTr("Expected an address like 192.168.10.5:8080 or https://…")
        if (!fits) return
        panel.model.chooseServer(panel.model.servers.add(other.text))
        other.text = ""
    }

    Item {
        anchors { fill: parent; leftMargin: Theme.space12; rightMargin: Theme.space12; topMargin: Theme.space10; bottomMargin: Theme.space10 }

        Row {
            id: brand
            spacing: Theme.space3
            Icon { name: "chicane-mark"; size: Theme.space10; anchors.verticalCenter: parent.verticalCenter }
            Word { text: "Chicane"; size: Theme.size24; weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
        }
        Figure {
            anchors { right: parent.right; verticalCenter: brand.verticalCenter }
            text: qsTr("this desk: version %1").arg(panel.desk.version)
            size: Theme.size13
            color: Theme.color.textMuted
        }
        Word {
            id: heading
            anchors { top: brand.bottom; topMargin: Theme.space8 }
            text: qsTr("Servers")
            size: Theme.size18
            weight: Theme.weightSemibold
        }
        ActionButton {
            anchors { right: parent.right; verticalCenter: heading.verticalCenter }
            implicitHeight: Theme.targetMouse
            text: qsTr("Ask again")
            iconName: "redo"
            size: Theme.size13
            onClicked: panel.model.servers.probeAll()
        }
        ListView {
            id: list
            anchors { top: heading.bottom; topMargin: Theme.space3; left: parent.left; right: parent.right }
            height: Math.min(contentHeight, parent.height * 0.55)
            clip: true
            focus: true
            activeFocusOnTab: true
            spacing: -Theme.strokeLine
            model: panel.model.servers.rows
            currentIndex: panel.model.servers.rowOf(panel.model.server)
            Keys.onUpPressed: if (currentIndex > 0) panel.model.chooseServer(panel.model.servers.urlAt(currentIndex - 1))
            Keys.onDownPressed: if (currentIndex < count - 1) panel.model.chooseServer(panel.model.servers.urlAt(currentIndex + 1))
            delegate: ServerDelegate {
                width: list.width
                chosen: index === list.currentIndex
                onTapped: panel.model.chooseServer(panel.model.servers.urlAt(index))
            }
            FocusRing { target: list; inside: true }
        }
        TextEntry {
            id: other
            anchors { top: list.bottom; topMargin: Theme.space6; left: parent.left; right: addButton.left; rightMargin: Theme.space2 }
            label: qsTr("Another address")
            placeholder: qsTr("192.168.10.5:8080 or https://…")
            figures: true
            size: Theme.size15
            onAccepted: panel.add()
        }
        ActionButton {
            id: addButton
            anchors { right: parent.right; top: other.top; topMargin: other.fieldY }
            text: qsTr("Add")
            onClicked: panel.add()
        }
        Choice {
            anchors { left: parent.left; bottom: parent.bottom }
            options: [{ value: "fr", text: "Français" }, { value: "en", text: "English" }]
            value: panel.desk.language
            onChosen: value => panel.desk.language = value
        }
        Row {
            anchors { right: parent.right; bottom: parent.bottom; bottomMargin: Theme.space2 }
            spacing: Theme.space2
            KeyHint { text: "F6"; ink: Theme.color.textMuted }
            Word { text: qsTr("from one side to the other"); size: Theme.size13; color: Theme.color.textMuted }
        }
    }
}
