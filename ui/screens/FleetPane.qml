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
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space5; topMargin: 0 }
        spacing: Theme.space1
        Word { height: Theme.space12; text: qsTr("Fleet"); size: Theme.size16; weight: Theme.weightSemibold }
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
    // Two lists, because a list that changes model and delegate does it one after the other.
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.space3; bottom: foot.top }
        visible: !pane.previewing
        clip: true
        activeFocusOnTab: true
        model: pane.model.karts
        boundsBehavior: Flickable.StopAtBounds
        Keys.onReturnPressed: pane.model.learn(pane.model.karts.keyAt(currentIndex))
        delegate: KartDelegate {
            width: list.width
            chosen: ListView.isCurrentItem
            learning: kartId === pane.model.learningFor
            onLearnAsked: pane.model.learn(kartId)
        }
        FocusRing { target: list; inside: true }
    }
    ScrollMark { target: list }
    ListView {
        id: lines
        anchors.fill: list
        visible: pane.previewing
        clip: true
        activeFocusOnTab: true
        model: pane.model.fleetPreview
        boundsBehavior: Flickable.StopAtBounds
        delegate: FleetRowDelegate { width: lines.width }
        FocusRing { target: lines; inside: true }
    }
    ScrollMark { target: lines }
    LearnBar {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        model: pane.model
        previewing: pane.previewing
    }
}
