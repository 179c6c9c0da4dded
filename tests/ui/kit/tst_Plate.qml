import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    name: "the plate of a kart"

    Plate { id: plate; number: "7" }

    function init() { plate.number = "7"; plate.kind = Plate.Kind.Filled }
    function test_filled_is_on_the_board() { compare(plate.border.width, 0); compare(plate.color, Theme.color.plate) }
    function test_outlined_is_mentioned() { plate.kind = Plate.Kind.Outlined; verify(plate.border.width > 0) }
    function test_without_a_number_it_is_unknown() { plate.number = ""; verify(plate.unknown); compare(plate.border.color, Theme.color.alarm) }
    function test_three_digits_widen_it() {
        const narrow = plate.implicitWidth
        plate.number = "118"
        verify(plate.implicitWidth >= narrow)
        plate.number = "11811"
        verify(plate.implicitWidth > narrow)
    }
}
