// One session of the day. A double click or Enter opens its set-up.
import QtQuick
import Chicane.Kit
import Chicane.Screens

Rectangle {
    id: row

    required property int index
    required property string sessionId
    required property string hour
    required property string name
    required property string kind
    required property string phase
    required property int seats
    required property int capacity
    required property bool current
    property bool compact: false
    property bool isNext: false
    property bool ringed: false
    property real share: 0

    signal tapped()
    signal opened()

    readonly property bool done: row.phase === "finished" || row.phase === "closed" || row.phase === "cancelled"
    readonly property bool running: row.current && (row.phase === "running" || row.phase === "finishing")
    readonly property int pad: row.compact ? Theme.space1 : Theme.space2

    implicitHeight: words.implicitHeight + 2 * row.pad + (row.running ? Theme.space2 : 0)
    color: row.current ? Theme.color.surfaceHover : "transparent"

    Rectangle { visible: row.current; width: Theme.strokeMark; height: parent.height; color: Theme.color.text }
    Figure {
        id: hour
        anchors { left: parent.left; leftMargin: row.compact ? Theme.space2 : Theme.space4; top: words.top; topMargin: Theme.spaceHalf }
        text: row.hour
        size: Theme.size13
        color: Theme.color.textMuted
    }
    Column {
        id: words
        anchors { left: hour.right; leftMargin: row.compact ? Theme.space1h : Theme.space3; right: sign.left; rightMargin: Theme.space1; top: parent.top; topMargin: row.pad }
        Word {
            width: parent.width
            text: row.name
            size: row.compact ? Theme.size13 : Theme.size14
            weight: row.current ? Theme.weightSemibold : row.done ? Theme.weightRegular : Theme.weightMedium
            color: row.done ? Theme.color.textMuted : Theme.color.text
            elide: Text.ElideRight
        }
        Word {
            width: parent.width
            text: (row.compact ? "" : Words.kind(row.kind) + " · ")
                  + (row.done || row.phase === "armed" || row.capacity === 0 ? Words.phase(row.phase) : qsTr("%1 of %2 in").arg(row.seats).arg(row.capacity))
            size: Theme.size12
            color: Theme.color.textFaint
            elide: Text.ElideRight
        }
    }
    Icon {
        id: sign
        anchors { right: parent.right; rightMargin: Theme.space3; top: words.top; topMargin: Theme.spaceHalf }
        name: row.phase === "cancelled" ? "cross" : row.done ? "check" : row.running ? "play" : row.phase === "armed" ? "flag-outline" : row.isNext ? "arrow-right" : ""
        size: name === "" ? 0 : Theme.size14
        color: row.current ? Theme.color.text : Theme.color.textMuted
    }
    Meter {
        visible: row.running
        anchors { left: words.left; right: sign.right; bottom: parent.bottom; bottomMargin: row.pad }
        share: row.share
        fill: Theme.color.text
    }
    FocusRing { target: row; inside: true; visible: row.ringed }
    TapHandler { onTapped: row.tapped(); onDoubleTapped: row.opened() }
}
