// The window of a desk: sign-in first, then the one page that was chosen. Race control is dark, or black on white in the sun; the
// desk is light. When the sign-in is over, somebody signs in again at the side: the page and what was typed in it stay.
import QtQuick
import QtQuick.Window
import Chicane.Kit
import Chicane.Models

Window {
    id: window

    required property Desk desk
    property string wanted: ""        // the window asked for on the command line
    property string page: "sign-in"   // sign-in, race-control, setup, desk, devices
    property string setupSession: ""  // an id, "new", or empty for the next that is planned
    property bool locked: false       // signed in no more

    readonly property bool control: window.page === "race-control" || window.page === "setup" || window.page === "devices"
    readonly property int widthLeast: 1024
    readonly property int heightLeast: 640
    readonly property int signInWidth: 420

    width: 1366
    height: 768
    minimumWidth: window.widthLeast
    minimumHeight: window.heightLeast
    visible: true
    color: Theme.color.ground
    title: {
        switch (window.page) {
        case "race-control": return qsTr("RACE CONTROL · Chicane")
        case "setup": return qsTr("RACE CONTROL · session set-up · Chicane")
        case "devices": return qsTr("RACE CONTROL · devices · Chicane")
        case "desk": return qsTr("Desk · Chicane")
        }
        return "Chicane"
    }

    function open(page: string) {
        const followed = window.control
        window.page = page
        if (window.control && !followed) window.desk.control.begin()
        if (!window.control) window.desk.control.end()
        if (page === "desk") window.desk.frontDesk.begin(); else window.desk.frontDesk.end()
    }
    function unlock() {
        window.locked = false
        if (window.control) window.desk.control.resume()
        if (window.page === "desk") window.desk.frontDesk.begin()
        const shown = place.item as Item
        shown.forceActiveFocus()
    }

    Component.onCompleted: open("sign-in")

    Binding {
        target: Theme
        property: "name"
        value: !window.control ? "desk-light" : window.desk.sunlight ? "sun-contrast" : "control-dark"
    }
    Connections {
        target: window.desk.api
        function onTokenRefused() { if (window.page !== "sign-in") window.locked = true }
    }
    Shortcut { sequence: "Ctrl+L"; enabled: window.control; onActivated: window.desk.sunlight = !window.desk.sunlight }

    Loader {
        id: place
        anchors.fill: parent
        focus: !window.locked
        enabled: !window.locked
        sourceComponent: window.page === "race-control" ? controlPage : window.page === "setup" ? setupPage
                       : window.page === "desk" ? deskPage : window.page === "devices" ? devicesPage : signInPage
        onLoaded: (item as Item).forceActiveFocus()
    }
    Loader {
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: window.signInWidth
        active: window.locked
        sourceComponent: againPanel
    }
    Component {
        id: signInPage
        SignInPage {
            desk: window.desk
            wanted: window.wanted
            onEntered: page => window.open(page)
        }
    }
    Component {
        id: againPanel
        SignInPanel {
            desk: window.desk
            again: true
            onEntered: window.unlock()
        }
    }
    Component {
        id: controlPage
        RaceControlPage {
            desk: window.desk
            onNewSessionAsked: { window.setupSession = "new"; window.open("setup") }
            onSetupAsked: session => { window.setupSession = session; window.open("setup") }
            onDevicesAsked: window.open("devices")
        }
    }
    Component {
        id: setupPage
        SessionSetupPage {
            desk: window.desk
            session: window.setupSession
            onClosed: window.open("race-control")
        }
    }
    Component {
        id: deskPage
        DeskPage { desk: window.desk }
    }
    Component {
        id: devicesPage
        DevicesPage {
            desk: window.desk
            onClosed: window.open("race-control")
        }
    }
}
