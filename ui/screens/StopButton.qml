// F12: the lowest block, found by hand. It shows red on this track; lights and kart speed have no port yet, so it does not say
// that it reaches them.
import QtQuick
import QtQuick.Templates as T
import Chicane.Kit
import Chicane.Models

T.AbstractButton {
    id: button

    required property RaceControl control
    required property bool compact

    implicitHeight: button.compact ? Theme.space12 + Theme.space3 : Theme.targetDanger + Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Stop the track: red flag")
    Keys.onReturnPressed: button.clicked()
    onClicked: button.control.showFlag("red")

    background: Rectangle {
        radius: Theme.radiusM
        color: Theme.color.dangerSoft
        border.width: Theme.spaceHalf
        border.color: Theme.color.danger
        FocusRing { target: button }
    }
    contentItem: Item {
        Icon {
            id: sign
            anchors { left: parent.left; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
            name: "emergency"
            color: Theme.color.dangerText
            size: button.compact ? Theme.size28 : Theme.size36
        }
        Column {
            anchors { left: sign.right; leftMargin: Theme.space3; right: key.left; rightMargin: Theme.space1; verticalCenter: parent.verticalCenter }
            PlateFigure {
                text: qsTr("Stop")
                font.capitalization: Font.AllUppercase
                size: button.compact ? Theme.size18 : Theme.size24
            }
            Word { width: parent.width; text: qsTr("red flag, boards, log"); size: Theme.size12; elide: Text.ElideRight }
        }
        KeyHint {
            id: key
            anchors { right: parent.right; rightMargin: button.compact ? Theme.space3 : Theme.space4; verticalCenter: parent.verticalCenter }
            text: "F12"
            size: Theme.size14
        }
    }
}
