// The newest tag that nobody has: its number never cut, how often it came, whose it was, and the key that assigns it.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: row

    required property RaceControl control
    required property bool compact

    readonly property KeyedListModel tags: row.control.unknown
    readonly property int lead: 251
    property string transponder: ""
    property string seen: ""
    property string lastKart: ""
    property double lastUs: 0
    property string at: ""

    function read() {
        row.transponder = row.tags.valueAt(0, "transponder") ?? ""
        row.lastKart = row.tags.valueAt(0, "lastKart") ?? ""
        row.lastUs = row.tags.valueAt(0, "lastUs") ?? 0
        row.at = row.tags.valueAt(0, "last") ?? ""
        const passings = row.tags.valueAt(0, "passings") ?? 0
        const apart = row.tags.valueAt(0, "apart") ?? ""
        row.seen = qsTr("%n passing(s) since %1", "", passings).arg(row.tags.valueAt(0, "since") ?? "")
                 + (apart === "" ? "" : ", " + qsTr("about %1 s apart").arg(apart))
    }
    function start() { row.control.assign.start(row.control.track, row.transponder, row.lastUs) }

    color: Theme.color.alarmSoft
    Component.onCompleted: read()
    Connections { target: row.control; function onViewChanged() { row.read() } }

    Rectangle { width: Theme.strokeMark; height: parent.height; color: Theme.color.alarm }
    Row {
        anchors { left: parent.left; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter }
        spacing: Theme.space3
        // The columns of the passings below.
        Item {
            width: row.lead
            height: row.height
            Figure { height: parent.height; text: row.at; size: row.compact ? Theme.size12 : Theme.size13; color: Theme.color.textMuted }
            Plate { anchors { right: parent.right; verticalCenter: parent.verticalCenter } number: ""; kind: Plate.Kind.Unknown; size: Theme.size13 }
        }
        Figure { text: row.transponder; weight: Theme.weightBold; anchors.verticalCenter: parent.verticalCenter }
        Word { text: qsTr("Unknown tag"); size: Theme.size13; anchors.verticalCenter: parent.verticalCenter }
        Word {
            visible: !row.compact
            text: row.seen
            size: Theme.size13
            color: Theme.color.textMuted
            anchors.verticalCenter: parent.verticalCenter
        }
        Word {
            visible: row.lastKart !== ""
            text: qsTr("Kart %1 had it before").arg(row.lastKart)
            size: Theme.size13
            color: Theme.color.textMuted
            anchors.verticalCenter: parent.verticalCenter
        }
        Word {
            visible: row.tags.count > 1
            text: qsTr("and %1 more").arg(row.tags.count - 1)
            size: Theme.size13
            color: Theme.color.alarmText
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    ActionButton {
        anchors { right: parent.right; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        implicitHeight: Theme.targetMouse
        size: Theme.size13
        padding: Theme.space2
        alarm: true
        text: qsTr("Assign…")
        hint: "A"
        onClicked: row.start()
    }
}
