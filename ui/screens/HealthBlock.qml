// Health at a glance: each decoder with a dot (a ring when it is silent), noise, journal, viewers, and the time of day.
import QtQuick
import Chicane.Kit
import Chicane.Models

Row {
    id: health

    required property RaceControl control
    required property bool compact
    required property color ink
    required property color dim
    required property bool plain  // on red: no other colour
    readonly property bool stale: !health.control.live && health.control.lostAtMs > 0

    readonly property int journalLateMs: 1000
    spacing: health.compact ? Theme.space3 : Theme.space5

    component Fact: Column {
        id: fact
        property string label
        property string value
        property bool alarmed: false
        anchors.verticalCenter: parent.verticalCenter
        Word { text: fact.label; size: Theme.size12; weight: Theme.weightMedium; color: health.dim }
        Figure {
            text: fact.value
            size: health.compact ? Theme.size13 : Theme.size15
            weight: Theme.weightMedium
            color: health.plain ? health.ink : health.stale ? Theme.color.textFaint : fact.alarmed ? Theme.color.alarmText : health.ink
        }
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        Word { text: qsTr("decoders"); size: Theme.size12; weight: Theme.weightMedium; color: health.dim }
        Row {
            spacing: Theme.space2
            Figure { visible: health.control.devices.count === 0; text: "—"; size: Theme.size13; color: health.dim }
            Repeater {
                model: health.control.devices
                Row {
                    id: device
                    required property string deviceId
                    required property string status
                    readonly property bool up: device.status === "up" && !health.stale
                    readonly property color ink: health.plain ? health.ink : health.stale ? Theme.color.textFaint : device.up ? Theme.color.ok : Theme.color.alarmText
                    spacing: Theme.space1
                    Accessible.name: device.deviceId + " " + device.status
                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.space2
                        height: Theme.space2
                        radius: Theme.radiusRound
                        color: device.up ? device.ink : "transparent"
                        border.width: device.up ? 0 : Theme.spaceHalf
                        border.color: device.ink
                    }
                    Figure {
                        text: device.deviceId
                        size: health.compact ? Theme.size13 : Theme.size15
                        weight: Theme.weightMedium
                        color: health.plain || device.up ? health.ink : device.ink
                    }
                }
            }
        }
    }
    Fact { visible: !health.compact; label: qsTr("noise"); value: health.control.noise === null ? "—" : health.control.noise }
    Fact {
        label: qsTr("journal")
        value: qsTr("%1 ms").arg(health.control.journalLagMs)
        alarmed: health.control.journalLagMs >= health.journalLateMs
    }
    Fact { visible: !health.compact; label: qsTr("viewers"); value: health.control.viewers }
    Rule {
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height - 2 * Theme.space5
        color: health.plain ? health.ink : Theme.color.line
        opacity: health.plain ? 0.4 : 1
    }
    PlateFigure {
        anchors.verticalCenter: parent.verticalCenter
        text: clock.text
        size: health.compact ? Theme.size18 : Theme.size24
        weight: Theme.weightMedium
        color: health.ink
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
