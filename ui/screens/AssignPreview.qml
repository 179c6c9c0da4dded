// What an assignment would change: passings adopted, or the crossing that counts, and who gets which place.
import QtQuick
import Chicane.Kit

Column {
    id: preview

    required property var assign  // AssignFlow or TagChange: chosenNumber, adopted, moved
    readonly property var own: preview.assign.moved.find(m => m.number === preview.assign.chosenNumber)
    readonly property var back: preview.assign.moved.filter(m => m.number !== preview.assign.chosenNumber)

    readonly property string adopts: qsTr("Adopts %n passing(s)", "", preview.assign.adopted)
    property string head: preview.adopts

    spacing: Theme.spaceHalf

    Word { width: parent.width; text: preview.head; wrapMode: Text.Wrap; weight: Theme.weightSemibold }
    Row {
        visible: preview.own !== undefined
        spacing: Theme.space3
        Word { text: qsTr("Position"); color: Theme.color.textMuted }
        Figure { text: preview.own?.from ?? ""; size: Theme.size15; color: Theme.color.textFaint }
        Figure { text: "→ " + (preview.own?.to ?? ""); size: Theme.size15; weight: Theme.weightBold }
    }
    Word { visible: preview.back.length === 0; text: preview.own === undefined ? qsTr("Nobody changes place.") : qsTr("Nobody else changes place."); size: Theme.size13; color: Theme.color.textMuted }
    Word {
        width: parent.width
        visible: preview.back.length > 0
        text: qsTr("Other places change: %1").arg(preview.back.map(m => m.number).join(" "))
        size: Theme.size13
        color: Theme.color.textMuted
        wrapMode: Text.Wrap
    }
}
