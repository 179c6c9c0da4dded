// Where the decoder that is added may be: the serial ports of the server, and the network once the owner has it looked at.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property DeviceSearch search
    required property bool compact
    property string chosen: ""    // the address that is typed
    readonly property int edge: pane.compact ? Theme.space3 : Theme.space5
    readonly property bool busy: pane.search.scanning || pane.search.listening !== ""

    signal listenAsked(string uri)
    signal addressAsked()

    function take() { if (list.count > 0) list.forceActiveFocus(); else network.take() }
    function look() {
        if (network.text.trim() === "") network.take()
        else if (!pane.busy) pane.search.scan(network.text)
    }

    Connections {
        target: pane.search
        function onChanged() { if (!network.input.activeFocus) network.text = pane.search.network }
    }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Item {
        id: head
        width: parent.width
        height: pane.compact ? Theme.space10 : Theme.space12
        Word { id: title; anchors { left: parent.left; leftMargin: pane.edge; verticalCenter: parent.verticalCenter } text: qsTr("Where a decoder may be"); size: Theme.size16; weight: Theme.weightSemibold }
        Word {
            anchors { left: title.right; leftMargin: Theme.space4; right: parent.right; rightMargin: pane.edge; baseline: title.baseline }
            text: qsTr("Choose a place with the arrows, Enter listens there. Nothing is sent.")
            size: Theme.size13
            color: Theme.color.textMuted
            elide: Text.ElideRight
        }
    }
    Item {
        id: looking
        anchors { top: head.bottom; left: parent.left; right: parent.right; leftMargin: pane.edge; rightMargin: pane.edge }
        height: Theme.targetDesk
        TextEntry {
            id: network
            width: pane.compact ? 172 : 220
            placeholder: "192.0.2.0/24"
            figures: true
            text: pane.search.network
            onAccepted: pane.look()
        }
        ActionButton {
            id: look
            anchors { left: network.right; leftMargin: Theme.space2 }
            enabled: !pane.busy && network.text.trim() !== ""
            iconName: "search"
            text: qsTr("Look on the network")
            hint: "Ctrl R"
            onClicked: pane.look()
        }
        Word {
            anchors { left: look.right; leftMargin: Theme.space4; right: parent.right; verticalCenter: look.verticalCenter }
            text: pane.search.scanError !== "" ? pane.search.scanError
                : pane.search.scanning ? qsTr("Looking at %1: %2 s of at most 25").arg(pane.search.network).arg(pane.search.seconds)
                : !pane.search.scanned ? qsTr("Calls each address of the network at the ports that decoders use, for at most 25 s. It sends nothing, and calls nobody where a source is connected.")
                : pane.search.onNetwork === 0 ? qsTr("Nobody answers in %1 at a port that decoders use. Is the cable in, is it this network?").arg(pane.search.network)
                : pane.search.whole ? qsTr("%n found in %1", "", pane.search.onNetwork).arg(pane.search.network)
                : qsTr("%n found in %1, and time was over before all was looked at", "", pane.search.onNetwork).arg(pane.search.network)
            size: Theme.size13
            color: pane.search.scanError !== "" ? Theme.color.dangerText : pane.search.scanned && (pane.search.onNetwork === 0 || !pane.search.whole) ? Theme.color.alarmText : Theme.color.textMuted
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            lineHeight: 0.95
        }
    }
    ListView {
        id: list
        anchors { top: looking.bottom; topMargin: Theme.space2; left: parent.left; right: parent.right; bottom: parent.bottom }
        clip: true
        activeFocusOnTab: true
        model: pane.search.places
        boundsBehavior: Flickable.StopAtBounds
        section.property: "kind"
        section.delegate: Word {
            required property string section
            leftPadding: pane.edge
            topPadding: Theme.space2
            bottomPadding: Theme.space1
            text: section === "port" ? qsTr("Serial ports of the server") : qsTr("On the network")
            size: Theme.size12
            weight: Theme.weightMedium
            color: Theme.color.textMuted
        }
        Keys.onReturnPressed: listen()
        Keys.onEnterPressed: listen()
        Keys.onUpPressed: if (currentIndex > 0) --currentIndex; else pane.addressAsked()
        function listen() {
            const row = list.currentItem as PlaceDelegate
            if (row && row.device === "" && !pane.busy) pane.listenAsked(row.uri)
        }
        delegate: PlaceDelegate {
            width: list.width
            compact: pane.compact
            edge: pane.edge
            chosen: uri === pane.chosen
            ringed: ListView.isCurrentItem && list.activeFocus
            onListenAsked: if (!pane.busy) pane.listenAsked(uri)
        }
        Word {
            x: pane.edge
            y: Theme.space2
            visible: list.count === 0 && pane.search.portsKnown
            text: pane.search.portsError !== "" ? pane.search.portsError : qsTr("The server has no serial port.")
            size: Theme.size14
            color: pane.search.portsError !== "" ? Theme.color.dangerText : Theme.color.textMuted
        }
    }
    ScrollMark { target: list }
}
