import QtQuick
import QtTest
import Chicane.Kit

TestCase {
    name: "MarkedWord"

    MarkedWord { id: word; whole: "Nicolas Ferreira" }

    function test_without_a_hit_it_is_the_plain_text() {
        word.hitAt = -1
        compare(word.text, "Nicolas Ferreira")
    }
    function test_the_hit_is_marked_where_it_is() {
        word.hitAt = 8
        word.hitLength = 4
        compare(word.text, "Nicolas <b><u>Ferr</u></b>eira")
    }
    function test_what_looks_like_markup_is_text() {
        word.whole = "<i>A & B</i>"
        word.hitAt = -1
        compare(word.text, "&lt;i&gt;A &amp; B&lt;/i&gt;")
        word.whole = "Nicolas Ferreira"
    }
}
