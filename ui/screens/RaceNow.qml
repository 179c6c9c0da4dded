// What runs meanwhile: flag, session and its clock, so that nobody pulls a plug in the wrong minute.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Row {
    id: now

    required property RaceControl control
    required property bool compact

    spacing: Theme.space3

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        visible: now.control.session.id !== undefined
        width: inside.width + Theme.space3
        height: Theme.targetMouse
        radius: Theme.radiusS
        color: flag.ground
        Row {
            id: inside
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.space1
            spacing: Theme.space1
            FlagSwatch { id: flag; flag: now.control.flag; bare: true; size: Theme.space6; anchors.verticalCenter: parent.verticalCenter }
            Word {
                text: String(now.control.session.id ?? "").startsWith("open_") ? qsTr("Open practice") : now.control.session.name ?? ""
                width: Math.min(implicitWidth, now.compact ? 120 : 220)
                elide: Text.ElideRight
                size: Theme.size14
                weight: Theme.weightSemibold
                color: flag.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Figure {
        anchors.verticalCenter: parent.verticalCenter
        visible: now.control.clock.known && !now.compact
        text: now.control.clock.text
        size: Theme.size14
        color: Theme.color.textMuted
    }
    PlateFigure {
        anchors.verticalCenter: parent.verticalCenter
        text: clock.text
        size: now.compact ? Theme.size18 : Theme.size24
        weight: Theme.weightMedium
        Timer {
            id: clock
            property string text: Formats.moment(Date.now() * 1000)
            interval: 200
            running: true
            repeat: true
            onTriggered: text = Formats.moment(Date.now() * 1000)
        }
    }
}
