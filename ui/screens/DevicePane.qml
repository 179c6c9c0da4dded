// The chosen source: noise over the day, what was missing by number, its last bytes, and what can be done with it.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property Devices model
    required property bool compact
    required property bool mayChange
    readonly property var facts: pane.model.facts
    readonly property var noise: pane.model.noise
    readonly property var lost: pane.model.lost
    readonly property bool some: pane.facts.id !== undefined
    readonly property int pad: pane.compact ? Theme.space3 : Theme.space5
    readonly property int gapsShown: pane.compact ? 2 : 4
    property bool replacing: false
    property bool removing: false

    signal secondAsked()  // beside one of chicane.toml
    signal setupAsked()
    signal commandsAsked()
    signal ended()   // what was begun: the keys belong to the list again

    function askReplace() {
        if (!pane.some || pane.facts.fixed) return
        pane.removing = false
        pane.replacing = true
        address.text = pane.facts.uri
        address.take()
    }
    function askRemove() { if (pane.some && !pane.facts.fixed) { pane.replacing = false; pane.removing = true } }
    function leave() {
        if (!pane.replacing && !pane.removing) return
        pane.replacing = false
        pane.removing = false
        pane.ended()
    }
    function figure(value: var): string { return value === null || value === undefined ? "—" : value }

    Shortcut { sequence: "Escape"; enabled: pane.enabled && (pane.replacing || pane.removing); onActivated: pane.leave() }
    Connections { target: pane.model; function onChosenChanged() { pane.leave() } }
    Connections { target: pane.model; function onDone(what: string) { pane.leave() } }

    component Fact: Column {
        id: fact
        required property string label
        required property string value
        property bool alarmed: false
        width: parent.width / 4
        Word { text: fact.label; size: Theme.size12; weight: Theme.weightMedium; color: Theme.color.textMuted; width: parent.width; elide: Text.ElideRight }
        Figure { text: fact.value; size: pane.compact ? Theme.size15 : Theme.size18; weight: Theme.weightMedium; color: fact.value === "—" ? Theme.color.textFaint : fact.alarmed ? Theme.color.alarmText : Theme.color.text }
    }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    EmptyNote {
        x: pane.pad
        y: Theme.space10
        visible: !pane.some
        title: qsTr("No source is chosen")
        text: qsTr("N adds one: a decoder by its address.")
    }
    Column {
        id: top
        visible: pane.some
        x: pane.pad
        y: pane.compact ? Theme.space2 : Theme.space4
        width: parent.width - 2 * pane.pad
        spacing: pane.compact ? Theme.space2 : Theme.space3
        Column {
            width: parent.width
            Row {
                spacing: Theme.space2
                Word { text: pane.facts.id ?? ""; size: Theme.size18; weight: Theme.weightSemibold }
                Word { text: Words.loop(pane.facts.role ?? "", pane.facts.sector ?? 0); size: Theme.size18; color: Theme.color.textMuted }
                Chip { visible: pane.facts.test === true; text: qsTr("in set-up, counts for nobody"); kind: Chip.Kind.Pit; anchors.verticalCenter: parent.verticalCenter }
            }
            Word {
                width: parent.width
                text: [pane.facts.uri ?? "", pane.facts.decoder === null || pane.facts.decoder === undefined ? "" : qsTr("decoder %1").arg(pane.facts.decoder)].filter(s => s !== "").join(" · ")
                font.family: Theme.familyNum
                size: Theme.size13
                color: Theme.color.textMuted
                elide: Text.ElideMiddle
            }
            Item {
                visible: pane.facts.fixed === true
                width: parent.width
                height: fixedWords.implicitHeight + Theme.space1
                Icon { id: lock; y: fixedWords.y + Theme.spaceHalf; name: "lock"; size: Theme.size13; color: Theme.color.textMuted }
                Word {
                    id: fixedWords
                    y: Theme.space1
                    anchors { left: lock.right; right: parent.right; leftMargin: Theme.space1h }
                    text: qsTr("Set in chicane.toml: change it there and restart. To replace it during a race, add the new decoder here with the same role.")
                    size: Theme.size13
                    color: Theme.color.textMuted
                    wrapMode: Text.Wrap
                }
            }
            Word {
                width: parent.width
                visible: (pane.facts.why_down ?? "") !== ""
                text: qsTr("No line: %1").arg(pane.facts.why_down ?? "")
                size: Theme.size13
                color: Theme.color.alarmText
                elide: Text.ElideRight
            }
            Word {
                width: parent.width
                visible: (pane.facts.why_down ?? "") === "" && (pane.facts.complaint ?? "") !== ""
                text: qsTr("The decoder says: %1").arg(pane.facts.complaint ?? "")
                size: Theme.size13
                color: Theme.color.alarmText
                elide: Text.ElideRight
            }
        }
        Column {
            width: parent.width
            Item {
                width: parent.width
                height: Theme.space6
                Word { text: qsTr("Noise"); weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
                Word {
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: pane.noise.loudest === null ? qsTr("not in this protocol, or not yet")
                        : qsTr("%1 now, %2 at most at %3").arg(pane.figure(pane.facts.noise)).arg(pane.noise.loudest).arg(pane.noise.loudestAt)
                    size: Theme.size13
                    color: Theme.color.textMuted
                }
            }
            NoiseChart {
                width: parent.width
                height: pane.compact ? 96 : 150
                visible: pane.noise.loudest !== null
                values: pane.noise.line
                from: pane.noise.from
                middle: pane.noise.middle
            }
        }
        Rule { width: parent.width }
        Row {
            width: parent.width
            Fact { label: qsTr("Passings"); value: pane.figure(pane.facts.passings) }
            Fact { label: qsTr("Duplicates"); value: pane.figure(pane.facts.duplicates) }
            Fact { label: qsTr("CRC errors"); value: pane.figure(pane.facts.crc_errors) }
            Fact { label: qsTr("Garbage"); value: pane.figure(pane.facts.garbage) }
        }
        Rule { width: parent.width }
        Column {
            width: parent.width
            Item {
                width: parent.width
                height: Theme.space6
                Word { text: qsTr("Gaps"); weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
                Word {
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: !pane.some ? "" : pane.facts.gaps_found === 0 ? qsTr("none") : pane.facts.gaps_lost > 0
                        ? qsTr("%1 found, %2 back, %3 lost for good").arg(pane.facts.gaps_found).arg(pane.facts.gaps_recovered).arg(pane.facts.gaps_lost)
                        : pane.facts.gaps_recovered === pane.facts.gaps_found ? qsTr("%1 found, all came back").arg(pane.facts.gaps_found)
                        : qsTr("%1 found, %2 back, asked for again").arg(pane.facts.gaps_found).arg(pane.facts.gaps_recovered)
                    size: Theme.size13
                    color: pane.facts.gaps_lost > 0 ? Theme.color.alarmText : Theme.color.textMuted
                }
            }
            Repeater {
                model: pane.lost.slice(0, pane.gapsShown)
                Item {
                    id: range
                    required property var modelData
                    width: parent.width
                    height: Theme.space6
                    Figure { text: range.modelData.at; size: Theme.size13; color: Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
                    Figure { x: bytes.timeWidth; text: range.modelData.range; size: Theme.size14; anchors.verticalCenter: parent.verticalCenter }
                    Word { anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: qsTr("%n lost", "passings", range.modelData.count); size: Theme.size13; color: Theme.color.alarmText }
                }
            }
            Word { visible: pane.lost.length > pane.gapsShown; text: qsTr("and %n more", "ranges", pane.lost.length - pane.gapsShown); size: Theme.size13; color: Theme.color.textMuted }
        }
    }
    BytesList {
        id: bytes
        visible: pane.some
        anchors { left: parent.left; right: parent.right; top: top.bottom; bottom: foot.top; leftMargin: pane.pad; rightMargin: pane.pad; topMargin: Theme.space2; bottomMargin: Theme.space2 }
        model: pane.model
        compact: pane.compact
        mayCommand: pane.mayChange
        onCommandsAsked: pane.commandsAsked()
    }
    Column {
        id: foot
        visible: pane.some
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: pane.pad }
        spacing: Theme.space2
        Column {
            width: parent.width
            visible: pane.replacing
            spacing: Theme.space2
            Word {
                width: parent.width
                text: qsTr("Another decoder takes the place of %1. Its loop stays, the session goes on, laps are not touched.").arg(pane.facts.id ?? "")
                size: Theme.size13
                color: Theme.color.textMuted
                wrapMode: Text.Wrap
            }
            TextEntry {
                id: address
                width: parent.width
                label: qsTr("Its address")
                placeholder: "tcp://192.0.2.10:5403?protocol=p3"
                figures: true
                onAccepted: pane.model.replace(text)
            }
        }
        Word {
            width: parent.width
            visible: pane.removing
            text: qsTr("%1 is no longer heard. What it told stays in the results.").arg(pane.facts.id ?? "")
            size: Theme.size13
            color: Theme.color.textMuted
            wrapMode: Text.Wrap
        }
        Row {
            width: parent.width
            spacing: Theme.space2
            readonly property real half: (width - spacing - (more.visible ? more.width + spacing : 0)) / 2
            ActionButton {
                visible: !pane.replacing && !pane.removing
                width: parent.half
                implicitHeight: Theme.targetDesk + Theme.space1
                enabled: pane.mayChange
                iconName: "scan"
                text: pane.facts.test ? pane.compact ? qsTr("Count") : qsTr("Count again") : pane.compact ? qsTr("Test") : qsTr("Test mode")
                hint: "T"
                onClicked: pane.model.setTest(!pane.facts.test)
            }
            ActionButton {
                visible: !pane.replacing && !pane.removing
                width: parent.half
                implicitHeight: Theme.targetDesk + Theme.space1
                enabled: pane.mayChange
                iconName: pane.facts.fixed ? "plus" : pane.facts.test ? "loop" : "swap"
                text: pane.facts.fixed ? qsTr("Add another") : pane.facts.test ? pane.compact ? qsTr("Set-up") : qsTr("Go on with set-up") : pane.compact ? qsTr("Replace") : qsTr("Replace decoder")
                hint: "R"
                onClicked: pane.facts.fixed ? pane.secondAsked() : pane.facts.test ? pane.setupAsked() : pane.askReplace()
            }
            ActionButton {
                visible: pane.replacing || pane.removing
                width: parent.width - more.width - parent.spacing
                implicitHeight: Theme.targetDesk + Theme.space1
                enabled: pane.removing || (address.text.trim() !== "" && address.text.trim() !== pane.facts.uri)
                kind: pane.removing ? ActionButton.Kind.Danger : ActionButton.Kind.Main
                text: pane.removing ? qsTr("Remove %1").arg(pane.facts.id ?? "") : qsTr("Replace, the session goes on")
                hint: pane.removing ? "" : "⏎"
                onClicked: pane.removing ? pane.model.remove() : pane.model.replace(address.text)
            }
            ActionButton {
                id: more
                implicitHeight: Theme.targetDesk + Theme.space1
                visible: !pane.facts.fixed
                enabled: pane.replacing || pane.removing || pane.mayChange
                iconName: pane.replacing || pane.removing ? "" : "cross"
                text: pane.replacing || pane.removing ? qsTr("Leave") : ""
                hint: pane.replacing || pane.removing ? "Esc" : ""
                Accessible.name: pane.replacing || pane.removing ? qsTr("Leave") : qsTr("Remove")
                onClicked: pane.replacing || pane.removing ? pane.leave() : pane.askRemove()
            }
        }
    }
}
