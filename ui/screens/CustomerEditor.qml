// Registering a driver: names, birth date, phone, e-mail, and whether his full name may be shown. What is wrong is said beside the
// field when it is left; nothing typed is lost.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: editor

    required property FrontDesk model
    property bool busy: false
    property string error: ""

    signal saved(var fields)
    signal abandoned()

    readonly property bool dateFits: born.text.trim() === "" || editor.isoDate !== ""
    readonly property string isoDate: editor.model.isoDate(born.text)
    readonly property bool complete: given.text.trim() !== "" && family.text.trim() !== "" && editor.dateFits

    implicitHeight: column.implicitHeight

    // Without the type: with it, qmllint 6.4 crashes at random on what follows.
    function start(typed) {
        const words = typed.trim().split(/\s+/)
        if (given.text === "" && family.text === "") {
            if (words.length > 1) given.text = words[0]
            family.text = words.slice(words.length > 1 ? 1 : 0).join(" ")
        }
        given.take()
    }
    function save() {
        if (!editor.complete) return
        editor.saved({ family_name: family.text.trim(), given_name: given.text.trim(), nickname: "", birth_date: editor.isoDate === "" ? null : editor.isoDate,
                       phone: phone.text.trim(), email: email.text.trim(), locale: Qt.locale().name.slice(0, 2),
                       public_results: consent.value === "" ? null : consent.value })
    }
    Keys.onEscapePressed: editor.abandoned()

    Column {
        id: column
        width: parent.width
        spacing: Theme.space3
        Word { text: qsTr("A new driver"); size: Theme.size18; weight: Theme.weightSemibold }
        TextEntry { id: given; width: parent.width; label: qsTr("First name"); onAccepted: family.take() }
        TextEntry { id: family; width: parent.width; label: qsTr("Family name"); onAccepted: born.take() }
        TextEntry {
            id: born
            width: parent.width
            label: qsTr("Born (day/month/year)")
            placeholder: "31/12/1990"
            figures: true
            error: editor.dateFits || born.input.activeFocus ? "" : qsTr("This is no date. Example: 31/12/1990.")
            onAccepted: phone.take()
        }
        TextEntry { id: phone; width: parent.width; label: qsTr("Phone"); figures: true; onAccepted: email.take() }
        TextEntry { id: email; width: parent.width; label: qsTr("E-mail"); onAccepted: editor.save() }
        Column {
            spacing: Theme.space1
            Word { text: qsTr("Full name on boards and results"); size: Theme.size13; weight: Theme.weightMedium; color: Theme.color.textMuted }
            Choice {
                id: consent
                options: [{ value: "", text: qsTr("not asked") }, { value: "given", text: qsTr("yes") }, { value: "refused", text: qsTr("no") }]
                value: ""
                onChosen: value => consent.value = value
            }
        }
        Word {
            width: parent.width
            visible: editor.error !== ""
            text: editor.error
            color: Theme.color.dangerText
            wrapMode: Text.Wrap
        }
        Row {
            width: parent.width
            spacing: Theme.space2
            ActionButton {
                width: parent.width - leave.width - parent.spacing
                kind: ActionButton.Kind.Main
                implicitHeight: Theme.targetTouch
                enabled: editor.complete && !editor.busy
                text: qsTr("Register %1").arg((given.text + " " + family.text).trim())
                hint: qsTr("Enter")
                onClicked: editor.save()
            }
            ActionButton { id: leave; implicitHeight: Theme.targetTouch; text: qsTr("Leave"); hint: "Esc"; onClicked: editor.abandoned() }
        }
    }
}
