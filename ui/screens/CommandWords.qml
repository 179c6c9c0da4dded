// The words of what a decoder can be told: each command, what it does, what it may cost, and what it takes.
pragma Singleton
import QtQuick

QtObject {
    function name(command: string): string {
        switch (command) {
        case "set_time": return qsTr("Set the clock")
        case "set_date": return qsTr("Set the date")
        case "set_level": return qsTr("Set a detection level")
        case "set_config": return qsTr("Write the settings")
        case "set_address": return qsTr("Change the network address")
        case "start": return qsTr("Start")
        case "stop": return qsTr("Stop")
        case "clear": return qsTr("Clear the memory")
        case "repeat": return qsTr("Repeat")
        case "rewind": return qsTr("Tell again")
        }
        return command
    }
    function does(command: string): string {
        switch (command) {
        case "set_time": return qsTr("It shows this centre’s time.")
        case "set_date": return qsTr("It shows today’s date.")
        case "set_level": return qsTr("Signals below the level are not heard.")
        case "set_config": return qsTr("All of its settings at once, as its maker describes them.")
        case "set_address": return qsTr("Where it is found in the network.")
        case "start": return qsTr("It hears from now on.")
        case "stop": return qsTr("It hears nothing more.")
        case "clear": return qsTr("It forgets the passings that it holds.")
        case "repeat": return qsTr("It tells again the passing that it holds out.")
        case "rewind": return qsTr("It tells again what it heard in the last minutes; nothing counts twice.")
        }
        return ""
    }
    function cost(word: string): string {
        switch (word) {
        case "clock": return qsTr("Its times begin anew: not while a session is on the track.")
        case "pause": return qsTr("For a moment it hears nothing: whoever passes then is lost.")
        case "level": return qsTr("Weak tags may be heard no more, and their passings are lost.")
        case "hearing": return qsTr("Until it is started again, whatever passes is lost.")
        case "memory": return qsTr("Passings that it alone has are lost for good.")
        case "reach": return qsTr("It may be found no more, and until then whatever passes is lost.")
        }
        return ""
    }
    function argument(name: string): string {
        switch (name) {
        case "loop": return qsTr("Loop")
        case "level": return qsTr("Level")
        case "minutes": return qsTr("Minutes")
        case "config": return qsTr("Settings, in hexadecimal")
        case "address": return qsTr("Its address")
        case "mask": return qsTr("Mask")
        case "gateway": return qsTr("Gateway")
        case "host": return qsTr("Address of the server")
        }
        return name
    }
    /// What is expected in a field.
    function expected(argument: var): string {
        switch (argument.kind) {
        case "integer": return argument.min + "–" + argument.max
        case "bytes": return qsTr("%1 digits").arg(2 * argument.bytes)
        case "address": return "192.0.2.20"
        }
        return ""
    }
}
