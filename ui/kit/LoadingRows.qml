// The shape of rows to come, still; shown only after 300 ms, so that a quick answer does not flicker.
import QtQuick
import Chicane.Kit

Column {
    id: rows

    required property bool active
    property int rowHeight: Theme.rowDesk
    property int count: 8
    readonly property int patience: 300

    visible: false
    onActiveChanged: if (!active) visible = false

    Timer { interval: rows.patience; running: rows.active; onTriggered: rows.visible = true }
    Repeater {
        model: rows.count
        Item {
            required property int index
            width: rows.width
            height: rows.rowHeight
            Rectangle {
                anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
                width: parent.width * (0.3 + 0.1 * (parent.index % 4))
                height: Theme.space3
                color: Theme.color.track
            }
        }
    }
}
