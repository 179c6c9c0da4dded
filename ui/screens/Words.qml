// The words of race control and desk for the codes of the API. Every text that depends on a code is here, in one language table.
pragma Singleton
import QtQuick

QtObject {
    function flag(code: string): string {
        switch (code) {
        case "green": return qsTr("Green")
        case "yellow": return qsTr("Yellow")
        case "slow": return qsTr("Slow")
        case "red": return qsTr("Red flag")
        case "last_lap": return qsTr("Last lap")
        case "chequered": return qsTr("Chequered")
        }
        return qsTr("No flag")
    }
    function kind(code: string): string {
        switch (code) {
        case "practice": return qsTr("Practice")
        case "qualifying": return qsTr("Qualifying")
        case "race": return qsTr("Race")
        case "endurance": return qsTr("Endurance")
        }
        return code
    }
    function verdict(code: string): string {
        switch (code) {
        case "counted": return qsTr("counted")
        case "starts_lap": return qsTr("starts lap")
        case "duplicate": return qsTr("sent twice")
        case "backup": return qsTr("backup decoder")
        case "unknown_transponder": return qsTr("unknown tag")
        case "not_entered": return qsTr("not entered")
        case "before_start": return qsTr("before the start")
        case "after_finish": return qsTr("after the finish")
        case "second_transponder": return qsTr("second tag of the kart")
        case "below_min_lap": return qsTr("below the minimum lap")
        case "stray": return qsTr("stands on the line")
        case "voided": return qsTr("taken out")
        case "under_red": return qsTr("under red flag")
        }
        return code
    }
    function role(code: string): string {
        switch (code) {
        case "finish": return qsTr("finish")
        case "finish_in_pit": return qsTr("finish in pit")
        case "sector": return qsTr("sector")
        case "pit_in": return qsTr("pit in")
        case "pit_out": return qsTr("pit out")
        case "speed_trap": return qsTr("speed trap")
        case "pit_box": return qsTr("pit box")
        }
        return code
    }
    function state(code: string): string {
        switch (code) {
        case "in_pit": return qsTr("in pit")
        case "finished": return qsTr("finished")
        case "retired": return qsTr("retired")
        case "dns": return qsTr("did not start")
        case "dnf": return qsTr("did not finish")
        case "dsq": return qsTr("disqualified")
        case "dnq": return qsTr("not qualified")
        case "guest": return qsTr("guest")
        }
        return ""
    }
    function phase(code: string): string {
        switch (code) {
        case "planned": return qsTr("planned")
        case "armed": return qsTr("armed")
        case "running": return qsTr("on track")
        case "finishing": return qsTr("finishing")
        case "finished": return qsTr("finished")
        case "closed": return qsTr("done")
        case "cancelled": return qsTr("cancelled")
        }
        return code
    }
    function action(code: string): string {
        switch (code) {
        case "arm": return qsTr("Armed")
        case "start": return qsTr("Start signal")
        case "flag_green": return qsTr("Green")
        case "flag_yellow": return qsTr("Yellow")
        case "flag_slow": return qsTr("Slow")
        case "emergency": return qsTr("Emergency")
        case "release": return qsTr("Emergency released")
        case "flag_red": return qsTr("Red flag")
        case "flag_last_lap": return qsTr("Last lap")
        case "flag_chequered": return qsTr("Chequered flag")
        case "more_time": return qsTr("More time")
        case "finish": return qsTr("Ended now")
        case "abort": return qsTr("Aborted")
        case "close": return qsTr("Closed")
        case "official": return qsTr("Result official")
        case "assign": return qsTr("Tag assigned")
        case "assign_crossing": return qsTr("Crossing assigned")
        case "dismiss_crossing": return qsTr("Crossing of nobody")
        case "dismiss_tag": return qsTr("Tag of nobody")
        case "manual_passing": return qsTr("Passing by hand")
        case "message": return qsTr("Message")
        case "void": return qsTr("Passing taken out")
        case "split": return qsTr("Lap divided")
        case "delete_lap": return qsTr("Lap time deleted")
        case "set_first_finisher": return qsTr("First finisher set")
        case "red_line": return qsTr("Red-flag result taken")
        case "give_passings": return qsTr("Passings given")
        case "exchange_passings": return qsTr("Passings exchanged")
        case "swap_kart": return qsTr("Kart swapped")
        case "decision": return qsTr("Decision")
        case "status": return qsTr("Status said")
        case "relay": return qsTr("Relay told")
        case "joker": return qsTr("Joker told")
        }
        return code
    }
    function penalty(code: string): string {
        switch (code) {
        case "warning": return qsTr("Warning", "a penalty")
        case "time": return qsTr("Time", "a penalty")
        case "laps": return qsTr("Laps off", "a penalty")
        case "places": return qsTr("Places back", "a penalty")
        case "last_place": return qsTr("Last place", "a penalty")
        case "grid_places": return qsTr("Grid places", "a penalty")
        case "bests_deleted": return qsTr("Best laps", "a penalty")
        case "stop_and_go": return qsTr("Stop and go", "a penalty")
        case "drive_through": return qsTr("Drive-through", "a penalty")
        case "disqualified": return qsTr("Disqualified", "a penalty")
        case "excluded": return qsTr("Excluded", "a penalty")
        }
        return code
    }
    /// In what a penalty is measured: time, count or nothing.
    function measure(code: string): string {
        switch (code) {
        case "time":
        case "stop_and_go":
        case "drive_through": return "time"
        case "laps":
        case "places":
        case "grid_places":
        case "bests_deleted": return "count"
        }
        return ""
    }
    /// An action with what it said: which penalty, which state.
    function deed(word: string, detail: string): string {
        return word === "decision" && detail !== "" ? Words.penalty(detail)
             : word === "status" && detail !== "" ? Words.state(detail) : Words.action(word)
    }
    /// What officials said of a passing, as it stands beside it.
    function remark(code: string): string {
        switch (code) {
        case "void": return qsTr("taken out")
        case "split": return qsTr("divided")
        case "delete_lap": return qsTr("no best")
        case "set_first_finisher": return qsTr("first")
        case "red_line": return qsTr("red line")
        }
        return code
    }
    /// How each run ends, short enough to stand in the flag's button.
    function how(code: string): string {
        switch (code) {
        case "next_crossing": return qsTr("next crossing", "how a run ends")
        case "leader_first": return qsTr("leader first", "how a run ends")
        case "immediate": return qsTr("at once", "how a run ends")
        case "full_distance": return qsTr("full distance", "how a run ends")
        }
        return qsTr("end of the run", "how a run ends")
    }
    function alarm(kind: string, subject: string, value: double, since: string): string {
        switch (kind) {
        case "decoder_silent": return qsTr("Loop %1 silent since %2").arg(subject).arg(since)
        case "decoder_lost": return qsTr("Decoder %1 lost").arg(subject)
        case "journal_late": return qsTr("Journal %1 ms late").arg(value)
        case "journal_failed": return qsTr("Journal does not write")
        case "passings_lost": return qsTr("%1: %n passing(s) lost", "", value).arg(subject)
        case "recording_failed": return qsTr("Raw bytes of %1 are not being recorded").arg(subject)
        case "unknown_tag": return qsTr("Unknown tag %1").arg(subject)
        case "suspicious_lap": return qsTr("Kart %1: lap too long, a passing may be missing").arg(subject)
        case "kart_not_stopped": return qsTr("%n kart(s) do not confirm the stop", "", value)
        case "parked_kart": return qsTr("Tag %1 stands on a loop").arg(subject)
        case "clock_jump": return qsTr("Clock of %1 jumped").arg(subject)
        case "server_clock_set": return qsTr("The server's clock was set by %1 s").arg(value)
        case "rebuilt": return qsTr("Session rebuilt from the log")
        case "tag_weak": return qsTr("Tag %1 is weak").arg(subject)
        case "tag_battery_low": return qsTr("Battery of tag %1 is low").arg(subject)
        }
        return kind
    }
    function alarmNote(kind: string): string {
        switch (kind) {
        case "decoder_lost":
        case "decoder_silent": return qsTr("it keeps its passings and sends them again")
        case "kart_not_stopped": return qsTr("marshals: look for them on the track")
        case "journal_late": return qsTr("timing goes on, the disk does not follow")
        case "journal_failed": return qsTr("do not switch the server off")
        case "server_clock_set": return qsTr("timing goes on; times of day are right after a restart of the server")
        case "recording_failed": return qsTr("timing goes on; look at the server's disk")
        case "tag_weak":
        case "tag_battery_low": return qsTr("change it before it fails")
        }
        return ""
    }
    function alarmIcon(kind: string): string {
        switch (kind) {
        case "decoder_lost":
        case "decoder_silent":
        case "passings_lost": return "decoder"
        case "unknown_tag":
        case "tag_weak": return "tag"
        case "tag_battery_low": return "battery-low"
        }
        return "alarm"
    }
    function link(code: string): string {
        switch (code) {
        case "up": return qsTr("connected")
        case "connecting": return qsTr("connecting…")
        case "silent": return qsTr("silent")
        case "down": return qsTr("no line")
        }
        return code
    }
    /// A loop's role; a sector's has its number.
    function loop(role: string, sector: int): string {
        return role === "sector" ? qsTr("sector %1").arg(sector) : role === "" ? "" : Words.role(role)
    }
    function place(code: string): string {
        switch (code) {
        case "main": return qsTr("main", "of two decoders")
        case "backup": return qsTr("backup", "of two decoders")
        }
        return ""
    }
    function battery(code: string): string {
        switch (code) {
        case "ok": return qsTr("good", "a battery")
        case "low": return qsTr("low", "a battery")
        case "faulty": return qsTr("faulty", "a battery")
        }
        return code
    }
    function record(code: string): string {
        switch (code) {
        case "passing": return qsTr("passing", "a record")
        case "status": return qsTr("status", "a record")
        case "version": return qsTr("version", "a record")
        case "clock": return qsTr("clock", "a record")
        case "error": return qsTr("error", "a record")
        case "garbage": return qsTr("garbage", "a record")
        case "bytes": return qsTr("bytes", "a record")
        }
        return code
    }
    function garbage(code: string): string {
        switch (code) {
        case "crc":
        case "checksum": return qsTr("wrong sum")
        case "length": return qsTr("wrong length")
        case "frame": return qsTr("outside a record")
        case "syntax": return qsTr("broken fields")
        case "unknown_record": return qsTr("of no known type")
        }
        return code
    }
    /// A protocol as its maker writes it.
    function protocol(code: string): string {
        switch (code) {
        case "p3": return "P3"
        case "p98": return "P98"
        case "rc2": return "RC2"
        case "ilap": return "I-Lap"
        case "chronelec": return "Chronelec"
        case "thcom": return "THCOM"
        case "alge": return "ALGE"
        case "robitronic": return "Robitronic"
        case "zround": return "ZRound"
        case "raceresult": return "RACE RESULT"
        case "toolkit": return "MYLAPS Toolkit"
        case "jchip": return "JChip"
        case "ultra": return "RFID Ultra"
        case "wiclax": return "Wiclax"
        case "llrp": return "LLRP"
        case "laprf": return "LapRF"
        case "openstint": return "OpenStint"
        case "vstm": return "VS TimeMachine"
        case "lines": return qsTr("text lines")
        case "manual": return qsTr("manual")
        case "raw": return qsTr("raw bytes")
        }
        return code
    }
    function deviceDone(code: string, file: string): string {
        switch (code) {
        case "replaced": return qsTr("The new decoder is connected; its loop is the old one.")
        case "tested": return qsTr("In test mode: what passes is shown and counts for nobody.")
        case "counted": return qsTr("It counts again.")
        case "removed": return qsTr("Removed. What it told stays.")
        case "tag_changed": return qsTr("The kart has its new tag.")
        case "saved": return qsTr("Written: %1").arg(file)
        }
        return code
    }
    function reason(code: string): string {
        switch (code) {
        case "own_tag_silent": return qsTr("Own tag silent")
        case "register": return qsTr("Had this tag before")
        case "grid_place": return qsTr("Place on the grid fits")
        case "keyed_in": return qsTr("Number keyed in")
        case "in_pit": return qsTr("In the pit")
        case "no_pit_in": return qsTr("Came out, not seen going in")
        case "passing_missing": return qsTr("Passing missing")
        }
        return code
    }
    function seat(code: string): string {
        switch (code) {
        case "booked":
        case "confirmed": return qsTr("booked")
        case "checked_in": return qsTr("here")
        case "free": return qsTr("free")
        }
        return code
    }
    function importResult(code: string): string {
        switch (code) {
        case "new": return qsTr("new")
        case "changed": return qsTr("changed")
        case "same": return qsTr("as it is")
        case "refused": return qsTr("refused")
        }
        return code
    }
    /// "Saturday 6 June", as a heading begins.
    function today(): string {
        const text = new Date().toLocaleDateString(Qt.locale(), "dddd d MMMM")
        return text.charAt(0).toUpperCase() + text.slice(1)
    }
    /// "20 laps or 15 min": how a session ends, in one phrase.
    function end(end: var): string {
        const parts = []
        if (end?.laps > 0) parts.push(qsTr("%n lap(s)", "", end.laps))
        if (end?.time_s > 0) parts.push(end.time_s % 60 === 0 ? qsTr("%1 min").arg(end.time_s / 60) : qsTr("%1 s").arg(end.time_s))
        if (end?.plus_laps > 0) return parts.join(" ") + " + " + qsTr("%n lap(s)", "", end.plus_laps)
        return parts.join(" " + qsTr("or") + " ")
    }
}
