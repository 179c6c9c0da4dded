// The last bytes of a source as they come, with what they say above them. Held, nothing moves: one can read.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Item {
    id: bytes

    required property Devices model
    required property bool compact
    required property bool mayCommand
    readonly property int timeWidth: 94
    readonly property int typeWidth: 66

    signal commandsAsked()

    function said(item: var): string {
        switch (item.type) {
        case "passing": {
            const who = item.kart !== "" && bytes.compact ? qsTr("kart %1").arg(item.kart) : item.kart !== "" ? qsTr("kart %1, tag %2").arg(item.kart).arg(item.tag) : qsTr("tag %1").arg(item.tag)
            const strength = [item.hits === "—" ? "" : qsTr("%1 hits").arg(item.hits), item.strength === "—" ? "" : item.strength].filter(s => s !== "").join(", ")
            return [item.number === "—" ? "" : item.number, who, strength].filter(s => s !== "").join(" · ")
        }
        case "status":
            return [item.noise === "—" ? "" : qsTr("noise %1").arg(item.noise), item.temperature === "—" ? "" : item.temperature + " °C",
                    item.voltage === "—" ? "" : item.voltage + " V"].filter(s => s !== "").join(" · ")
        case "garbage": return Words.garbage(item.reason)
        }
        return item.reason
    }

    Item {
        id: head
        width: parent.width
        height: Theme.targetMouse
        Word { text: qsTr("Live bytes"); weight: Theme.weightSemibold; anchors.verticalCenter: parent.verticalCenter }
        ActionButton {
            anchors { right: hold.left; verticalCenter: parent.verticalCenter }
            implicitHeight: Theme.targetMouse
            visible: bytes.mayCommand
            kind: ActionButton.Kind.Quiet
            size: Theme.size13
            padding: Theme.space2
            text: qsTr("Commands")
            hint: "K"
            onClicked: bytes.commandsAsked()
        }
        ActionButton {
            id: hold
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            implicitHeight: Theme.targetMouse
            kind: ActionButton.Kind.Quiet
            size: Theme.size13
            padding: Theme.space2
            iconName: bytes.model.held ? "play" : "pause"
            text: bytes.model.held ? qsTr("Go on") : qsTr("Hold")
            hint: "H"
            onClicked: bytes.model.held = !bytes.model.held
        }
    }
    ListView {
        id: list
        anchors { top: head.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        clip: true
        spacing: Theme.space1
        model: bytes.model.bytes
        boundsBehavior: Flickable.StopAtBounds
        Accessible.name: qsTr("Live bytes")
        delegate: Rectangle {
            id: record
            required property string at
            required property string type
            required property string number
            required property string tag
            required property string kart
            required property string hits
            required property string strength
            required property string noise
            required property string temperature
            required property string voltage
            required property string reason
            required property string hex
            required property string text
            required property bool unknown

            width: list.width
            height: inside.height + Theme.space2
            color: Theme.color.rowAlt
            Rectangle { visible: record.unknown || record.type === "garbage"; width: Theme.strokeMark; height: parent.height; color: Theme.color.alarm }
            Column {
                id: inside
                x: Theme.space2
                y: Theme.space1
                width: parent.width - 2 * Theme.space2
                Row {
                    width: parent.width
                    Figure { width: bytes.timeWidth; text: record.at; size: Theme.size13; color: Theme.color.textMuted }
                    Word { width: bytes.typeWidth; text: Words.record(record.type); size: Theme.size13; weight: Theme.weightMedium }
                    Figure { width: parent.width - bytes.timeWidth - bytes.typeWidth; text: bytes.said(record); size: Theme.size13; elide: Text.ElideRight }
                }
                Figure {
                    width: parent.width
                    text: record.text === "" ? record.hex : record.text
                    size: Theme.size12
                    color: Theme.color.textFaint
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    elide: Text.ElideRight
                }
            }
        }
    }
    ScrollMark { target: list }
    Word {
        anchors { top: head.bottom; topMargin: Theme.space2 }
        visible: list.count === 0
        width: parent.width
        text: qsTr("Nothing came yet.")
        size: Theme.size13
        color: Theme.color.textMuted
    }
}
