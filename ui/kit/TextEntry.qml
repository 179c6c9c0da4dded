// A field to type in: label above, what is wrong below in words. Its text is never taken away by an error.
import QtQuick
import Chicane.Kit
import QtQuick.Templates as T

Item {
    id: entry

    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias validator: input.validator
    property alias input: input
    property string label: ""
    property string placeholder: ""
    property string error: ""
    property string note: ""      // a warning that is no error: caps lock
    property string iconName: ""
    property string hint: ""
    property int fieldHeight: Theme.targetDesk
    property int size: Theme.size14
    property bool figures: false
    property bool heavy: false    // the one field of a page
    property int endRoom: 0       // kept free at the right end for a button
    readonly property real fieldY: title.visible ? title.height + column.spacing : 0

    signal accepted()
    signal edited()

    implicitWidth: 200
    implicitHeight: column.implicitHeight

    function take() { input.forceActiveFocus(); input.selectAll() }

    Column {
        id: column
        width: parent.width
        spacing: Theme.space1

        Word {
            id: title
            text: entry.label
            visible: text !== ""
            size: Theme.size13
            weight: Theme.weightMedium
            color: Theme.color.textMuted
        }
        Item {
            width: parent.width
            height: input.height
            FocusRing { target: input }
        T.TextField {
            id: input
            width: parent.width
            height: entry.fieldHeight
            leftPadding: Theme.space3 + (entry.iconName === "" ? 0 : entry.size + Theme.space4)
            rightPadding: Theme.space3 + entry.endRoom + (entry.hint === "" ? 0 : key.width + Theme.space2)
            font.family: entry.figures ? Theme.familyNum : Theme.familyUi
            font.pixelSize: entry.size
            color: Theme.color.text
            selectionColor: Theme.color.accent
            selectedTextColor: Theme.color.inkOnAccent
            verticalAlignment: TextInput.AlignVCenter
            selectByMouse: true
            clip: true
            Accessible.name: entry.label === "" ? entry.placeholder : entry.label
            Keys.forwardTo: [entry]  // a page may take a key, Tab too, before the field does
            onAccepted: entry.accepted()
            onTextEdited: entry.edited()

            background: Rectangle {
                radius: Theme.radiusM
                color: Theme.color.surface
                border.width: entry.heavy || entry.error !== "" ? Theme.strokeFocus : Theme.strokeControl
                border.color: entry.error !== "" ? Theme.color.danger : entry.heavy ? Theme.color.text : Theme.color.lineStrong
            }
            Word {
                anchors { left: parent.left; leftMargin: input.leftPadding; verticalCenter: parent.verticalCenter }
                visible: input.text === ""
                text: entry.placeholder
                size: entry.size
                color: Theme.color.textFaint
                width: input.width - input.leftPadding - input.rightPadding
                elide: Text.ElideRight
            }
            Icon {
                visible: entry.iconName !== ""
                name: entry.iconName
                size: entry.size + Theme.space1
                anchors { left: parent.left; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter }
            }
            KeyHint {
                id: key
                text: entry.hint
                anchors { right: parent.right; rightMargin: Theme.space3; verticalCenter: parent.verticalCenter }
            }
        }
        }
        Row {
            visible: entry.error !== "" || entry.note !== ""
            spacing: Theme.space1h
            Icon {
                name: "alarm"
                size: Theme.size14
                color: said.color
                anchors.verticalCenter: parent.verticalCenter
            }
            Word {
                id: said
                text: entry.error !== "" ? entry.error : entry.note
                size: Theme.size13
                color: entry.error !== "" ? Theme.color.dangerText : Theme.color.alarmText
                width: Math.min(implicitWidth, entry.width - Theme.space6)
                wrapMode: Text.Wrap
            }
        }
    }
}
