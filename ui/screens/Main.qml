// The window of a desk: sign-in first, then the one page that was chosen. Race control is dark, the desk light.
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

    readonly property bool dark: window.page === "race-control" || window.page === "setup" || window.page === "devices"
    readonly property int widthLeast: 1024
    readonly property int heightLeast: 640

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
        const timed = window.dark
        window.page = page
        Theme.name = window.dark ? "control-dark" : "desk-light"
        if (window.dark && !timed) window.desk.control.begin()
        if (!window.dark) window.desk.control.end()
        if (page === "desk") window.desk.frontDesk.begin(); else window.desk.frontDesk.end()
    }

    Component.onCompleted: open("sign-in")

    Connections {
        target: window.desk.api
        function onTokenRefused() { window.open("sign-in") }
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: window.page === "race-control" ? controlPage : window.page === "setup" ? setupPage
                       : window.page === "desk" ? deskPage : window.page === "devices" ? devicesPage : signInPage
        onLoaded: (item as Item).forceActiveFocus()
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
        id: controlPage
        RaceControlPage {
            desk: window.desk
            onNewSessionAsked: { window.setupSession = "new"; window.open("setup") }
            onSetupAsked: session => { window.setupSession = session; window.open("setup") }
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
        DevicesPage { desk: window.desk }
    }
}
