// The keys of race control. They work from any field; letters only where nobody types.
import QtQuick
import Chicane.Models

Item {
    id: keys

    required property RaceControl control
    signal messageAsked()
    signal passingAsked()
    signal assignAsked()
    signal correctionAsked(string what)
    signal undoListAsked()
    readonly property bool free: keys.enabled && !keys.control.correction.open  // a panel has letters of its own
    signal dismissAsked()
    signal setupAsked()
    signal newSessionAsked()
    signal devicesAsked()

    Shortcut { enabled: keys.enabled; sequence: "F1"; onActivated: keys.control.showFlag("green") }
    Shortcut { enabled: keys.enabled; sequence: "F2"; onActivated: keys.control.showFlag("yellow") }
    Shortcut { enabled: keys.enabled; sequence: "F3"; onActivated: keys.control.showFlag("red") }
    Shortcut { enabled: keys.enabled; sequence: "F4"; onActivated: keys.control.showFlag("chequered") }
    Shortcut { enabled: keys.enabled; sequence: "F5"; onActivated: keys.control.showFlag("slow") }
    Shortcut { enabled: keys.enabled; sequence: "F9"; onActivated: keys.control.armNext() }
    Shortcut { enabled: keys.enabled; sequence: "F12"; autoRepeat: false; onActivated: keys.control.stopTrack() }
    Shortcut { enabled: keys.enabled; sequence: "Shift+F12"; autoRepeat: false; onActivated: keys.control.releaseTrack() }
    Shortcut { enabled: keys.enabled; sequence: "Ctrl+Z"; onActivated: keys.control.undo() }
    Shortcut { enabled: keys.free; sequence: "M"; onActivated: keys.messageAsked() }
    Shortcut { enabled: keys.free; sequence: "N"; autoRepeat: false; onActivated: keys.passingAsked() }
    Shortcut { enabled: keys.enabled; sequence: "A"; onActivated: keys.assignAsked() }
    Shortcut { enabled: keys.free; sequence: "D"; autoRepeat: false; onActivated: keys.dismissAsked() }
    Shortcut { enabled: keys.free; sequence: "L"; onActivated: keys.correctionAsked("laps") }
    Shortcut { enabled: keys.free; sequence: "P"; onActivated: keys.correctionAsked("penalty") }
    Shortcut { enabled: keys.free; sequence: "S"; onActivated: keys.correctionAsked("swap") }
    Shortcut { enabled: keys.free; sequence: "G"; onActivated: keys.correctionAsked("give") }
    Shortcut { enabled: keys.free; sequence: "T"; onActivated: keys.correctionAsked("status") }
    Shortcut { enabled: keys.free; sequence: "U"; onActivated: keys.undoListAsked() }
    Shortcut { enabled: keys.enabled; sequence: "O"; onActivated: keys.control.unclaimed.older() }
    Shortcut { enabled: keys.enabled; sequence: "Shift+O"; onActivated: keys.control.unclaimed.newer() }
    Shortcut { enabled: keys.enabled; sequence: "Ctrl+N"; onActivated: keys.newSessionAsked() }
    Shortcut { enabled: keys.enabled; sequence: "Ctrl+P"; onActivated: keys.setupAsked() }
    Shortcut { enabled: keys.enabled; sequence: "Ctrl+D"; onActivated: keys.devicesAsked() }
}
