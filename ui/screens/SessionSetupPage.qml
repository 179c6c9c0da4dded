// Session set-up: who takes part with which kart and tag, the grid in order, the rules as a sentence. Warnings do not block arming.
import QtQuick
import Chicane.Kit
import Chicane.Models

FocusScope {
    id: page

    required property Desk desk
    property string session: ""
    readonly property SessionSetup model: page.desk.setup
    readonly property RaceControl control: page.desk.control
    readonly property bool compact: page.width < 1600
    readonly property int topHeight: page.compact ? 60 : 80
    readonly property int warnHeight: page.compact ? 34 : 44
    readonly property int gridWidth: page.compact ? 420 : 468
    readonly property int rulesWidth: page.compact ? 360 : 500
    property bool fleetOpen: false
    property bool setsOpen: false

    signal closed()

    // The next planned one, where none is named: the control view may come after the page.
    function takeNext() {
        if (page.session === "" && page.model.session.id === undefined && page.control.next.id !== undefined) page.model.load(page.control.next.id)
    }
    function createNow() { page.model.create(page.control.track, qsTr("Session %1").arg(Formats.hour(Date.now() * 1000)), Date.now() * 1000) }

    Component.onCompleted: {
        if (page.session === "") page.model.forget(); else if (page.session !== "new") page.model.load(page.session); else page.createNow()
        page.takeNext()
    }
    Connections {
        target: page.control
        function onViewChanged() { page.takeNext() }
    }
    Connections {
        target: page.model
        function onArmed() { page.closed() }
    }
    Shortcut { sequence: "F9"; enabled: page.enabled; onActivated: page.model.arm() }
    Shortcut { sequence: "F8"; enabled: page.enabled; onActivated: page.fleetOpen = !page.fleetOpen }
    Shortcut { sequence: "F7"; enabled: page.enabled; onActivated: page.setsOpen = !page.setsOpen }
    Shortcut { sequence: "F2"; enabled: page.enabled; onActivated: plan.begin() }
    Shortcut { sequence: "Alt+Left"; enabled: page.enabled; onActivated: page.closed() }

    Rectangle { anchors.fill: parent; color: Theme.color.line }
    SetupBar {
        id: bar
        width: parent.width
        height: page.topHeight
        model: page.model
        compact: page.compact
        onClosed: page.closed()
        onPlanAsked: plan.begin()
    }
    SetupWarnings {
        id: warnings
        anchors { top: bar.bottom; topMargin: Theme.strokeLine }
        width: parent.width
        height: page.warnHeight
        model: page.model
        control: page.control
    }
    EntrantsPane {
        id: entrants
        anchors { top: warnings.bottom; topMargin: Theme.strokeLine; bottom: parent.bottom; left: parent.left; right: grid.left; rightMargin: Theme.strokeLine }
        focus: true
        model: page.model
        compact: page.compact
        onFleetAsked: page.fleetOpen = !page.fleetOpen
    }
    GridPane {
        id: grid
        anchors { top: entrants.top; bottom: parent.bottom; right: rules.left; rightMargin: Theme.strokeLine }
        width: page.gridWidth
        visible: !page.fleetOpen
        model: page.model
        compact: page.compact
    }
    FleetPane {
        anchors.fill: grid
        visible: page.fleetOpen
        model: page.model
        onClosed: page.fleetOpen = false
    }
    EmptyNote {
        anchors { left: entrants.left; top: entrants.top; margins: Theme.space10; topMargin: Theme.space16 + Theme.space10 }
        visible: page.model.session.id === undefined && !page.model.loading
        iconName: "calendar"
        title: qsTr("No session is planned")
        text: qsTr("A new one starts as practice; its rules are the words on the right.")
        action: qsTr("New session now")
        onActed: page.createNow()
    }
    RulesPane {
        id: rules
        anchors { top: entrants.top; bottom: parent.bottom; right: parent.right }
        width: page.rulesWidth
        model: page.model
        control: page.control
        compact: page.compact
        onSetsAsked: page.setsOpen = !page.setsOpen
    }
    RuleSetsPane {
        anchors { left: entrants.left; right: rules.left; rightMargin: Theme.strokeLine; top: entrants.top; bottom: parent.bottom }
        visible: page.setsOpen
        enabled: visible
        sets: page.desk.ruleSets
        session: page.model
        trackMinLapMs: page.control.trackFacts.min_lap_ms ?? 0
        onClosed: { page.setsOpen = false; entrants.forceActiveFocus() }
    }
    PlanEditor {
        id: plan
        anchors { left: parent.left; leftMargin: Theme.space16 + Theme.space3; top: bar.bottom; topMargin: Theme.space1 }
        model: page.model
        onClosed: entrants.forceActiveFocus()
    }
}
