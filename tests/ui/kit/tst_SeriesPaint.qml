// A series: what it is by default, and that it takes gaps. What it paints is looked at in the pictures of the devices' page.
import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    id: test
    name: "SeriesPaint"
    when: windowShown
    width: 200
    height: 60

    SeriesPaint { id: series; width: 100; height: 20; color: "#FFFFFF" }
    SignalSpy { id: spy; target: series; signalName: "changed" }

    function test_a_line_from_nought_to_one_without_a_mark_is_the_default() {
        compare(series.bars, false)
        compare(series.least, 0)
        compare(series.most, 1)
        verify(series.mark < series.least)
    }
    function test_what_is_missing_stays_missing() {
        spy.clear()
        series.values = [0.5, null, 1]
        compare(series.values.length, 3)
        compare(series.values[1], null)
        compare(spy.count, 1)
    }
}
