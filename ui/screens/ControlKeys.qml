// The keys of race control. They work from any field; letters only where nobody types.
import QtQuick
import Chicane.Models

Item {
    id: keys

    required property RaceControl control
    signal messageAsked()
    signal assignAsked()
    signal setupAsked()
    signal newSessionAsked()

    Shortcut { sequence: "F1"; onActivated: keys.control.showFlag("green") }
    Shortcut { sequence: "F2"; onActivated: keys.control.showFlag("yellow") }
    Shortcut { sequence: "F3"; onActivated: keys.control.showFlag("red") }
    Shortcut { sequence: "F4"; onActivated: keys.control.showFlag("chequered") }
    Shortcut { sequence: "F5"; onActivated: keys.control.showFlag("slow") }
    Shortcut { sequence: "F9"; onActivated: keys.control.armNext() }
    Shortcut { sequence: "F12"; onActivated: keys.control.showFlag("red") }
    Shortcut { sequence: "Ctrl+Z"; onActivated: keys.control.undo() }
    Shortcut { sequence: "M"; onActivated: keys.messageAsked() }
    Shortcut { sequence: "A"; onActivated: keys.assignAsked() }
    Shortcut { sequence: "Ctrl+N"; onActivated: keys.newSessionAsked() }
    Shortcut { sequence: "Ctrl+P"; onActivated: keys.setupAsked() }
}
