// Sign-in: on the left the servers this desk knows, each with its state; on the right who, and which window to open.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: page

    required property Desk desk
    property string wanted: ""
    readonly property int rightWidth: 520

    signal entered(string page)

    Component.onCompleted: page.desk.signIn.servers.probeAll()
    Shortcut {
        sequence: "F6"
        onActivated: if (servers.activeFocus) side.take(); else servers.forceActiveFocus()
    }

    Rectangle { anchors.fill: parent; color: Theme.color.ground }
    ServerPanel {
        id: servers
        anchors { left: parent.left; right: side.left; top: parent.top; bottom: parent.bottom }
        desk: page.desk
    }
    SignInPanel {
        id: side
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: page.rightWidth
        desk: page.desk
        opening: page.wanted === "" ? "race-control" : page.wanted
        onEntered: page.entered(side.opening)
    }
}
