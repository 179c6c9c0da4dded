// What is on the track: the session's name; track, kind, end and how many karts. In open practice and with nothing, in words.
import QtQuick
import Chicane.Kit
import Chicane.Screens
import Chicane.Models

Column {
    id: head

    required property RaceControl control
    required property bool compact
    required property color ink
    required property color dim

    readonly property bool none: head.control.session.id === undefined
    readonly property bool open: !head.none && String(head.control.session.id).startsWith("open_")
    readonly property string facts: {
        const parts = []
        const track = head.control.trackFacts
        if (track.name !== undefined) parts.push(track.length_m > 0 ? qsTr("%1 %2 m").arg(track.name).arg(track.length_m) : track.name)
        if (!head.none) parts.push(Words.kind(head.control.session.kind))
        const end = Words.end(head.control.planned.rules?.end)
        if (end !== "") parts.push(end)
        if (head.control.board.count > 0) parts.push(qsTr("%n kart(s)", "", head.control.board.count))
        return parts.join(" · ")
    }

    // Official is what race control says; when protests are over the program only says so.
    property double nowMs: Date.now()
    Timer { interval: 1000; running: head.visible && head.over; repeat: true; triggeredOnStart: true; onTriggered: head.nowMs = head.control.nowUs() / 1000 }
    readonly property bool over: head.control.phase === "finished"
    readonly property int protestMin: head.control.trackFacts.protest_min ?? 0
    readonly property double protestEndUs: (head.control.planned.finished_at_us ?? 0) + head.protestMin * 60e6
    readonly property string result: !head.over ? ""
        : (head.control.planned.official_at_us !== undefined ? qsTr("Official result since %1").arg(Formats.hour(head.control.planned.official_at_us))
        : head.protestMin === 0 ? qsTr("Provisional result")
        : head.nowMs * 1000 < head.protestEndUs ? qsTr("Provisional result, protests until %1").arg(Formats.hour(head.protestEndUs))
        : qsTr("Provisional result, protests are over")) + " · "

    readonly property string armed: head.control.phase !== "armed" ? "" : (head.control.awaitsSignal ? qsTr("Armed: F1 gives the start signal")
        : head.control.planned.rules?.start === "own" ? qsTr("Armed: each starts with his first crossing") : qsTr("Armed: it starts with the first crossing")) + " · "

    Word {
        width: parent.width
        text: !head.control.ready ? qsTr("Waiting for the server") : head.none ? qsTr("Nothing is running") : head.open ? qsTr("Open practice") : head.control.session.name
        size: head.compact ? Theme.size16 : Theme.size20
        weight: Theme.weightSemibold
        color: head.ink
        elide: Text.ElideRight
    }
    Word {
        width: parent.width
        text: head.armed + head.result + head.facts
        size: head.compact ? Theme.size12 : Theme.size13
        color: head.dim
        elide: Text.ElideRight
    }
}
