// A flag to show: fixed place, acts at once, filled with its colour while it is shown.
import QtQuick
import Chicane.Kit
import QtQuick.Templates as T

T.AbstractButton {
    id: button

    required property string flag
    property string note: ""
    property string hint: ""
    property bool shown: false
    property bool compact: false
    property bool large: false

    readonly property int pad: button.compact && !button.large ? Theme.space1 : Theme.space2
    readonly property color ink: button.shown ? swatch.ink : !button.enabled ? Theme.color.textFaint : Theme.color.text

    implicitHeight: button.large ? (button.compact ? Theme.space12 + Theme.space2 : Theme.targetDanger)
                                 : (button.compact ? Theme.space10 : Theme.space12 + Theme.space2)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusM
        color: button.shown ? swatch.ground : button.hovered ? Theme.color.surfaceHover : Theme.color.surfaceRaised
        FocusRing { target: button }
    }
    contentItem: Item {
        FlagSwatch {
            id: swatch
            flag: button.flag
            bare: button.shown
            opacity: button.enabled ? 1 : 0.4
            size: button.large ? (button.compact ? Theme.space10 : Theme.space12 + Theme.space1)
                               : (button.compact ? Theme.size20 : Theme.space8)
            anchors { left: parent.left; leftMargin: button.pad; verticalCenter: parent.verticalCenter }
        }
        Column {
            anchors { left: swatch.right; leftMargin: button.pad; right: key.left; rightMargin: Theme.spaceHalf; verticalCenter: parent.verticalCenter }
            Word {
                width: parent.width
                text: button.text
                size: button.large ? (button.compact ? Theme.size18 : Theme.size20) : (button.compact ? Theme.size13 : Theme.size15)
                weight: Theme.weightSemibold
                color: button.ink
                elide: Text.ElideRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.size12
            }
            Word {
                width: parent.width
                visible: text !== "" && !button.compact
                text: button.note
                size: Theme.size12
                color: button.shown ? swatch.ink : Theme.color.textMuted
                elide: Text.ElideRight
            }
        }
        KeyHint {
            id: key
            text: button.hint
            ink: button.ink
            anchors { right: parent.right; rightMargin: button.pad; verticalCenter: parent.verticalCenter }
        }
    }
}
