// Who signs in, and which window to open. `again`: the sign-in is over, the window stays and only the password is asked for.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: panel

    required property Desk desk
    property bool again: false
    property string opening: "race-control"
    property bool capsLock: false
    readonly property SignIn model: panel.desk.signIn
    readonly property int pad: panel.width < 480 ? Theme.space6 : Theme.space12

    signal entered()

    function take() { if (user.text === "") user.take(); else password.take() }
    function enter() {
        if (!go.enabled) return
        panel.model.user = user.text.trim()
        panel.model.signIn(password.text)
    }
    // The toolkit does not tell the lock, a letter that does not fit the shift key does.
    function watchCase(event) {
        const letter = event.text
        if (letter.length !== 1 || letter.toLowerCase() === letter.toUpperCase()) return
        panel.capsLock = (letter === letter.toUpperCase()) !== Boolean(event.modifiers & Qt.ShiftModifier)
    }

    Component.onCompleted: panel.take()
    Connections {
        target: panel.model
        function onSignedIn() { panel.entered() }
        function onChanged() { if (panel.model.error !== "") password.take() }
    }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Rule { height: parent.height }
    Column {
        anchors { left: parent.left; right: parent.right; margins: panel.pad; verticalCenter: parent.verticalCenter }
        spacing: Theme.space5

        Column {
            width: parent.width
            spacing: Theme.space1
            Word { text: panel.again ? qsTr("Sign in again") : qsTr("Sign in"); size: Theme.size24; weight: Theme.weightSemibold }
            Word {
                width: parent.width
                text: panel.again ? qsTr("The sign-in at %1 is over. The page is kept, with all that was typed.").arg(panel.model.address)
                                  : panel.model.address === "" ? qsTr("Choose a server.") : panel.model.address
                color: Theme.color.textMuted
                wrapMode: Text.Wrap
            }
        }
        TextEntry {
            id: user
            width: parent.width
            label: qsTr("Name")
            text: panel.model.user
            fieldHeight: Theme.targetTouch
            size: Theme.size16
            onAccepted: password.take()
        }
        Item {
            width: parent.width
            height: password.implicitHeight
            TextEntry {
                id: password
                width: parent.width
                label: qsTr("Password")
                echoMode: eye.checked ? TextInput.Normal : TextInput.Password
                fieldHeight: Theme.targetTouch
                endRoom: eye.width
                size: Theme.size16
                error: panel.model.error
                note: panel.capsLock ? qsTr("Caps Lock is on.") : ""
                Keys.onPressed: event => { panel.watchCase(event); event.accepted = false }
                onAccepted: panel.enter()
            }
            ActionButton {
                id: eye
                anchors { right: parent.right; rightMargin: Theme.space1 }
                y: password.fieldY + Theme.space1
                width: Theme.targetDesk
                implicitHeight: Theme.targetDesk
                padding: 0
                checkable: true
                focusPolicy: Qt.TabFocus
                kind: ActionButton.Kind.Quiet
                iconName: "eye"
                ink: eye.checked ? Theme.color.accentText : Theme.color.textMuted
                Accessible.name: eye.checked ? qsTr("Hide the password") : qsTr("Show the password")
            }
        }
        Column {
            width: parent.width
            visible: !panel.again
            spacing: Theme.space1
            Word { text: qsTr("Open"); size: Theme.size13; weight: Theme.weightMedium; color: Theme.color.textMuted }
            Choice {
                width: parent.width
                spread: true
                optionHeight: Theme.rowDesk
                options: [{ value: "desk", text: qsTr("Desk") }, { value: "race-control", text: qsTr("Race control") },
                          { value: "devices", text: qsTr("Devices") }]
                value: panel.opening === "setup" ? "race-control" : panel.opening
                onChosen: value => panel.opening = value
            }
        }
        ActionButton {
            id: go
            width: parent.width
            height: Theme.rowTouch
            kind: ActionButton.Kind.Main
            size: Theme.size16
            enabled: !panel.model.busy && user.text.trim() !== "" && panel.model.address !== ""
            text: panel.model.busy ? qsTr("Signing in…") : panel.again ? qsTr("Go on")
                : panel.opening === "desk" ? qsTr("Open the desk")
                : panel.opening === "devices" ? qsTr("Open the devices") : qsTr("Open race control")
            hint: qsTr("Enter")
            onClicked: panel.enter()
        }
    }
}
