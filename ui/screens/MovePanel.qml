// Not in this kart but in another, or: these passings are another's. The number is typed at once; ↑ and ↓ say since when. With somebody
// of the session two exchange; a free kart is taken. Each choice is previewed, Enter does it.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: panel

    required property RaceControl control
    required property bool compact
    readonly property Correction correction: panel.control.correction
    readonly property KartTargets targets: panel.control.targets
    readonly property bool give: panel.correction.what === "give"

    property var target: ({})
    property bool fromBegin: true
    property bool exchange: false
    readonly property string other: panel.target.number ?? ""
    readonly property bool isDriver: (panel.target.entrant ?? "") !== ""

    function ask() {
        if (panel.other === "") { panel.correction.ask({}); return }
        const own = panel.correction.entrant
        if (panel.isDriver) {
            panel.correction.ask({ kind: "give_passings", entrant: own, to: panel.target.entrant, exchange: !panel.give || panel.exchange,
                                   since_us: panel.fromBegin ? null : panel.control.nowUs() })
        } else {
            panel.correction.ask({ kind: "swap_kart", entrant: own, kart: panel.target.kart,
                                   since_us: panel.fromBegin ? panel.control.beginUs() : null })
        }
    }
    function take(number: string) {
        panel.target = panel.targets.named(number)
        if (panel.give && !panel.isDriver) panel.target = {}
        panel.ask()
    }
    function since(begin: bool) {
        if (panel.fromBegin === begin) return
        panel.fromBegin = begin
        panel.ask()
    }
    function begin() {
        panel.target = {}
        panel.fromBegin = true
        panel.exchange = false
        field.text = ""
        field.take()
    }
    Connections { target: panel.correction; function onBegun() { if (panel.visible) panel.begin() } }

    component Key: Shortcut { enabled: panel.visible && panel.enabled && !foot.typing }
    Key { sequence: "Escape"; onActivated: panel.correction.leave() }
    Key { sequences: ["Return", "Enter"]; onActivated: panel.correction.apply() }
    Key { sequence: "Up"; onActivated: panel.since(true) }
    Key { sequence: "Down"; onActivated: panel.since(false) }
    Key { sequence: "Tab"; onActivated: if (panel.give) { panel.exchange = !panel.exchange; panel.ask() } }
    Connections {
        target: panel.targets
        function onChanged() { if (panel.visible && panel.targets.ready && field.text !== "") panel.take(field.text.trim()) }
    }

    component Option: Rectangle {
        id: option
        required property bool on
        required property string head
        required property string note
        signal tapped()
        width: panel.width
        implicitHeight: words.implicitHeight + 2 * Theme.space1
        color: option.on ? Theme.color.surfaceSelected : "transparent"
        Accessible.role: Accessible.RadioButton
        Accessible.name: option.head
        Accessible.checked: option.on
        Rectangle { visible: option.on; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
        Rectangle {
            id: ring
            anchors { left: parent.left; leftMargin: Theme.space2; top: words.top; topMargin: Theme.spaceHalf }
            width: Theme.space4
            height: width
            radius: width / 2
            color: "transparent"
            border.width: Theme.strokeControl
            border.color: option.on ? Theme.color.accent : Theme.color.lineStrong
            Rectangle { visible: option.on; anchors.centerIn: parent; width: Theme.space2; height: width; radius: width / 2; color: Theme.color.accent }
        }
        Column {
            id: words
            anchors { left: ring.right; leftMargin: Theme.space2; right: parent.right; verticalCenter: parent.verticalCenter }
            Word { width: parent.width; text: option.head; weight: option.on ? Theme.weightSemibold : Theme.weightMedium; elide: Text.ElideRight }
            Word { width: parent.width; text: option.note; size: Theme.size12; color: Theme.color.textMuted; wrapMode: Text.Wrap; maximumLineCount: 2; elide: Text.ElideRight }
        }
        TapHandler { onTapped: option.tapped() }
    }

    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; bottomMargin: Theme.space2 }
        spacing: panel.compact ? Theme.space1 : Theme.space2
        clip: true
        Column {
            width: parent.width
            Word {
                width: parent.width
                text: panel.give ? qsTr("Passings of kart %1 are of…").arg(panel.correction.number) : qsTr("Not in kart %1, but in…").arg(panel.correction.number)
                size: panel.compact ? Theme.size16 : Theme.size18
                weight: Theme.weightSemibold
                elide: Text.ElideRight
            }
            Word { width: parent.width; text: panel.correction.name + (panel.compact ? "" : " · " + qsTr("Nothing is changed yet.")); size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideRight }
        }
        TextEntry {
            id: field
            width: parent.width
            placeholder: panel.give ? qsTr("Number of whose they are") : qsTr("Number of the kart")
            figures: true
            fieldHeight: Theme.targetMouse + Theme.space1
            input.maximumLength: 8
            onEdited: panel.take(text.trim())
        }
        Row {
            visible: !panel.give && panel.other === ""
            spacing: Theme.space1h
            Word { text: qsTr("Free"); size: Theme.size13; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
            Repeater {
                model: panel.targets.free
                ActionButton {
                    required property string number
                    required property string kart
                    implicitHeight: Theme.targetMouse
                    padding: Theme.space2
                    focusPolicy: Qt.NoFocus
                    text: number
                    Accessible.name: qsTr("Kart %1").arg(number)
                    onClicked: { field.text = number; panel.take(number) }
                }
            }
        }
        Word {
            width: parent.width
            visible: field.text !== "" && panel.other === "" && panel.targets.ready
            text: panel.targets.error !== "" ? panel.targets.error : panel.give ? qsTr("Nobody else in this session has the number %1.").arg(field.text) : qsTr("No other kart has the number %1.").arg(field.text)
            size: Theme.size13
            color: Theme.color.dangerText
            wrapMode: Text.Wrap
        }
        Row {
            visible: panel.other !== ""
            spacing: Theme.space2
            Plate { number: panel.other; size: Theme.size15; kind: panel.isDriver ? Plate.Kind.Filled : Plate.Kind.Outlined; anchors.verticalCenter: parent.verticalCenter }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                Word { width: panel.width - Theme.space10 - Theme.space4; text: panel.isDriver ? panel.target.name : qsTr("Free kart"); weight: Theme.weightMedium; elide: Text.ElideRight }
                Word {
                    width: panel.width - Theme.space10 - Theme.space4
                    text: !panel.isDriver ? qsTr("The tags of kart %1 count for nobody then.").arg(panel.correction.number)
                        : panel.give ? (panel.exchange ? qsTr("The two exchange their passings.") : qsTr("All passings become his; the other keeps none."))
                        : qsTr("In this session: the two exchange karts.")
                    size: Theme.size12
                    color: Theme.color.textMuted
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
        }
        ActionButton {
            visible: panel.give && panel.other !== ""
            implicitHeight: Theme.targetMouse
            size: Theme.size13
            padding: Theme.space2
            focusPolicy: Qt.NoFocus
            text: panel.exchange ? qsTr("One way only") : qsTr("Both exchange")
            hint: qsTr("Tab")
            onClicked: { panel.exchange = !panel.exchange; panel.ask() }
        }
        Column {
            visible: panel.other !== ""
            width: parent.width
            Option { on: panel.fromBegin; head: qsTr("Wrong since the beginning"); note: qsTr("All laps change hands."); onTapped: panel.since(true) }
            Option { on: !panel.fromBegin; head: qsTr("From now on"); note: qsTr("The laps so far stay; the next one counts for the other."); onTapped: panel.since(false) }
        }
        CorrectionPreview { width: parent.width; correction: panel.correction; compact: panel.compact }
    }
    CorrectionFoot {
        id: foot
        whyKey: "Ctrl+/"  // the number is typed
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        correction: panel.correction
        compact: panel.compact
        effect: panel.other === "" ? panel.compact ? qsTr("Number?") : qsTr("Type a number")
              : panel.give ? (panel.compact ? (panel.exchange ? qsTr("Exchange") : qsTr("Give")) : panel.exchange ? qsTr("Exchange with kart %1").arg(panel.other) : qsTr("Give to kart %1").arg(panel.other))
              : panel.compact ? qsTr("Swap") : panel.fromBegin ? qsTr("Swap from the beginning") : qsTr("Swap from now on")
    }
}
