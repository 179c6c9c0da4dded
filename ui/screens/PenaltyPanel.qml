// A decision about one kart: its kind (1 to 0, X), its measure (+ and −), whether it was served (S), and the foot-note: what happened and
// by which article. What it changes is previewed; a time that counts only at the end is shown as if the race ended now.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

FocusScope {
    id: panel

    required property RaceControl control
    required property bool compact
    readonly property Correction correction: panel.control.correction

    property string kind: "time"
    property int seconds: 5
    property int count: 1
    property bool served: false

    // The narrow side has room for the usual kinds and the one that is chosen.
    readonly property var rare: ["last_place", "bests_deleted", "grid_places", "excluded"]
    function shows(kind: string): bool { return !panel.compact || panel.kind === kind }
    readonly property string measure: Words.measure(panel.kind)
    readonly property bool serves: panel.kind === "drive_through" || panel.kind === "stop_and_go"
    readonly property bool typing: fact.input.activeFocus || article.input.activeFocus
    readonly property string amount: panel.measure === "time" ? (panel.serves && panel.served ? "" : qsTr("+%1 s").arg(panel.seconds))
                                   : panel.measure === "count" ? panel.count.toString() : ""

    function ask() {
        const event = { kind: "decision", entrant: panel.correction.entrant, penalty: panel.kind, fact: fact.text.trim(), article: article.text.trim() }
        if (panel.measure === "time") event.time_ms = panel.serves && panel.served ? 0 : panel.seconds * 1000
        if (panel.measure === "count") event.count = panel.count
        if (panel.serves) event.served = panel.served
        panel.correction.ask(event)
    }
    function choose(kind: string) {
        panel.kind = kind
        panel.ask()
    }
    function step(by: int) {
        if (panel.measure === "time") panel.seconds = Math.max(1, Math.min(3600, panel.seconds + (by > 0 && panel.seconds < 5 ? 5 - panel.seconds : 5 * by)))
        if (panel.measure === "count") panel.count = Math.max(1, Math.min(99, panel.count + by))
        panel.ask()
    }
    function begin() {
        panel.kind = "time"; panel.seconds = 5; panel.count = 1; panel.served = false
        fact.text = ""; article.text = ""
        rest.forceActiveFocus()
        panel.ask()
    }
    Connections { target: panel.correction; function onBegun() { if (panel.visible) panel.begin() } }

    component Key: Shortcut { enabled: panel.visible && panel.enabled && !panel.typing }
    Key { sequence: "1"; onActivated: panel.choose("warning") }
    Key { sequence: "2"; onActivated: panel.choose("time") }
    Key { sequence: "3"; onActivated: panel.choose("laps") }
    Key { sequence: "4"; onActivated: panel.choose("places") }
    Key { sequence: "5"; onActivated: panel.choose("drive_through") }
    Key { sequence: "6"; onActivated: panel.choose("stop_and_go") }
    Key { sequence: "7"; onActivated: panel.choose("last_place") }
    Key { sequence: "8"; onActivated: panel.choose("bests_deleted") }
    Key { sequence: "9"; onActivated: panel.choose("grid_places") }
    Key { sequence: "0"; onActivated: panel.choose("disqualified") }
    Key { sequence: "X"; onActivated: panel.choose("excluded") }
    Key { sequences: ["+", "="]; onActivated: panel.step(1) }
    Key { sequence: "-"; onActivated: panel.step(-1) }
    Key { sequence: "S"; onActivated: if (panel.serves) { panel.served = !panel.served; panel.ask() } }
    Key { sequence: "/"; onActivated: fact.take() }
    Shortcut { sequence: "Escape"; enabled: panel.visible && panel.enabled; onActivated: panel.typing ? rest.forceActiveFocus() : panel.correction.leave() }
    Shortcut { sequences: ["Return", "Enter"]; enabled: panel.visible && panel.enabled; onActivated: panel.typing ? rest.forceActiveFocus() : panel.correction.apply() }
    Item { id: rest }

    component KindButton: ActionButton {
        required property string penalty
        readonly property bool on: panel.kind === penalty
        width: (kinds.width - (kinds.columns - 1) * kinds.spacing) / kinds.columns
        implicitHeight: Theme.targetMouse
        size: Theme.size12
        padding: Theme.space1
        spread: true
        focusPolicy: Qt.TabFocus
        text: Words.penalty(penalty)
        ink: on ? Theme.color.surface : Theme.color.text
        fill: on ? Theme.color.text : hovered ? Theme.color.surfaceHover : Theme.color.surface
        onClicked: panel.choose(penalty)
    }
    component Small: ActionButton {
        implicitHeight: Theme.targetMouse
        size: Theme.size13
        padding: Theme.space2
        focusPolicy: Qt.TabFocus
    }
    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; bottomMargin: Theme.space2 }
        spacing: Theme.space1h
        clip: true

        Column {
            width: parent.width
            Word { width: parent.width; text: qsTr("Penalty for kart %1").arg(panel.correction.number); size: panel.compact ? Theme.size16 : Theme.size18; weight: Theme.weightSemibold; elide: Text.ElideRight }
            Word { width: parent.width; text: panel.correction.name + (panel.compact ? "" : " · " + qsTr("Nothing is changed yet.")); size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideRight }
        }
        Grid {
            id: kinds
            width: parent.width
            columns: panel.compact ? 2 : 3
            spacing: Theme.space1
            KindButton { penalty: "warning"; hint: "1" }
            KindButton { penalty: "time"; hint: "2" }
            KindButton { penalty: "laps"; hint: "3" }
            KindButton { penalty: "places"; hint: "4" }
            KindButton { penalty: "drive_through"; hint: "5" }
            KindButton { penalty: "stop_and_go"; hint: "6" }
            KindButton { penalty: "last_place"; visible: panel.shows(penalty); hint: "7" }
            KindButton { penalty: "bests_deleted"; visible: panel.shows(penalty); hint: "8" }
            KindButton { penalty: "grid_places"; visible: panel.shows(penalty); hint: "9" }
            KindButton { penalty: "disqualified"; hint: "0" }
            ActionButton {
                visible: panel.compact
                width: (kinds.width - kinds.spacing) / 2
                implicitHeight: Theme.targetMouse
                size: Theme.size12
                padding: Theme.space1
                spread: true
                focusPolicy: Qt.TabFocus
                text: qsTr("More…")
                hint: "7 8 9 X"
                onClicked: panel.choose(panel.rare[(panel.rare.indexOf(panel.kind) + 1) % panel.rare.length])
            }
            KindButton { penalty: "excluded"; visible: panel.shows(penalty); hint: "X" }
        }
        Row {
            visible: panel.measure !== ""
            spacing: Theme.space1h
            Small { text: "−"; Accessible.name: qsTr("less"); onClicked: panel.step(-1) }
            Figure { width: Theme.space10 + Theme.space4; text: panel.amount === "" ? "0 s" : panel.amount; size: Theme.size15; weight: Theme.weightBold; horizontalAlignment: Text.AlignHCenter; anchors.verticalCenter: parent.verticalCenter }
            Small { text: "+"; Accessible.name: qsTr("more"); onClicked: panel.step(1) }
            Small { visible: panel.serves; text: panel.served ? qsTr("served") : qsTr("not served"); hint: "S"; onClicked: { panel.served = !panel.served; panel.ask() } }
        }
        Row {
            width: parent.width
            spacing: Theme.space1h
            TextEntry {
                id: fact
                width: parent.width - article.width - parent.spacing
                fieldHeight: Theme.targetMouse + Theme.space1
                size: Theme.size13
                placeholder: qsTr("What happened")
                hint: "/"
                input.maximumLength: 200
                onEdited: panel.correction.note({ fact: text.trim() })
            }
            TextEntry {
                id: article
                width: panel.compact ? 64 : 90
                fieldHeight: Theme.targetMouse + Theme.space1
                size: Theme.size13
                placeholder: qsTr("Article")
                input.maximumLength: 30
                onEdited: panel.correction.note({ article: text.trim() })
            }
        }
        CorrectionPreview { width: parent.width; correction: panel.correction; compact: panel.compact }
    }
    CorrectionFoot {
        id: foot
        asksWhy: false
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        correction: panel.correction
        compact: panel.compact
        readonly property string given: Words.penalty(panel.kind) + (panel.amount === "" ? "" : " " + panel.amount)
        effect: panel.compact ? given : qsTr("Give kart %1: %2").arg(panel.correction.number).arg(given)
    }
}
