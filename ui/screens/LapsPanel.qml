// The laps of one kart and what an official may do with the passing that ended one: take it out (V), divide its lap (2 to 4), delete its
// time (D), make it the first finisher (1). Arrows choose; each act is previewed, Enter does it. The board stays free.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: panel

    required property RaceControl control
    required property bool compact
    readonly property Correction correction: panel.control.correction
    readonly property EntrantLaps laps: panel.control.laps
    readonly property var passing: panel.laps.passing
    readonly property var asked: panel.correction.asked
    readonly property bool ended: panel.control.phase === "finishing" || panel.control.phase === "finished" || panel.control.flag === "chequered"
    readonly property bool isLap: (panel.passing.lap ?? 0) > 0

    function act(kind: string, parts: int) {
        if (panel.passing.seq === undefined) return
        const event = { kind: kind, passing: panel.passing.seq }
        if (kind === "split") event.parts = parts
        panel.correction.ask(event)
    }
    function choose(by: int) {
        panel.laps.chosen = panel.laps.chosen + by
        panel.correction.ask({})
    }
    readonly property string effect: {
        const lap = panel.passing.lap ?? 0
        switch (panel.asked.kind) {
        case "void": return panel.compact ? qsTr("Take out") : lap > 0 ? qsTr("Take out the end of lap %1").arg(lap) : qsTr("Take the passing out")
        case "split": return panel.compact ? qsTr("Divide into %1").arg(panel.asked.parts) : qsTr("Divide lap %1 into %2").arg(lap).arg(panel.asked.parts)
        case "delete_lap": return panel.compact ? qsTr("Delete time") : qsTr("Delete the time of lap %1").arg(lap)
        case "set_first_finisher": return qsTr("Set as first finisher")
        }
        return panel.compact ? qsTr("Choose") : qsTr("Choose what to do")
    }
    readonly property string note: panel.asked.kind === "split" ? qsTr("The parts are estimates: they count as laps, never for a best lap or a record.")
                                 : panel.asked.kind === "void" && panel.isLap ? qsTr("The lap and the next become one.")
                                 : panel.asked.kind === "delete_lap" ? qsTr("The lap counts, its time for no best lap.")
                                 : panel.asked.kind === "set_first_finisher" ? qsTr("The chequered flag belongs to this crossing.") : ""

    component Key: Shortcut { enabled: panel.visible && panel.enabled && !foot.typing }
    Key { sequence: "V"; onActivated: panel.act("void", 0) }
    Key { sequence: "D"; onActivated: if (panel.isLap) panel.act("delete_lap", 0) }
    Key { sequence: "1"; onActivated: if (panel.ended) panel.act("set_first_finisher", 0) }
    Key { sequence: "2"; onActivated: if (panel.isLap) panel.act("split", 2) }
    Key { sequence: "3"; onActivated: if (panel.isLap) panel.act("split", 3) }
    Key { sequence: "4"; onActivated: if (panel.isLap) panel.act("split", 4) }
    Key { sequence: "Escape"; onActivated: panel.correction.leave() }
    Key { sequences: ["Return", "Enter"]; onActivated: panel.correction.apply() }
    Key { sequence: "Up"; onActivated: panel.choose(-1) }
    Key { sequence: "Down"; onActivated: panel.choose(1) }

    component Act: ActionButton {
        required property string act
        property int into: 0
        readonly property bool on: panel.asked.kind === act && (into === 0 || panel.asked.parts === into)
        implicitHeight: Theme.targetMouse
        size: Theme.size12
        padding: Theme.space2
        focusPolicy: Qt.TabFocus
        ink: !enabled ? Theme.color.textFaint : on ? Theme.color.surface : Theme.color.text
        fill: on ? Theme.color.text : hovered ? Theme.color.surfaceHover : Theme.color.surface
        onClicked: panel.act(act, into)
    }

    Column {
        id: head
        width: parent.width
        Word { width: parent.width; text: qsTr("Laps of kart %1").arg(panel.correction.number); size: panel.compact ? Theme.size16 : Theme.size18; weight: Theme.weightSemibold; elide: Text.ElideRight }
        Word { width: parent.width; text: panel.correction.name + (panel.compact ? "" : " · " + qsTr("Nothing is changed yet.")); size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideRight }
    }
    ListView {
        id: list
        anchors { top: head.bottom; topMargin: Theme.space2; left: parent.left; right: parent.right; bottom: acts.top; bottomMargin: Theme.space2 }
        clip: true
        model: panel.laps.rows
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: panel.laps.chosen
        highlightMoveDuration: 0
        onHeightChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        delegate: LapDelegate {
            width: list.width
            compact: panel.compact
            longestUs: panel.laps.longestUs
            chosen: index === panel.laps.chosen
            onTapped: { panel.laps.chosen = index; panel.correction.ask({}) }
        }
    }
    ScrollMark { target: list }
    Word {
        anchors { top: list.top; left: parent.left; right: parent.right }
        visible: list.count === 0 && !panel.laps.loading
        text: panel.laps.error !== "" ? panel.laps.error : qsTr("No passing of this kart yet.")
        size: Theme.size13
        color: panel.laps.error !== "" ? Theme.color.dangerText : Theme.color.textMuted
        wrapMode: Text.Wrap
    }
    Column {
        id: acts
        anchors { left: parent.left; right: parent.right; bottom: foot.top; bottomMargin: Theme.space2 }
        spacing: Theme.space1h
        Row {
            width: parent.width
            spacing: Theme.space1
            Act { act: "void"; text: qsTr("Take out"); hint: "V" }
            Act { act: "delete_lap"; enabled: panel.isLap; text: qsTr("Delete time"); hint: "D" }
            Act { act: "set_first_finisher"; visible: panel.ended; text: qsTr("First"); hint: "1"; Accessible.name: qsTr("Set as first finisher") }
        }
        Row {
            width: parent.width
            spacing: Theme.space1
            Word { text: qsTr("Divide into"); size: Theme.size13; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter; rightPadding: Theme.space1 }
            Act { act: "split"; into: 2; enabled: panel.isLap; text: qsTr("%n lap(s)", "", 2); hint: "2" }
            Act { act: "split"; into: 3; enabled: panel.isLap; text: "3"; hint: panel.compact ? "" : "3" }
            Act { act: "split"; into: 4; enabled: panel.isLap; text: "4"; hint: panel.compact ? "" : "4" }
        }
        CorrectionPreview { width: parent.width; correction: panel.correction; compact: panel.compact }
        Word { width: parent.width; visible: text !== "" && panel.correction.previewed; text: panel.note; size: Theme.size12; color: Theme.color.textMuted; wrapMode: Text.Wrap }
    }
    CorrectionFoot {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        correction: panel.correction
        compact: panel.compact
        effect: panel.effect
    }
}
