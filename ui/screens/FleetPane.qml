// The fleet: karts with their tags; from a CSV file with a preview; a tag learned by driving a kart over the loop.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: pane

    required property SessionSetup model
    readonly property bool previewing: pane.model.fleetPreview.count > 0

    signal closed()

    color: Theme.color.surface
    function read() { pane.model.previewFleet(path.text.startsWith("file:") ? path.text : "file://" + path.text.trim()) }

    DropArea {
        anchors.fill: parent
        onDropped: drop => { if (drop.hasUrls) { path.text = drop.urls[0].toString(); pane.read() } }
    }
    Column {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space5; topMargin: Theme.space3 }
        spacing: Theme.space2
        Word { text: qsTr("Fleet"); size: Theme.size16; weight: Theme.weightSemibold }
        TextEntry {
            id: path
            width: parent.width
            label: qsTr("From a CSV file: number, class, tags")
            placeholder: qsTr("Drop a file here, or type its path")
            error: pane.model.fleetFault
            hint: "⏎"
            onAccepted: pane.read()
            Keys.onEscapePressed: { pane.model.leaveFleet(); pane.closed() }
        }
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.space3; bottom: foot.top }
        clip: true
        activeFocusOnTab: true
        model: pane.previewing ? pane.model.fleetPreview : pane.model.karts
        boundsBehavior: Flickable.StopAtBounds
        Keys.onReturnPressed: if (!pane.previewing) pane.model.learn(pane.model.karts.keyAt(currentIndex))
        delegate: pane.previewing ? previewRow : kartRow
        FocusRing { target: list; inside: true }
    }
    Component {
        id: kartRow
        KartDelegate {
            width: list.width
            chosen: ListView.isCurrentItem
            learning: kartId === pane.model.learningFor
            onLearnAsked: pane.model.learn(kartId)
        }
    }
    Component { id: previewRow; FleetRowDelegate { width: list.width } }
    LearnBar {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        model: pane.model
        previewing: pane.previewing
    }
}
