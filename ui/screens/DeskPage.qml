// The desk: one field with the focus in it. Type, arrows, Enter puts the driver on the next free seat; what Enter will do stands in
// the one button and, tinted, in the seat itself. Alt Right goes into the seats.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: page

    required property Desk desk
    readonly property FrontDesk model: page.desk.frontDesk
    readonly property bool compact: page.width < 1600
    readonly property int topHeight: 56
    readonly property int fieldHeight: 96
    readonly property int planWidth: page.compact ? 320 : 400
    readonly property int whoWidth: page.compact ? 380 : 480
    property bool registering: false

    function startRegistering() { page.registering = true; who.startRegistering(search.text) }

    Shortcut { sequence: "Ctrl+K"; enabled: page.enabled; onActivated: search.take() }
    Shortcut { sequence: "Ctrl+N"; enabled: page.enabled; onActivated: page.startRegistering() }
    Shortcut { sequence: "Alt+Up"; enabled: page.enabled; onActivated: page.model.moveSession(-1) }
    Shortcut { sequence: "Alt+Down"; enabled: page.enabled; onActivated: page.model.moveSession(1) }
    Shortcut { sequence: "Alt+Right"; enabled: page.enabled && !page.registering; onActivated: seats.walk() }
    Shortcut { sequence: "Alt+P"; enabled: page.enabled; onActivated: page.model.nextTrack() }
    Connections {
        target: page.model
        function onRegistered() { page.registering = false; search.text = page.model.query; search.take() }
        function onQueryChanged() { if (page.model.query === "") search.text = "" }
    }

    Rectangle { anchors.fill: parent; color: Theme.color.ground }
    DeskBar {
        id: bar
        width: parent.width
        height: page.topHeight
        desk: page.desk
    }
    PlanPane {
        id: plan
        anchors { top: bar.bottom; bottom: parent.bottom; left: parent.left }
        width: page.planWidth
        model: page.model
    }
    Rectangle {
        id: one
        anchors { left: plan.right; right: parent.right; top: bar.bottom }
        height: page.fieldHeight
        color: Theme.color.surface
        Rule { anchors.bottom: parent.bottom; width: parent.width }

        TextEntry {
            id: search
            anchors { left: parent.left; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
            width: parent.width - page.whoWidth - 2 * Theme.space5
            focus: true
            heavy: true
            fieldHeight: Theme.space12 + Theme.space2
            size: Theme.size20
            iconName: "search"
            hint: "Ctrl K"
            placeholder: qsTr("Name, phone or e-mail")
            onEdited: page.model.query = text
            onAccepted: if (page.model.full) who.takeAlternative(); else if (page.model.searched && page.model.found.count === 0) page.startRegistering(); else page.model.place()
            Keys.onUpPressed: page.model.customerRow -= 1
            Keys.onDownPressed: page.model.customerRow += 1
            Keys.onTabPressed: page.model.kartRow = (page.model.kartRow + 1) % Math.max(1, page.model.karts.count)
            Keys.onEscapePressed: { text = ""; page.model.query = "" }
            Component.onCompleted: take()
        }
        DeskKeys {
            anchors { left: search.right; leftMargin: Theme.space5; right: parent.right; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        }
    }
    SeatsPane {
        id: seats
        anchors { left: plan.right; right: who.left; top: one.bottom; bottom: parent.bottom; margins: Theme.space5 }
        model: page.model
        onAbandoned: search.take()
    }
    WhoPane {
        id: who
        anchors { right: parent.right; top: one.bottom; bottom: parent.bottom }
        width: page.whoWidth
        model: page.model
        registering: page.registering
        seating: seats.walking
        onRegisterAsked: page.startRegistering()
        onRegisterLeft: { page.registering = false; search.take() }
    }
}
