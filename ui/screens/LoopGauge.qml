// A loop on its way to be quiet: one large figure falls into the shaded band, then a free kart is walked over it three times.
import QtQuick
import Chicane.Kit
import Chicane.Models

Column {
    id: gauge

    required property DeviceSetup setup
    required property bool compact
    readonly property bool some: gauge.setup.noise !== null && gauge.setup.noise !== undefined
    readonly property var hints: gauge.setup.hints
    readonly property var tried: [qsTr("plugs", "tried"), qsTr("cable", "tried"), qsTr("place", "tried")]
    readonly property int target: 40
    readonly property int quietS: 20

    spacing: gauge.compact ? Theme.space2 : Theme.space4

    Item {
        width: parent.width
        height: large.implicitHeight
        PlateFigure { id: large; text: gauge.some ? gauge.setup.noise : "—"; size: gauge.compact ? Theme.size44 : Theme.size64; color: gauge.some ? Theme.color.text : Theme.color.textFaint }
        Column {
            anchors { left: large.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
            Word { text: qsTr("noise now"); color: Theme.color.textMuted }
            Row {
                spacing: Theme.space1
                Icon { visible: gauge.setup.quiet; name: "check"; color: Theme.color.ok; anchors.verticalCenter: parent.verticalCenter }
                Word {
                    text: !gauge.some ? qsTr("not in this protocol, or not yet") : gauge.setup.quiet ? qsTr("under %1 for %2 s").arg(gauge.target).arg(gauge.quietS)
                        : gauge.setup.noise < gauge.target ? qsTr("under %1 since %2 s, wait for %3").arg(gauge.target).arg(gauge.setup.quietS).arg(gauge.quietS)
                        : qsTr("should be under %1").arg(gauge.target)
                    size: Theme.size14
                    weight: Theme.weightMedium
                    color: gauge.setup.quiet ? Theme.color.ok : gauge.some && gauge.setup.noise >= gauge.target ? Theme.color.alarmText : Theme.color.textMuted
                }
            }
        }
        Column {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: gauge.setup.noiseFirst !== null && gauge.setup.noiseFirst !== undefined
            Word { anchors.right: parent.right; text: qsTr("at first"); size: Theme.size13; color: Theme.color.textMuted }
            Figure { anchors.right: parent.right; text: gauge.setup.noiseFirst ?? ""; size: Theme.size18; weight: Theme.weightMedium }
        }
    }
    NoiseChart {
        width: parent.width
        height: gauge.compact ? 104 : 168
        visible: gauge.some
        values: gauge.setup.noiseLine
        from: qsTr("at first")
        banded: true
        marks: gauge.tried.map((text, hint) => ({ text: text, at: gauge.hints[hint].at })).filter(mark => mark.at >= 0)
    }
    Column {
        width: parent.width
        visible: gauge.some && (!gauge.setup.quiet || gauge.hints.some(hint => hint.tried))
        spacing: Theme.spaceHalf
        Repeater {
            model: [qsTr("Plugs dry and tight"), qsTr("Cable away from power lines"), qsTr("Loop away from steel, drains and barriers")]
            Item {
                id: hint
                required property string modelData
                required property int index
                readonly property var trial: gauge.hints[hint.index]
                readonly property bool told: hint.trial.tried && hint.trial.after !== null
                readonly property bool gained: hint.told && hint.trial.after < hint.trial.before
                width: gauge.width
                height: Theme.targetMouse
                activeFocusOnTab: true
                Accessible.role: Accessible.Button
                Accessible.name: hint.modelData + ", " + outcome.text
                Keys.onSpacePressed: gauge.setup.tryHint(hint.index)
                TapHandler { onTapped: gauge.setup.tryHint(hint.index) }
                Icon { id: sign; name: hint.gained ? "check" : hint.trial.tried || gauge.setup.quiet ? "minus" : "arrow-right"; color: hint.gained ? Theme.color.ok : Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
                Word { anchors { left: sign.right; leftMargin: Theme.space2; right: end.left; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter } text: hint.modelData; size: Theme.size13; color: hint.trial.now || hint.gained ? Theme.color.text : Theme.color.textMuted; elide: Text.ElideRight }
                Row {
                    id: end
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    spacing: Theme.space2
                    Word {
                        id: outcome
                        text: hint.gained ? qsTr("%1 to %2", "noise").arg(hint.trial.before).arg(hint.trial.after)
                            : hint.told ? qsTr("%1, no gain", "noise").arg(hint.trial.after)
                            : hint.trial.tried ? qsTr("from %1…", "noise").arg(hint.trial.before)
                            : gauge.setup.quiet ? qsTr("not needed") : ""
                        size: Theme.size13
                        color: hint.gained ? Theme.color.text : Theme.color.textMuted
                    }
                    KeyHint { visible: !gauge.setup.quiet && !hint.trial.now; text: String(hint.index + 1) }
                }
                FocusRing { target: hint }
            }
        }
        Word { visible: !gauge.setup.quiet; width: parent.width; text: qsTr("Its key first, then do it: the noise shows what it gained."); size: Theme.size12; color: Theme.color.textMuted; elide: Text.ElideRight }
    }
    Column {
        width: parent.width
        Item {
            width: parent.width
            height: Theme.space6
            Word { text: qsTr("Walk a kart over it three times"); weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
            Figure { anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: qsTr("%1 of 3").arg(gauge.setup.passes.length); size: Theme.size13; color: Theme.color.textMuted }
        }
        Repeater {
            model: gauge.setup.passes
            Item {
                id: pass
                required property var modelData
                width: parent.width
                height: Theme.space8
                Rule { width: parent.width }
                Plate { anchors.verticalCenter: parent.verticalCenter; number: pass.modelData.kart; kind: pass.modelData.kart === "" ? Plate.Kind.Unknown : Plate.Kind.Outlined; size: Theme.size15 }
                Figure { x: Theme.space12 + Theme.space4; anchors.verticalCenter: parent.verticalCenter; text: pass.modelData.tag; size: Theme.size14; color: Theme.color.textMuted }
                Row {
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    spacing: Theme.space3
                    Word { text: pass.modelData.hits === null ? qsTr("no hits in this protocol") : qsTr("%1 hits").arg(pass.modelData.hits); size: Theme.size14; color: pass.modelData.good ? Theme.color.text : Theme.color.alarmText }
                    Figure { visible: pass.modelData.strength !== null; text: pass.modelData.strength ?? ""; size: Theme.size14 }
                    Icon { name: pass.modelData.good ? "check" : "alarm"; color: pass.modelData.good ? Theme.color.ok : Theme.color.alarm; anchors.verticalCenter: parent.verticalCenter }
                }
            }
        }
    }
}
