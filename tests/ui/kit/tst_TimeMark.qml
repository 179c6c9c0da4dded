import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    name: "a time and its mark"

    TimeMark { id: time; text: "43.812"; mark: "" }

    function init() { time.text = "43.812"; time.mark = "" }
    function test_the_slot_stays_so_digits_do_not_move() {
        const width = time.implicitWidth
        time.mark = "P"
        verify(Math.abs(time.implicitWidth - width) < 4)
    }
    function test_purple_is_only_the_best_of_all() { time.mark = "P"; compare(time.ink, Theme.color.bestOverall) }
    function test_green_is_the_own_best() { time.mark = "G"; compare(time.ink, Theme.color.bestPersonal) }
    function test_no_time_is_faint() { time.text = "—"; compare(time.ink, Theme.color.textFaint) }
}
