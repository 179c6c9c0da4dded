// One tag over the day: bars of hits and a line of strength against what is weak, and what there is to say of it.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string tag
    required property string kart
    required property string hits
    required property string hitsLeast
    required property string strength
    required property var hitBars
    required property var strengthLine
    required property bool weak
    required property string battery
    required property int passings
    required property string fallsSince

    property TagColumns columns
    property bool ringed: false
    property bool mayChange: false
    property bool chosen: false    // its tag is being changed
    // A tag that fails, or soon will; one that nobody has is given in race control.
    readonly property bool failing: row.kart !== "" && (row.weak || row.battery === "low" || row.battery === "faulty")

    signal changeAsked()

    readonly property string unknown: "—"
    readonly property string remark: {
        const parts = []
        if (row.fallsSince !== "") parts.push(qsTr("falls since %1").arg(row.fallsSince))
        else if (row.weak) parts.push(qsTr("weak all day"))
        else if (row.hits !== row.unknown && Number(row.hitsLeast) * 2 < Number(row.hits)) parts.push(qsTr("one of %1 hits").arg(row.hitsLeast))
        if (row.kart === "") parts.push(qsTr("nobody has it"))
        return parts.join(" · ")
    }

    implicitHeight: row.columns.row
    color: row.chosen ? Theme.color.accentSoft : row.index % 2 ? Theme.color.surface : Theme.color.rowAlt
    Accessible.role: Accessible.Row
    Accessible.name: (row.kart === "" ? row.tag : qsTr("Kart %1").arg(row.kart)) + ", " + row.hits + ", " + row.remark

    component Value: Figure {
        id: value
        property bool alarmed: false
        height: row.height
        rightPadding: Theme.space2
        horizontalAlignment: Text.AlignRight
        size: Theme.size15
        color: value.text === row.unknown ? Theme.color.textFaint : value.alarmed ? Theme.color.alarmText : Theme.color.text
        weight: value.alarmed ? Theme.weightBold : Theme.weightRegular
    }
    component Plot: SeriesPaint {
        height: row.columns.plotHeight
        markBelow: true
        color: Theme.color.textFaint
        alarmColor: Theme.color.alarm
        markColor: Theme.color.textFaint
    }
    Row {
        x: row.columns.edge
        Item {
            width: row.columns.kart
            height: row.height
            Plate { anchors.verticalCenter: parent.verticalCenter; number: row.kart; kind: row.kart === "" ? Plate.Kind.Unknown : Plate.Kind.Outlined; size: row.columns.compact ? Theme.size13 : Theme.size15 }
        }
        Value { width: row.columns.tag; text: row.tag; horizontalAlignment: Text.AlignLeft }
        Item {
            width: row.columns.bars
            height: row.height
            Plot {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - Theme.space4
                bars: true
                values: row.hitBars
                most: row.columns.hitsMost
                mark: row.columns.field.weak ?? -1
            }
        }
        Value { width: row.columns.hits; rightPadding: Theme.space4; text: row.hits; alarmed: row.weak }
        Item {
            width: row.columns.line
            height: row.height
            Plot {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - Theme.space4
                values: row.strengthLine
                most: row.columns.strengthMost
                mark: row.columns.field.weakStrength ?? -1
                color: row.weak ? Theme.color.alarmText : Theme.color.textMuted
                alarmColor: Theme.color.alarmText
            }
        }
        Value { width: row.columns.strength; text: row.strength }
        Row {
            width: row.columns.battery
            height: row.height
            leftPadding: Theme.space3
            spacing: Theme.space1
            Icon {
                visible: row.battery !== ""
                anchors.verticalCenter: parent.verticalCenter
                name: row.battery === "ok" ? "battery-full" : "battery-low"
                color: row.battery === "ok" ? Theme.color.textMuted : Theme.color.alarmText
            }
            Word {
                anchors.verticalCenter: parent.verticalCenter
                text: row.battery === "" ? row.unknown : Words.battery(row.battery)
                size: Theme.size13
                color: row.battery === "" ? Theme.color.textFaint : row.battery === "ok" ? Theme.color.textMuted : Theme.color.alarmText
            }
        }
        Word {
            height: row.height
            width: Math.max(0, row.width - x - (change.visible ? change.width + Theme.space2 : 0) - row.columns.edge)
            leftPadding: Theme.space2
            text: row.remark
            size: row.columns.compact ? Theme.size13 : Theme.size14
            color: row.weak ? Theme.color.alarmText : Theme.color.textMuted
            elide: Text.ElideRight
        }
    }
    ActionButton {
        id: change
        anchors { right: parent.right; rightMargin: row.columns.edge; verticalCenter: parent.verticalCenter }
        visible: row.failing
        enabled: row.mayChange
        implicitHeight: Theme.targetMouse
        size: Theme.size13
        padding: Theme.space2
        text: qsTr("Change tag…")
        Accessible.name: qsTr("Change the tag of kart %1").arg(row.kart)
        onClicked: row.changeAsked()
    }
    FocusRing { target: row; inside: true; visible: row.ringed }
}
