// What a correction would change: whom it is about, now and after, and who else gets another place. Facts that stay are faint.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

Column {
    id: preview

    required property Correction correction
    required property bool compact
    readonly property var own: preview.correction.rows.find(r => r.own)
    readonly property var others: preview.correction.rows.filter(r => !r.own && r.before.position !== r.after.position)
    readonly property int valueWidth: preview.compact ? 74 : 84

    spacing: Theme.spaceHalf
    visible: preview.correction.previewed

    component Value: Figure {
        width: preview.valueWidth
        horizontalAlignment: Text.AlignRight
        size: Theme.size13
        elide: Text.ElideRight
    }
    component Line: Row {
        id: line
        required property string what
        required property string before
        required property string after
        readonly property bool same: line.before === line.after
        width: preview.width
        Word { width: line.width - 2 * preview.valueWidth; text: line.what; size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideRight }
        Value { text: line.before; color: Theme.color.textFaint }
        Value { text: line.after; color: line.same ? Theme.color.textFaint : Theme.color.text; weight: line.same ? Theme.weightRegular : Theme.weightBold }
    }
    Row {
        visible: preview.own !== undefined || preview.correction.ifEnded
        width: parent.width
        Word { width: parent.width - 2 * preview.valueWidth; text: preview.correction.ifEnded ? qsTr("If it ended now") : ""; size: Theme.size12; color: Theme.color.textMuted; elide: Text.ElideRight }
        Word { visible: preview.own !== undefined; width: preview.valueWidth; text: qsTr("now"); size: Theme.size12; color: Theme.color.textMuted; horizontalAlignment: Text.AlignRight }
        Word { visible: preview.own !== undefined; width: preview.valueWidth; text: qsTr("after"); size: Theme.size12; color: Theme.color.textMuted; horizontalAlignment: Text.AlignRight }
    }
    Column {
        visible: preview.own !== undefined
        Line { what: qsTr("Position"); before: preview.own?.before.position ?? ""; after: preview.own?.after.position ?? "" }
        Line { what: qsTr("Laps"); before: preview.own?.before.laps ?? ""; after: preview.own?.after.laps ?? ""; visible: !same || !preview.compact }
        Line { what: qsTr("Gap"); before: preview.own?.before.gap ?? ""; after: preview.own?.after.gap ?? ""; visible: !same || !preview.compact }
        Line { what: qsTr("Best lap"); before: preview.own?.before.best ?? ""; after: preview.own?.after.best ?? ""; visible: !same || !preview.compact }
        Line { what: qsTr("State"); before: Words.state(preview.own?.before.state ?? "") || "—"; after: Words.state(preview.own?.after.state ?? "") || "—"; visible: !same && !preview.correction.ifEnded }
    }
    Word {
        width: parent.width
        visible: preview.correction.rows.length === 0
        text: qsTr("The classification stays as it is.")
        size: Theme.size13
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
    }
    Word {
        width: parent.width
        visible: preview.others.length > 0 && (!preview.compact || preview.own === undefined) // the board says it beside each position
        text: (preview.own === undefined ? qsTr("Places change: %1") : qsTr("Other places change: %1")).arg(preview.others.map(r => r.number).join(" "))
        size: Theme.size13
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }
}
