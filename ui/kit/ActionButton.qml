// A button whose label says its effect. One main button a step; the key that presses it stands inside.
import QtQuick
import Chicane.Kit
import QtQuick.Templates as T

T.AbstractButton {
    id: button

    enum Kind { Plain, Main, Quiet, Danger }

    property int kind: ActionButton.Kind.Plain
    property string hint: ""
    property string iconName: ""
    property int size: Theme.size14
    property bool spread: false // words at the left, the key at the right end
    property bool alarm: false  // stands in an amber row

    property color ink: !button.enabled ? Theme.color.textFaint
                               : button.kind === ActionButton.Kind.Main ? Theme.color.inkOnAccent
                               : button.kind === ActionButton.Kind.Danger ? Theme.color.inkOnDanger : Theme.color.text
    property color fill: !button.enabled ? "transparent"
                                : button.kind === ActionButton.Kind.Main ? Theme.color.accent
                                : button.kind === ActionButton.Kind.Danger ? Theme.color.danger
                                : button.hovered ? Theme.color.surfaceHover
                                : button.kind === ActionButton.Kind.Quiet || button.alarm ? "transparent" : Theme.color.surface

    readonly property int beside: (button.iconName === "" ? 0 : button.size + Theme.spaceHalf + Theme.space2)
                                  + (button.hint === "" ? 0 : key.implicitWidth + Theme.space2)
    implicitWidth: Math.ceil(label.implicitWidth) + button.beside + 2 * padding
    implicitHeight: Theme.targetDesk
    padding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: button.text

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusM
        color: button.fill
        opacity: button.down ? 0.85 : 1
        border.width: button.kind === ActionButton.Kind.Quiet ? 0 : Theme.strokeControl
        border.color: !button.enabled ? Theme.color.line
                    : button.alarm ? Theme.color.alarm
                    : button.kind === ActionButton.Kind.Plain ? Theme.color.lineStrong : button.fill
        FocusRing { target: button }
    }
    contentItem: Item {
        Row {
            x: button.spread ? 0 : (parent.width - width) / 2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space2
            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                color: button.ink
                size: button.size + Theme.spaceHalf
                anchors.verticalCenter: parent.verticalCenter
            }
            Word {
                id: label
                text: button.text
                visible: text !== ""
                size: button.size
                weight: button.kind === ActionButton.Kind.Plain || button.kind === ActionButton.Kind.Quiet
                        ? Theme.weightMedium : Theme.weightSemibold
                color: button.ink
                width: button.spread ? button.width - 2 * button.padding - button.beside
                                     : Math.min(Math.ceil(implicitWidth), button.width - 2 * button.padding - button.beside)
                elide: Text.ElideRight
                anchors.verticalCenter: parent.verticalCenter
            }
            KeyHint {
                id: key
                text: button.hint
                ink: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
