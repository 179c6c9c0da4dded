// The top of the desk: where one is, the line to the server, who sits here, the time.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: bar

    required property Desk desk

    color: Theme.color.surface
    Rule { anchors.bottom: parent.bottom; width: parent.width }

    Row {
        anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: Theme.space4
        Icon { name: "chicane-mark"; size: Theme.size28; anchors.verticalCenter: parent.verticalCenter }
        Word { text: qsTr("Desk"); size: Theme.size18; weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        spacing: Theme.space5
        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1h
            Icon {
                name: bar.desk.api.online ? "online" : "offline"
                color: bar.desk.api.online ? Theme.color.ok : Theme.color.alarmText
                size: Theme.size16
                anchors.verticalCenter: parent.verticalCenter
            }
            Word {
                text: bar.desk.api.online ? bar.desk.api.address : qsTr("no line to the server")
                size: Theme.size13
                color: bar.desk.api.online ? Theme.color.textMuted : Theme.color.alarmText
            }
        }
        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1h
            Icon { name: "user"; size: Theme.size16; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
            Word { text: bar.desk.api.userName; size: Theme.size13; weight: Theme.weightMedium }
        }
        Figure {
            anchors.verticalCenter: parent.verticalCenter
            text: clock.text
            size: Theme.size18
            weight: Theme.weightMedium
            Timer {
                id: clock
                property string text: Formats.hour(Date.now() * 1000)
                interval: 1000
                running: true
                repeat: true
                onTriggered: text = Formats.hour(Date.now() * 1000)
            }
        }
    }
}
