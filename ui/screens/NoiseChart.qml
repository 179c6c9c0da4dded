// Noise over a time, against the target: the line, its scale, where it was loudest in words beside it.
import QtQuick
import Chicane.Kit

Item {
    id: chart

    required property var values
    required property string from
    property string middle: ""
    property int target: 40
    property bool banded: false     // the good side is shaded: it is what one works towards
    property var marks: []          // [{ at, text }]: what was done then
    property int step: 20
    readonly property int loudest: chart.values.reduce((most, v) => v === null || v === undefined ? most : Math.max(most, v), 0)
    readonly property int most: Math.max(60, Math.ceil((chart.loudest + 1) / chart.step) * chart.step)
    readonly property int scaleWidth: 34
    // The word keeps clear of the line: above the target, unless the line begins there.
    readonly property bool begunAbove: chart.values.slice(0, chart.values.length / 4).some(v => v !== null && v >= chart.target)

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Noise since %1, target under %2").arg(chart.from).arg(chart.target)

    component Scale: Figure { size: Theme.size12; color: Theme.color.textMuted }
    Repeater {
        model: Math.round(chart.most / chart.step) + 1
        Item {
            id: tick
            required property int index
            readonly property int value: tick.index * chart.step
            y: line.y + line.height * (1 - tick.value / chart.most)
            width: chart.width
            Rule { x: chart.scaleWidth; width: parent.width - chart.scaleWidth; visible: tick.value !== chart.target }
            Scale { anchors { right: parent.left; rightMargin: -(chart.scaleWidth - Theme.space2); verticalCenter: parent.top } text: tick.value }
        }
    }
    SeriesPaint {
        id: line
        anchors { left: parent.left; leftMargin: chart.scaleWidth; right: parent.right; top: parent.top; topMargin: Theme.space2; bottom: times.top; bottomMargin: Theme.space1 }
        values: chart.values
        most: chart.most
        mark: chart.target
        color: Theme.color.text
        alarmColor: chart.banded ? Theme.color.text : Theme.color.alarmText
        markColor: Theme.color.textFaint
        bandColor: chart.banded ? Theme.color.accentSoft : "transparent"
        end: Theme.space1
    }
    Repeater {
        model: chart.marks
        Item {
            id: mark
            required property var modelData
            readonly property real share: chart.values.length > 1 ? mark.modelData.at / (chart.values.length - 1) : 0
            x: line.x + line.width * mark.share
            y: line.y + line.height * (1 - (chart.values[mark.modelData.at] ?? 0) / chart.most)
            Rectangle { y: -height - Theme.spaceHalf; width: Theme.strokeLine; height: Theme.space3; color: Theme.color.textMuted }
            Scale { x: mark.share > 0.8 ? -width : 0; y: -Theme.space3 - Theme.spaceHalf - height; text: mark.modelData.text }
        }
    }
    Word {
        visible: !chart.banded
        x: chart.scaleWidth + Theme.space1
        y: line.y + line.height * (1 - chart.target / chart.most) - (chart.begunAbove ? 0 : height)
        text: qsTr("target")
        size: Theme.size12
        color: Theme.color.textFaint
    }
    Item {
        id: times
        anchors { left: line.left; right: parent.right; bottom: parent.bottom }
        height: Theme.space4
        Scale { text: chart.from }
        Scale { anchors.horizontalCenter: parent.horizontalCenter; text: chart.middle }
        Scale { anchors.right: parent.right; text: qsTr("now") }
    }
}
