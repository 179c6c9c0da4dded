// What was heard at an address: which protocol speaks there, how sure that is, how healthy the line; and what may be done about it.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

Column {
    id: heard

    required property DeviceSearch search
    required property string address
    readonly property var told: heard.search.heard
    readonly property var health: heard.told.health
    readonly property bool some: heard.told.uri !== undefined
    readonly property bool named: heard.some && heard.told.protocol !== null
    readonly property bool silent: heard.some && heard.told.opened && heard.told.bytes === 0
    readonly property bool mayAsk: heard.silent && !heard.told.asked
    readonly property bool offered: heard.named && heard.told.uri !== heard.address

    signal takeAsked(string uri)
    signal askAsked()

    function sureness(code: string): string {
        switch (code) {
        case "certain": return qsTr("certain")
        case "likely": return qsTr("likely")
        }
        return qsTr("unsure")
    }
    readonly property string figures: {
        if (!heard.named || !heard.health) return ""
        const parts = [qsTr("%n status(es)", "", heard.health.statuses), qsTr("%n passing(s)", "", heard.health.passings)]
        if (heard.health.decoder !== null) parts.push(qsTr("decoder %1").arg(heard.health.decoder))
        if (heard.health.noise !== null) parts.push(qsTr("noise %1").arg(heard.health.noise))
        parts.push(qsTr("%n wrong sum(s)", "", heard.health.sum_errors))
        parts.push(heard.told.asked ? qsTr("it was asked") : qsTr("nothing sent"))
        return parts.join(" · ")
    }

    visible: heard.some || heard.search.listening !== "" || heard.search.probeError !== ""
    spacing: Theme.space1

    component Line: Word { width: heard.width; wrapMode: Text.Wrap; size: Theme.size13; color: Theme.color.textMuted; visible: text !== "" }

    Line { visible: heard.search.listening !== ""; text: qsTr("Listening at %1: %2 s of at most 25").arg(heard.search.listening).arg(heard.search.seconds) }
    Line { text: heard.search.probeError; color: Theme.color.dangerText }
    Row {
        visible: heard.named
        spacing: Theme.space2
        Icon { name: "check"; color: heard.told.certain ? Theme.color.ok : Theme.color.textMuted; anchors.verticalCenter: parent.verticalCenter }
        Word { text: heard.named ? Words.protocol(heard.told.protocol) + ", " + heard.sureness(heard.told.sureness) : ""; size: Theme.size15; weight: Theme.weightSemibold }
    }
    Line { text: heard.figures }
    Line { visible: heard.named && heard.told.alternatives.length > 0; text: visible ? qsTr("It may be %1 as well.").arg(heard.told.alternatives.map(word => Words.protocol(word)).join(", ")) : "" }
    Line {
        visible: heard.named && (heard.health?.good_permille ?? 1000) < 900
        text: visible ? qsTr("Only %1 % of the bytes are records: is the speed of the line right?").arg(Math.round(heard.health.good_permille / 10)) : ""
        color: Theme.color.alarmText
    }
    Line {
        visible: heard.some && !heard.named
        text: !visible ? "" : heard.silent ? qsTr("The line is open and nothing was said. Many decoders speak only when a kart passes, some only when they are asked.")
            : heard.told.bytes > 0 ? qsTr("%n byte(s), of no protocol that is known. With protocol=raw they are recorded.", "", heard.told.bytes)
            : qsTr("No line: %1").arg(heard.told.closed ?? "")
        color: Theme.color.alarmText
    }
    ActionButton {
        visible: heard.offered
        kind: ActionButton.Kind.Main
        width: heard.width
        implicitHeight: Theme.targetDesk
        text: qsTr("Take it over")
        hint: "⏎"
        onClicked: heard.takeAsked(heard.told.uri)
    }
    ActionButton {
        visible: heard.mayAsk
        width: heard.width
        implicitHeight: Theme.targetDesk
        text: qsTr("Ask it: this sends")
        hint: "Ctrl ⏎"
        onClicked: heard.askAsked()
    }
    Line { visible: heard.mayAsk; text: qsTr("What its protocol says first is sent to it. Some decoders set their clock to 0 by that: not in a race.") }
}
