// A sentence that stays long enough to be read and then goes; it never asks and never covers more than its line.
import QtQuick
import Chicane.Kit

Rectangle {
    id: toast

    property string text: ""
    property int widthMost: 720

    function say(text: string) { toast.text = text; gone.restart() }

    implicitWidth: Math.min(toast.widthMost, label.implicitWidth + 2 * Theme.space4)
    implicitHeight: label.implicitHeight + 2 * Theme.space2
    visible: toast.text !== ""
    radius: Theme.radiusM
    color: Theme.color.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: toast.text

    Word {
        id: label
        anchors.centerIn: parent
        width: Math.min(implicitWidth, toast.widthMost - 2 * Theme.space4)
        text: toast.text
        color: Theme.color.surface
        wrapMode: Text.Wrap
    }
    Timer { id: gone; interval: Theme.durationToast; onTriggered: toast.text = "" }
}
