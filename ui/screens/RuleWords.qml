// The words of each setting of the rules, and how each is chosen: from a list, or as a number with its unit.
pragma Singleton
import QtQuick

QtObject {
    readonly property var order: ["kind", "laps", "time_s", "plus_laps", "priority", "start", "first_crossing", "how", "grace_s", "rank", "min_lap_ms", "max_lap_ms", "red_lap", "red_stops_clock", "red_restart", "classified_percent"]
    readonly property var inEnd: ["laps", "time_s", "plus_laps", "priority", "how", "grace_s"]

    function value(rules: var, kind: string, key: string): var {
        if (key === "kind") return kind
        return (inEnd.includes(key) ? rules.end ?? {} : rules)[key]
    }
    /// The options of a setting, empty where it is a number.
    function options(key: string): var {
        switch (key) {
        case "kind": return [["practice", qsTr("practice")], ["qualifying", qsTr("qualifying")], ["race", qsTr("race")], ["endurance", qsTr("endurance")]]
        case "start": return [["signal", qsTr("the start signal")], ["first_passing", qsTr("the first crossing")], ["own", qsTr("each one’s own first crossing")]]
        case "first_crossing": return [["starts_lap", qsTr("starts lap 1")], ["ends_lap", qsTr("ends lap 1")], ["own_clock", qsTr("starts lap 1 and the own clock")]]
        case "priority": return [["first", qsTr("first")], ["last", qsTr("last")]]
        case "how": return [["next_crossing", qsTr("at each one’s next crossing")], ["leader_first", qsTr("when the leader crosses")],
                            ["immediate", qsTr("at once for all")], ["full_distance", qsTr("after each one’s full distance")]]
        case "red_lap": return [["counts", qsTr("counts")], ["void", qsTr("does not count")]]
        case "red_stops_clock": return [[true, qsTr("stands")], [false, qsTr("goes on")]]
        case "red_restart": return [["resumes", qsTr("ends a lap like any")], ["starts_lap", qsTr("begins a lap")]]
        case "rank": return [["best_lap", qsTr("best lap")], ["laps", qsTr("laps, then order")], ["total_time", qsTr("laps, then total time")], ["average_lap", qsTr("average lap")]]
        }
        return []
    }
    /// Unit of a number as it is typed, and how many of the API's units it is.
    function unit(key: string): var {
        switch (key) {
        case "time_s": return { text: qsTr("minutes"), factor: 60 }
        case "grace_s": return { text: qsTr("seconds"), factor: 1 }
        case "classified_percent": return { text: "%", factor: 1 }
        case "min_lap_ms":
        case "max_lap_ms": return { text: qsTr("seconds"), factor: 1000 }
        }
        return { text: qsTr("laps"), factor: 1 }
    }
    function title(key: string): string {
        switch (key) {
        case "kind": return qsTr("Kind of session")
        case "laps": return qsTr("Laps, 0 for none")
        case "time_s": return qsTr("Time in minutes, 0 for none")
        case "plus_laps": return qsTr("Laps after the time, 0 for none")
        case "priority": return qsTr("Which end counts")
        case "start": return qsTr("It starts with")
        case "first_crossing": return qsTr("The first crossing")
        case "how": return qsTr("How each run ends")
        case "grace_s": return qsTr("Longest wait for the last lap, in seconds")
        case "rank": return qsTr("Ranked by")
        case "red_lap": return qsTr("Red flag: the lap under way")
        case "red_stops_clock": return qsTr("Red flag: the clock")
        case "red_restart": return qsTr("After a red flag: the first crossing")
        case "classified_percent": return qsTr("Share of the winner’s laps to be classified, 0 for none")
        case "min_lap_ms": return qsTr("Shortest lap in seconds")
        case "max_lap_ms": return qsTr("Longest lap in seconds, 0 for none")
        }
        return key
    }
    function word(rules: var, kind: string, key: string): string {
        const value = this.value(rules, kind, key)
        const option = options(key).find(o => o[0] === value)
        if (option) return option[1]
        switch (key) {
        case "laps": return value > 0 ? qsTr("%n lap(s)", "", value) : qsTr("no number of laps")
        case "plus_laps": return value > 0 ? qsTr("%n lap(s) more", "", value) : qsTr("no lap more")
        case "time_s": return value > 0 ? qsTr("%1 min").arg(value / 60) : qsTr("no time")
        case "grace_s": return qsTr("%1 s").arg(value ?? 0)
        case "min_lap_ms": return value > 0 ? qsTr("%1 s").arg(value / 1000) : qsTr("no limit")
        case "max_lap_ms": return value > 0 ? qsTr("%1 s").arg(value / 1000) : qsTr("no limit")
        case "classified_percent": return value > 0 ? qsTr("%1 % of the winner’s laps").arg(value) : qsTr("one crossing")
        }
        return "—"
    }
    /// The sentences, settings in braces.
    function sentences(rules: var): var {
        const end = rules.end ?? {}
        const both = end.laps > 0 && end.time_s > 0
        return [both ? qsTr("A {kind} of {laps} or {time_s}, whichever comes {priority}.")
                     : end.time_s > 0 ? qsTr("A {kind} of {time_s} and {plus_laps} after it, {laps}.") : qsTr("A {kind} of {laps}, {time_s}."),
                qsTr("It starts with {start}. The first crossing {first_crossing}."),
                qsTr("It ends {how}, after {grace_s} at most. Ranked by {rank}."),
                qsTr("A lap under {min_lap_ms} makes no lap. Over {max_lap_ms} it counts, but is no best lap."),
                qsTr("Under red the lap under way {red_lap} and the clock {red_stops_clock}; after it the first crossing {red_restart}. Classified from {classified_percent} on.")]
    }
}
