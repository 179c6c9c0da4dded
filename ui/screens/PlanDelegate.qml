// One session of the plan: when, what, how full. Full and past ones are said in words.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property string sessionId
    required property string hour
    required property string name
    required property string kind
    required property string phase
    required property int seats
    required property int capacity
    required property bool current

    signal tapped()

    readonly property int free: Math.max(0, row.capacity - row.seats)
    readonly property bool done: row.phase === "finished" || row.phase === "closed" || row.phase === "cancelled"
    readonly property bool faded: row.done || row.free === 0
    readonly property bool race: row.kind === "race"
    readonly property bool endurance: row.kind === "endurance"
    readonly property bool narrow: row.width < 360   // then the meter stands under the count, and the name has its place
    readonly property int meterWidth: 64
    readonly property int countWidth: 46

    color: row.current ? Theme.color.surfaceSelected : row.phase === "running" ? Theme.color.surfaceHover : Theme.color.surface

    Rule { width: parent.width }
    Rectangle {
        visible: row.current || row.phase === "running"
        width: Theme.strokeMark
        height: parent.height
        color: row.current ? Theme.color.accent : Theme.color.text
    }
    Figure {
        id: hour
        anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
        text: row.hour
        size: Theme.size18
        weight: row.faded ? Theme.weightRegular : Theme.weightMedium
        color: row.faded ? Theme.color.textMuted : Theme.color.text
    }
    Column {
        anchors { left: hour.right; leftMargin: Theme.space3; right: row.narrow ? count.left : meter.left; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        Word {
            width: parent.width
            text: row.name
            size: Theme.size15
            weight: row.current ? Theme.weightSemibold : row.faded ? Theme.weightRegular : Theme.weightMedium
            color: row.faded ? Theme.color.textMuted : Theme.color.text
            elide: Text.ElideRight
        }
        Word {
            width: parent.width
            text: row.phase !== "planned" ? Words.phase(row.phase) : row.free === 0 ? qsTr("full") : qsTr("%n free", "", row.free)
            size: Theme.size13
            color: Theme.color.textMuted
            elide: Text.ElideRight
        }
    }
    Meter {
        id: meter
        x: row.narrow ? row.width - Theme.space5 - width : count.x - Theme.space2 - width
        y: row.narrow ? row.height / 2 + Theme.space1h : (row.height - height) / 2
        width: row.meterWidth
        height: Theme.space2 + Theme.spaceHalf
        share: row.capacity > 0 ? row.seats / row.capacity : 0
        color: row.race ? Theme.color.kindRaceSoft : row.endurance ? Theme.color.kindEnduranceSoft : Theme.color.kindPracticeSoft
        fill: row.race ? Theme.color.kindRaceFill : row.endurance ? Theme.color.kindEnduranceFill : Theme.color.kindPracticeFill
        edge: row.race ? Theme.color.kindRace : row.endurance ? Theme.color.kindEndurance : Theme.color.kindPractice
    }
    Figure {
        id: count
        anchors { right: parent.right; rightMargin: Theme.space5; verticalCenter: parent.verticalCenter; verticalCenterOffset: row.narrow ? -Theme.space2 - Theme.spaceHalf : 0 }
        width: row.countWidth
        horizontalAlignment: Text.AlignRight
        text: row.seats + "/" + row.capacity
        size: Theme.size15
        color: row.faded ? Theme.color.textMuted : Theme.color.text
    }
    TapHandler { onTapped: row.tapped() }
}
