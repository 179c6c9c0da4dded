import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    name: "a flag has its colour, its sign and an ink that is read on it"

    FlagSwatch { id: swatch; flag: "red" }

    function test_red_is_read_in_white() {
        swatch.flag = "red"
        compare(swatch.ground, Theme.color.flagRed)
        compare(swatch.ink.toString(), "#ffffff")
        compare(swatch.sign, "flag")
    }
    function test_slow_and_chequered_have_signs_of_their_own() {
        swatch.flag = "slow"
        compare(swatch.sign, "speed")
        swatch.flag = "chequered"
        compare(swatch.sign, "flag-chequered")
    }
    function test_no_flag_is_an_outline() {
        swatch.flag = "none"
        compare(swatch.sign, "flag-outline")
    }
}
