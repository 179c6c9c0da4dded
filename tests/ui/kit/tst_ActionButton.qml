import QtQuick
import QtTest
import Chicane.Kit

Item {
    width: 400; height: 200

    ActionButton { id: button; text: "Assign to kart 9"; hint: "⏎" }
    SignalSpy { id: pressed; target: button; signalName: "clicked" }

    TestCase {
        name: "a button"
        when: windowShown

        function init() { pressed.clear(); button.enabled = true; button.width = button.implicitWidth }
        function test_a_click_and_the_enter_key_press_it() {
            mouseClick(button)
            compare(pressed.count, 1)
            button.forceActiveFocus()
            keyClick(Qt.Key_Return)
            keyClick(Qt.Key_Space)
            compare(pressed.count, 3)
        }
        function test_a_disabled_one_does_nothing() {
            button.enabled = false
            mouseClick(button)
            compare(pressed.count, 0)
        }
        function test_it_is_as_wide_as_its_words_and_its_key() { verify(button.implicitWidth > 100) }
    }
}
