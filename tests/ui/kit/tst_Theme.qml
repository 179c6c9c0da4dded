import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    name: "the theme switches while it runs"

    Plate { id: plate; number: "7" }

    function cleanup() { Theme.name = "control-dark"; Theme.reducedMotion = false }
    function test_another_name_is_another_colour_everywhere() {
        Theme.name = "control-dark"
        const dark = plate.color.toString()
        Theme.name = "desk-light"
        verify(plate.color.toString() !== dark)
        compare(plate.color, Theme.color.plate)
    }
    function test_reduced_motion_stops_all_four_motions() {
        Theme.reducedMotion = true
        compare(Theme.durationMove + Theme.durationFlash + Theme.durationSlow + Theme.durationFast, 0)
        verify(Theme.durationToast > 0)
    }
}
