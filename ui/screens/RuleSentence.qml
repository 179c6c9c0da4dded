// The sentences of the rules. Tab goes from setting to setting, Enter opens one.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Column {
    id: sentence

    required property var rules
    required property string kind
    required property bool compact

    signal chosen(string key, int row)

    readonly property int size: sentence.compact ? Theme.size16 : Theme.size18

    // "of {laps} or" → of | laps | or; what follows a setting without a blank stays with it.
    function parts(text: string): var {
        return (text.match(/\{[a-z_]+\}[^\s{]*|[^\s{]+/g) ?? []).map(t => {
            const setting = t.match(/^\{([a-z_]+)\}(.*)$/)
            return setting ? { key: setting[1], tail: setting[2] } : { key: "", tail: t }
        })
    }
    spacing: Theme.space3
    visible: sentence.rules.end !== undefined

    Repeater {
        model: RuleWords.sentences(sentence.rules)
        Flow {
            id: line
            required property int index
            required property string modelData
            width: sentence.width
            spacing: Theme.space1h
            Repeater {
                model: sentence.parts(line.modelData)
                Row {
                    id: part
                    required property var modelData
                    Item {
                        visible: part.modelData.key !== ""
                        width: setting.width
                        height: setting.height + Theme.spaceHalf
                        activeFocusOnTab: true
                        Accessible.role: Accessible.Button
                        Accessible.name: setting.text
                        Keys.onReturnPressed: sentence.chosen(part.modelData.key, line.index)
                        Keys.onSpacePressed: sentence.chosen(part.modelData.key, line.index)
                        Rectangle { anchors.fill: parent; color: hover.hovered ? Theme.color.surfaceHover : "transparent" }
                        Word { id: setting; text: part.modelData.key === "" ? "" : RuleWords.word(sentence.rules, sentence.kind, part.modelData.key); size: sentence.size; weight: Theme.weightSemibold; width: Math.min(implicitWidth, sentence.width - Theme.space3); wrapMode: Text.WordWrap }
                        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: Theme.strokeFocus; color: Theme.color.accent }
                        FocusRing { target: parent }
                        HoverHandler { id: hover }
                        TapHandler { onTapped: { parent.forceActiveFocus(); sentence.chosen(part.modelData.key, line.index) } }
                    }
                    Word { text: part.modelData.tail; size: sentence.size; color: Theme.color.textMuted }
                }
            }
        }
    }
}
