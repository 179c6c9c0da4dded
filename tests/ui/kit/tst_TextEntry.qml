import QtQuick
import QtTest
import Chicane.Kit

Item {
    width: 400; height: 200

    TextEntry { id: entry; width: 300; label: "Name" }
    SignalSpy { id: accepted; target: entry; signalName: "accepted" }

    TestCase {
        name: "a field"
        when: windowShown

        function test_an_error_never_takes_what_was_typed() {
            entry.take()
            keyClick(Qt.Key_A)
            entry.error = "Used by kart 12"
            compare(entry.text, "a")
            verify(entry.implicitHeight > Theme.targetDesk)
            entry.error = ""
        }
        function test_enter_accepts() {
            entry.take()
            keyClick(Qt.Key_Return)
            compare(accepted.count, 1)
        }
    }
}
