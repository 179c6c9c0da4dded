// Who: those found, the chosen one's facts, the karts that are free; at the foot the one button that says what it does.
import QtQuick
import Chicane.Kit
import Chicane.Models

Rectangle {
    id: pane

    required property FrontDesk model
    required property bool registering
    property bool seating: false  // the seats have the focus: a kart is chosen for one of them

    signal registerAsked()
    signal registerLeft()

    readonly property int roomyHeight: 800
    readonly property bool chosen: pane.model.customer.id !== undefined

    function startRegistering(typed: string) { form.start(typed) }
    function takeAlternative() { pane.model.chooseSession(pane.model.alternatives.keyAt(0)) }

    color: Theme.color.surface
    Rule { height: parent.height }

    Column {
        id: list
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space5; topMargin: Theme.space4 }
        visible: !pane.registering
        spacing: Theme.space4

        FoundList {
            width: parent.width
            visible: !pane.seating
            model: pane.model
            onRegisterAsked: pane.registerAsked()
        }
        CustomerFacts { width: parent.width; visible: pane.chosen && !pane.seating; compact: pane.height < pane.roomyHeight; customer: pane.model.customer }
        KartChoice {
            width: parent.width
            visible: pane.chosen || pane.seating
            model: pane.model
            room: foot.y - list.y - y - Theme.space2
        }
    }
    CustomerEditor {
        id: form
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space5; topMargin: Theme.space4 }
        visible: pane.registering
        model: pane.model
        busy: pane.model.busy
        error: pane.registering ? pane.model.error : ""
        onSaved: fields => pane.model.registerCustomer(fields)
        onAbandoned: pane.registerLeft()
    }
    PlaceBar {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.strokeLine }
        visible: !pane.registering
        model: pane.model
        chosen: pane.chosen
    }
}
