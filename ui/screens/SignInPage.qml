// Sign-in: on the left the servers this desk knows, each with its state; on the right who, and which window to open.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: page

    required property Desk desk
    property string wanted: ""
    property string opening: page.wanted === "" ? "race-control" : page.wanted
    readonly property SignIn model: page.desk.signIn
    readonly property int rightWidth: 520

    signal entered(string page)

    function enter() { page.model.user = user.text.trim(); page.model.signIn(password.text) }

    Component.onCompleted: {
        page.model.servers.probeAll()
        if (page.model.user === "") user.take(); else password.take()
    }
    Connections {
        target: page.model
        function onSignedIn() { page.entered(page.opening) }
    }
    Shortcut {
        sequence: "F6"
        onActivated: if (servers.activeFocus) password.take(); else servers.forceActiveFocus()
    }

    Rectangle { anchors.fill: parent; color: Theme.color.ground }
    ServerPanel {
        id: servers
        anchors { left: parent.left; right: side.left; top: parent.top; bottom: parent.bottom }
        desk: page.desk
    }
    Rectangle {
        id: side
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: page.rightWidth
        color: Theme.color.surface
        Rule { height: parent.height }

        Column {
            anchors { left: parent.left; right: parent.right; margins: Theme.space12; verticalCenter: parent.verticalCenter }
            spacing: Theme.space5

            Column {
                spacing: Theme.space1
                Word { text: qsTr("Sign in"); size: Theme.size24; weight: Theme.weightSemibold }
                Word { text: page.model.address; color: Theme.color.textMuted }
            }
            TextEntry {
                id: user
                width: parent.width
                label: qsTr("Name")
                text: page.model.user
                fieldHeight: Theme.targetTouch
                size: Theme.size16
                onAccepted: password.take()
            }
            TextEntry {
                id: password
                width: parent.width
                label: qsTr("Password")
                echoMode: TextInput.Password
                fieldHeight: Theme.targetTouch
                size: Theme.size16
                error: page.model.error
                onAccepted: page.enter()
            }
            Column {
                width: parent.width
                spacing: Theme.space1
                Word { text: qsTr("Open"); size: Theme.size13; weight: Theme.weightMedium; color: Theme.color.textMuted }
                Choice {
                    width: parent.width
                    spread: true
                    optionHeight: Theme.rowDesk
                    options: [{ value: "desk", text: qsTr("Desk") }, { value: "race-control", text: qsTr("Race control") },
                              { value: "devices", text: qsTr("Devices") }]
                    value: page.opening === "setup" ? "race-control" : page.opening
                    onChosen: value => page.opening = value
                }
            }
            ActionButton {
                width: parent.width
                height: Theme.rowTouch
                kind: ActionButton.Kind.Main
                size: Theme.size16
                enabled: !page.model.busy && user.text !== "" && page.model.address !== ""
                text: page.opening === "desk" ? qsTr("Open the desk")
                    : page.opening === "devices" ? qsTr("Open the devices") : qsTr("Open race control")
                hint: qsTr("Enter")
                onClicked: page.enter()
            }
        }
    }
}
