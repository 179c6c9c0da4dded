// The foot of the desk: what went wrong and the next free sessions, or what Enter will do.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Rectangle {
    id: bar

    required property FrontDesk model
    required property bool chosen

    readonly property string hour: bar.model.chosenSession.id === undefined ? "" : Formats.hour(bar.model.chosenSession.planned_start_us)
    readonly property string name: bar.chosen ? bar.model.customer.given_name + " " + bar.model.customer.family_name : ""

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    color: Theme.color.surfaceHover

    Column {
        id: column
        anchors { left: parent.left; right: parent.right; margins: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: Theme.space3

        Row {
            visible: bar.model.error !== ""
            spacing: Theme.space2
            Icon { name: "alarm"; color: Theme.color.dangerText; size: Theme.size18 }
            Word {
                width: column.width - Theme.space8
                text: bar.model.error
                size: Theme.size16
                weight: Theme.weightMedium
                color: Theme.color.dangerText
                wrapMode: Text.Wrap
            }
        }
        Word { width: parent.width; visible: bar.model.full; text: qsTr("What you typed is kept. Take another session:"); color: Theme.color.textMuted; wrapMode: Text.Wrap }
        Flow {
            visible: bar.model.full
            width: parent.width
            spacing: Theme.space2
            Repeater {
                model: bar.model.alternatives
                ActionButton {
                    required property int index
                    required property string sessionId
                    required property string hour
                    required property int free
                    kind: index === 0 ? ActionButton.Kind.Main : ActionButton.Kind.Plain
                    text: qsTr("%1 · %n free", "", free).arg(hour)
                    hint: index === 0 ? qsTr("Enter") : ""
                    onClicked: bar.model.chooseSession(sessionId)
                }
            }
        }
        Row {
            visible: bar.model.placed !== ""
            spacing: Theme.space2
            Icon { name: "check"; color: Theme.color.ok; size: Theme.size18 }
            Word { text: qsTr("%1 is placed.").arg(bar.model.placed); weight: Theme.weightMedium; color: Theme.color.ok }
        }
        Word {
            visible: bar.chosen && !bar.model.full
            text: bar.model.kartNumber === "" ? qsTr("Next free seat, no kart") : qsTr("Next free seat, kart %1").arg(bar.model.kartNumber)
            size: Theme.size16
            weight: Theme.weightSemibold
        }
        ActionButton {
            width: parent.width
            visible: !bar.model.full
            implicitHeight: Theme.rowTouch + Theme.space2
            kind: ActionButton.Kind.Main
            size: Theme.size18
            enabled: bar.chosen && bar.hour !== "" && !bar.model.busy
            text: !bar.chosen ? qsTr("Choose a driver") : qsTr("Place %1 at %2").arg(bar.name).arg(bar.hour)
            hint: bar.chosen ? qsTr("Enter") : ""
            onClicked: bar.model.place()
        }
    }
}
