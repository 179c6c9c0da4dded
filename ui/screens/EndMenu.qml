// The menu of the chequered flag (E): more time, end now, abort as if never started, official, close. It opens in the side, in its own
// place; each entry has its key.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: menu

    required property RaceControl control
    required property bool compact
    property bool open: false

    readonly property bool running: menu.control.phase === "running" || menu.control.phase === "finishing"
    readonly property bool finished: menu.control.phase === "finished"

    implicitHeight: column.implicitHeight
    Keys.onEscapePressed: menu.open = false

    component Entry: ActionButton {
        width: column.width
        implicitHeight: Theme.targetMouse + Theme.space1
        size: Theme.size13
        onClicked: menu.open = false
    }
    Shortcut { sequence: "E"; enabled: menu.enabled; onActivated: { menu.open = !menu.open; if (menu.open) more.forceActiveFocus() } }

    Column {
        id: column
        width: parent.width
        spacing: Theme.space1
        ActionButton {
            implicitHeight: Theme.targetMouse
            width: parent.width
            kind: ActionButton.Kind.Quiet
            size: Theme.size13
            text: qsTr("End, abort, more time")
            iconName: menu.open ? "chevron-up" : "chevron-down"
            hint: "E"
            ink: Theme.color.textMuted
            onClicked: menu.open = !menu.open
        }
        Column {
            width: parent.width
            visible: menu.open
            spacing: Theme.space1
            Entry { id: more; enabled: menu.running; text: qsTr("1 minute more"); hint: "+"; onClicked: menu.control.moreTime(60, 0) }
            Entry { enabled: menu.running; text: qsTr("1 lap more"); onClicked: menu.control.moreTime(0, 1) }
            Entry { enabled: menu.running; text: qsTr("End now: who is out stays where he is"); onClicked: menu.control.finishNow() }
            Entry {
                enabled: menu.running || menu.control.phase === "armed"
                text: qsTr("Abort: as if never started")
                onClicked: menu.control.abortSession()
            }
            Entry {
                id: printing
                enabled: menu.finished && !menu.control.sheets.busy
                text: qsTr("Print the result")
                hint: "R"
                onClicked: menu.control.printSheet("result")
            }
            Entry {
                id: official
                readonly property string session: menu.control.provisional.name ?? ""
                enabled: official.session !== ""
                text: official.session === "" ? qsTr("Result is official") : qsTr("Result of %1 is official").arg(official.session)
                hint: "V"
                onClicked: menu.control.sayOfficial()
            }
            Entry { enabled: menu.finished; text: qsTr("Close: the track opens again"); onClicked: menu.control.closeSession() }
        }
    }
    Shortcut { sequence: "R"; enabled: menu.open && printing.enabled; onActivated: printing.clicked() }
    Shortcut { sequence: "V"; enabled: menu.open && official.enabled; onActivated: official.clicked() }
    Shortcut { sequence: "+"; enabled: menu.open && menu.running; onActivated: more.clicked() }
}
