// What an entrant is, said by an official: a key each; previewed, then done. A disqualification is a decision.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

FocusScope {
    id: panel

    required property RaceControl control
    required property bool compact
    readonly property Correction correction: panel.control.correction
    readonly property var words: ["retired", "dns", "dnf", "dnq", "guest", "dsq", ""]
    property int chosen: -1

    function choose(at: int) {
        panel.chosen = at
        const word = panel.words[at]
        if (word === "dsq") panel.correction.ask({ kind: "decision", entrant: panel.correction.entrant, penalty: "disqualified" })
        else panel.correction.ask({ kind: "status", entrant: panel.correction.entrant, status: word === "" ? null : word })
    }
    function text(word: string): string { return word === "" ? qsTr("as the timing says") : Words.state(word) }
    Connections { target: panel.correction; function onBegun() { panel.chosen = -1 } }

    component Key: Shortcut { enabled: panel.visible && panel.enabled && !foot.typing }
    Key { sequence: "1"; onActivated: panel.choose(0) }
    Key { sequence: "2"; onActivated: panel.choose(1) }
    Key { sequence: "3"; onActivated: panel.choose(2) }
    Key { sequence: "4"; onActivated: panel.choose(3) }
    Key { sequence: "5"; onActivated: panel.choose(4) }
    Key { sequence: "6"; onActivated: panel.choose(5) }
    Key { sequence: "0"; onActivated: panel.choose(6) }
    Key { sequence: "Escape"; onActivated: panel.correction.leave() }
    Key { sequences: ["Return", "Enter"]; onActivated: panel.correction.apply() }

    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; bottomMargin: Theme.space2 }
        spacing: panel.compact ? Theme.space1 : Theme.space2
        clip: true
        Column {
            width: parent.width
            Word { width: parent.width; text: qsTr("Kart %1 is…").arg(panel.correction.number); size: panel.compact ? Theme.size16 : Theme.size18; weight: Theme.weightSemibold; elide: Text.ElideRight }
            Word { width: parent.width; text: panel.correction.name + (panel.compact ? "" : " · " + qsTr("Nothing is changed yet.")); size: Theme.size13; color: Theme.color.textMuted; elide: Text.ElideRight }
        }
        Column {
            width: parent.width
            Repeater {
                model: panel.words
                Rectangle {
                    id: option
                    required property string modelData
                    required property int index
                    width: panel.width
                    implicitHeight: panel.compact ? Theme.rowPassing : Theme.targetMouse
                    color: option.index === panel.chosen ? Theme.color.surfaceSelected : "transparent"
                    Rectangle { visible: option.index === panel.chosen; width: Theme.strokeMark; height: parent.height; color: Theme.color.accent }
                    KeyHint { id: key; anchors { left: parent.left; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter } text: option.modelData === "" ? "0" : option.index + 1; ink: Theme.color.textMuted }
                    Word { anchors { left: key.right; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter } text: panel.text(option.modelData); weight: Theme.weightMedium }
                    TapHandler { onTapped: panel.choose(option.index) }
                }
            }
        }
        CorrectionPreview { width: parent.width; correction: panel.correction; compact: panel.compact }
    }
    CorrectionFoot {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        correction: panel.correction
        compact: panel.compact
        effect: panel.chosen < 0 ? (panel.compact ? qsTr("Choose") : qsTr("Choose a state")) : panel.compact ? panel.text(panel.words[panel.chosen]) : qsTr("Kart %1: %2").arg(panel.correction.number).arg(panel.text(panel.words[panel.chosen]))
    }
}
