import QtQuick
import QtTest
import Chicane.Kit

Item {
    width: 400; height: 200

    Choice {
        id: choice
        options: [{ value: "a", text: "A" }, { value: "b", text: "B" }]
        value: "a"
        onChosen: value => choice.value = value
    }
    TestCase {
        name: "one of a few"
        when: windowShown

        function init() { choice.value = "a" }
        function test_arrows_move_and_stop_at_the_ends() {
            choice.forceActiveFocus()
            keyClick(Qt.Key_Right)
            compare(choice.value, "b")
            keyClick(Qt.Key_Right)
            compare(choice.value, "b")
            keyClick(Qt.Key_Left)
            compare(choice.value, "a")
        }
        function test_a_click_chooses() {
            mouseClick(choice, choice.width - 5, choice.height / 2)
            compare(choice.value, "b")
        }
    }
}
