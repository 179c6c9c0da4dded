// One kart on the control board. It shows what the model says; who leads, what is a mark and what moves is decided there.
import QtQuick
import Chicane.Kit

Rectangle {
    id: row

    required property int index
    required property string entrantId
    required property int position
    required property string number
    required property string name
    required property int laps
    required property string last
    required property string lastMark
    required property string best
    required property string bestMark
    required property string sector1
    required property string sector2
    required property string sector3
    required property string gap
    required property string interval
    required property int pits
    required property string status
    required property int gained
    required property int moveTo
    required property int crossings
    required property double crossedAtMs
    required property double medianMs

    property BoardColumns columns
    property double nowMs: 0
    property bool chosen: false
    property bool ringed: false
    property bool stale: false

    signal tapped()

    readonly property bool out: row.status === "retired" || row.status === "dnf" || row.status === "dns" || row.status === "dsq"
    readonly property color ink: row.stale ? Theme.color.textFaint : row.out ? Theme.color.retired : Theme.color.text

    implicitHeight: row.columns.row
    color: row.chosen ? Theme.color.surfaceSelected : row.index % 2 ? Theme.color.rowAlt : Theme.color.surface
    Accessible.role: Accessible.Row
    Accessible.name: row.position + ", " + row.number + ", " + row.name

    onCrossingsChanged: if (row.crossings > 0) flash.restart()

    component Value: Figure {
        height: row.height
        rightPadding: row.columns.pad
        horizontalAlignment: Text.AlignRight
        size: row.columns.figure
        color: text === "—" ? Theme.color.textFaint : row.ink
    }

    Rectangle {
        id: light
        anchors.fill: parent
        color: Theme.color.surfaceHover
        opacity: 0
    }
    NumberAnimation { id: flash; target: light; property: "opacity"; from: 1; to: 0; duration: Theme.durationFlash }
    Rectangle {
        visible: row.chosen || row.moveTo > 0
        width: Theme.strokeMark
        height: parent.height
        color: row.chosen ? Theme.color.accent : Theme.color.textFaint
    }
    Row {
        PlateFigure {
            width: row.columns.position
            height: row.height
            horizontalAlignment: Text.AlignHCenter
            text: row.status === "retired" ? "–" : row.position
            size: row.columns.dense ? Theme.size16 : Theme.size20
            color: row.ink
        }
        PlacesMoved { width: row.columns.gained; height: row.height; gained: row.gained; moveTo: row.moveTo }
        Item {
            width: row.columns.kart
            height: row.height
            Plate {
                anchors.centerIn: parent
                number: row.number
                size: row.columns.plate
                kind: row.out ? Plate.Kind.Outlined : Plate.Kind.Filled
            }
        }
        Word {
            width: row.columns.name
            height: row.height
            leftPadding: row.columns.pad
            rightPadding: row.columns.pad
            text: row.name
            size: row.columns.driver
            weight: Theme.weightMedium
            color: row.ink
            elide: Text.ElideRight
        }
        Value { width: row.columns.laps; text: row.laps }
        TimeMark { width: row.columns.time - row.columns.pad; height: row.height; text: row.last; plain: row.ink; mark: row.stale ? "" : row.lastMark; size: row.columns.figure }
        Item { width: row.columns.pad; height: 1 }
        TimeMark { width: row.columns.time - row.columns.pad; height: row.height; text: row.best; plain: row.ink; mark: row.stale ? "" : row.bestMark; size: row.columns.figure }
        Item { width: row.columns.pad; height: 1 }
        Value { width: row.columns.sector; visible: !row.columns.compact; text: row.sector1; size: Theme.size15; color: Theme.color.textMuted }
        Value { width: row.columns.sector; visible: !row.columns.compact; text: row.sector2; size: Theme.size15; color: Theme.color.textMuted }
        Value { width: row.columns.sector; visible: !row.columns.compact; text: row.sector3; size: Theme.size15; color: Theme.color.textMuted }
        Value { width: row.columns.gap; text: row.gap }
        Value { width: row.columns.interval; text: row.interval; color: text === "—" ? Theme.color.textFaint : Theme.color.textMuted }
        Value {
            width: row.columns.pits
            rightPadding: 0
            horizontalAlignment: Text.AlignHCenter
            text: row.pits
            color: row.pits === 0 ? Theme.color.textFaint : row.ink
        }
        LapNow {
            width: row.columns.now
            height: row.height
            status: row.status
            compact: row.columns.compact
            crossedAtMs: row.crossedAtMs
            medianMs: row.medianMs
            nowMs: row.nowMs
        }
    }
    Rectangle {
        anchors.fill: parent
        visible: row.ringed
        color: "transparent"
        border.width: Theme.strokeFocus
        border.color: Theme.color.focus
    }
    TapHandler { onTapped: row.tapped() }
}
