// One of a few, all of them seen: black on the chosen one. Arrows move, as in a group of radio buttons.
import QtQuick
import Chicane.Kit

FocusScope {
    id: choice

    required property var options  // [{ value, text }]
    required property var value
    property int size: Theme.size14
    property int optionHeight: Theme.targetMouse + Theme.space1
    property bool spread: false    // all options share the width

    signal chosen(var value)

    readonly property int at: choice.options.findIndex(o => o.value === choice.value)

    implicitWidth: row.implicitWidth
    implicitHeight: choice.optionHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.RadioButton

    function move(by) {
        const next = choice.options[choice.at + by]
        if (next !== undefined) choice.chosen(next.value)
    }
    Keys.onLeftPressed: choice.move(-1)
    Keys.onRightPressed: choice.move(1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusM
        color: Theme.color.surface
        border.width: Theme.strokeControl
        border.color: Theme.color.lineStrong
        FocusRing { target: choice }
    }
    Row {
        id: row
        anchors.fill: parent
        Repeater {
            model: choice.options
            Rectangle {
                id: option
                required property var modelData
                required property int index
                readonly property bool on: option.modelData.value === choice.value
                width: choice.spread ? choice.width / choice.options.length
                                     : Math.max(Theme.targetDesk, label.implicitWidth + 2 * Theme.space3)
                height: row.height
                radius: Theme.radiusM
                color: option.on ? Theme.color.text : "transparent"
                Word {
                    id: label
                    anchors.centerIn: parent
                    text: option.modelData.text
                    size: choice.size
                    weight: option.on ? Theme.weightSemibold : Theme.weightMedium
                    color: option.on ? Theme.color.surface : Theme.color.text
                }
                TapHandler { onTapped: { choice.forceActiveFocus(); choice.chosen(option.modelData.value) } }
            }
        }
    }
}
