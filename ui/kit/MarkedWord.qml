// A text with the part that was searched for underlined.
import QtQuick
import Chicane.Kit

Word {
    id: word

    property string whole
    property int hitAt: -1     // -1: no part is marked
    property int hitLength: 0

    function plain(part: string): string { return part.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") }

    textFormat: Text.StyledText
    text: word.hitAt < 0 ? word.plain(word.whole)
        : word.plain(word.whole.slice(0, word.hitAt)) + "<b><u>" + word.plain(word.whole.slice(word.hitAt, word.hitAt + word.hitLength))
          + "</u></b>" + word.plain(word.whole.slice(word.hitAt + word.hitLength))
}
