// The tags that the chosen source heard today, weakest first: what falls is seen before it fails.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property Devices model
    required property bool compact
    required property bool mayChange
    readonly property var field: pane.model.field

    signal csvAsked()
    signal changeAsked(string tag, string kart)

    // The row with the focus, else the weakest.
    function change() {
        const row = list.currentItem as TagDelegate
        if (row && row.kart !== "") pane.changeAsked(row.tag, row.kart)
    }

    TagColumns { id: layout; compact: pane.compact; field: pane.field }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Item {
        id: head
        width: parent.width
        height: pane.compact ? Theme.space10 : Theme.space12
        Row {
            anchors { left: parent.left; leftMargin: layout.edge; verticalCenter: parent.verticalCenter }
            spacing: Theme.space4
            Word { id: title; text: qsTr("Tags today"); size: Theme.size16; weight: Theme.weightSemibold }
            Word {
                anchors.baseline: title.baseline
                text: pane.field.heard === 0 ? "" : qsTr("%n heard, weakest first", "tags", pane.field.heard) + (pane.field.good === null ? ""
                    : " · " + qsTr("a good tag has %1 hits, under %2 is weak").arg(pane.field.good).arg(pane.field.weak))
                size: Theme.size13
                color: Theme.color.textMuted
            }
        }
        ActionButton {
            anchors { right: parent.right; rightMargin: layout.edge; verticalCenter: parent.verticalCenter }
            enabled: pane.field.heard > 0
            implicitHeight: Theme.targetMouse
            size: Theme.size13
            padding: Theme.space2
            iconName: "download"
            text: "CSV"
            onClicked: pane.csvAsked()
        }
    }
    component Head: Word {
        height: Theme.space6
        size: Theme.size12
        weight: Theme.weightMedium
        color: Theme.color.textMuted
        elide: Text.ElideRight
    }
    component AxisHead: Item {
        id: axis
        required property string text
        height: Theme.space6
        Head { text: axis.text + ", " + pane.field.from }
        Head { anchors { right: parent.right; rightMargin: Theme.space4 } text: pane.field.until }
    }
    Row {
        id: titles
        anchors.top: head.bottom
        visible: list.count > 0
        x: layout.edge
        Head { width: layout.kart; text: qsTr("Kart") }
        Head { width: layout.tag; text: qsTr("Tag") }
        AxisHead { width: layout.bars; text: qsTr("Hits") }
        Head { width: layout.hits; text: qsTr("now"); horizontalAlignment: Text.AlignRight; rightPadding: Theme.space4 }
        AxisHead { width: layout.line; text: qsTr("Strength") }
        Head { width: layout.strength; text: qsTr("now"); horizontalAlignment: Text.AlignRight; rightPadding: Theme.space2 }
        Head { width: layout.battery; text: qsTr("Battery"); leftPadding: Theme.space3 }
        Head { text: qsTr("Remark"); leftPadding: Theme.space2 }
    }
    ListView {
        id: list
        anchors { top: titles.bottom; left: parent.left; right: parent.right }
        height: Math.max(0, Math.floor((pane.height - y) / layout.row) * layout.row)  // no row is cut in two
        snapMode: ListView.SnapToItem
        clip: true
        focus: true
        activeFocusOnTab: true
        model: pane.model.tags
        boundsBehavior: Flickable.StopAtBounds
        delegate: TagDelegate {
            width: list.width
            columns: layout
            mayChange: pane.mayChange
            chosen: tag === pane.model.tagChange.oldTag
            onChangeAsked: pane.changeAsked(tag, kart)
            ringed: ListView.isCurrentItem && list.activeFocus
        }
    }
    ScrollMark { target: list }
    Word {
        anchors { top: head.bottom; left: parent.left; leftMargin: layout.edge }
        visible: list.count === 0
        text: qsTr("No tag has passed this loop today.")
        color: Theme.color.textMuted
    }
}
