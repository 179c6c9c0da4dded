// Each loop of the track with a tick, or with what is wrong with it: what a race needs, at a glance.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Row {
    id: line

    required property var loops     // [{ role, sector, up, all, sources }]
    required property bool compact

    spacing: line.compact ? Theme.space3 : Theme.space5

    function said(loop: var): string {
        const name = Words.loop(loop.role, loop.sector)
        const text = !loop.up ? qsTr("%1 silent", "a loop").arg(name) : loop.sources < 2 ? name
            : loop.all ? qsTr("%1, main and backup").arg(name) : qsTr("%1 on its backup").arg(name)
        return text.charAt(0).toUpperCase() + text.slice(1)
    }

    Repeater {
        model: line.loops
        Row {
            id: loop
            required property var modelData
            readonly property bool well: loop.modelData.up && loop.modelData.all
            spacing: Theme.space1h
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: loop.well ? "check" : "alarm"
                color: loop.well ? Theme.color.ok : Theme.color.alarm
            }
            Word {
                text: line.said(loop.modelData)
                size: line.compact ? Theme.size13 : Theme.size14
                weight: Theme.weightMedium
                color: loop.well ? Theme.color.textMuted : Theme.color.alarmText
            }
        }
    }
}
