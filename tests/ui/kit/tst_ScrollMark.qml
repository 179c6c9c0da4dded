import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    id: test
    name: "ScrollMark"
    when: windowShown
    width: 100
    height: 100

    ListView { id: list; width: 100; height: 100; model: 40; delegate: Item { width: 100; height: 10 } }
    ScrollMark { id: mark; target: list }

    function test_it_is_there_only_where_rows_are_hidden() {
        list.model = 40
        tryCompare(mark, "needed", true)
        list.model = 10
        tryCompare(mark, "needed", false)
    }
    function test_at_the_end_the_bar_is_at_the_end() {
        list.model = 40
        list.positionViewAtEnd()
        const bar = mark.children[0]
        tryVerify(() => Math.abs(bar.y + bar.height - mark.height) < 1)
        list.positionViewAtBeginning()
        tryVerify(() => bar.y < 1)
    }
}
