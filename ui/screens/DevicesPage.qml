// The sources of a track and their tags: what each says now and said today, its last bytes; a device added, replaced, tried out or
// taken away while a session runs. Nothing covers anything: what is done is done in the side.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: page

    required property Desk desk
    readonly property RaceControl control: page.desk.control
    readonly property Devices model: page.desk.devices
    readonly property bool compact: page.width < 1600
    readonly property int topHeight: page.compact ? 60 : 80
    readonly property int alarmHeight: page.compact ? 34 : 40
    readonly property int alarmHeadWidth: page.compact ? 118 : 164
    readonly property int sideWidth: page.compact ? 380 : 488
    readonly property int rowsMost: page.compact ? 6 : 8  // of sources, before they scroll: the tags need room, too
    readonly property bool settingUp: page.model.setup.step !== DeviceSetup.Closed
    readonly property bool changingTag: page.model.tagChange.open
    readonly property bool commanding: page.model.commands.open
    readonly property var changers: ["admin", "race_control", "mechanic"]
    readonly property bool mayChange: page.desk.api.userName !== "" && page.changers.some(role => page.desk.api.may(role))

    signal closed()

    Component.onCompleted: page.model.begin()
    Component.onDestruction: page.model.end()

    component Key: Shortcut { enabled: page.enabled && !page.settingUp && !page.changingTag && !page.commanding && !side.replacing }
    Key { sequence: "Alt+Left"; onActivated: page.closed() }
    Key { sequence: "N"; onActivated: page.add() }
    Key { sequence: "T"; onActivated: if (page.mayChange && side.some) page.model.setTest(!page.model.facts.test) }
    Key { sequence: "K"; onActivated: page.command() }
    Key { sequence: "R"; onActivated: if (page.mayChange) page.replaceOrGoOn() }
    Key { sequence: "C"; onActivated: if (page.mayChange) tags.change() }
    Key { sequence: "H"; onActivated: page.model.held = !page.model.held }
    Key { sequence: "Delete"; onActivated: if (page.mayChange) side.askRemove() }

    function add() {
        if (!page.mayChange) return
        page.model.commands.leave()
        guide.begin()
    }
    function goOn() {
        const facts = page.model.facts
        page.model.setup.resume(facts.id, facts.uri, facts.role, facts.sector)
        guide.forceActiveFocus()
    }
    function addBeside() { if (page.mayChange) guide.beginBeside(page.model.facts) }
    function replaceOrGoOn() {
        if (!side.some) return
        if (page.model.facts.fixed) page.addBeside()
        else if (page.model.facts.test) page.goOn()
        else side.askReplace()
    }
    function command() {
        if (!page.mayChange || !side.some) return
        side.leave()
        page.model.commands.start(page.model.chosen)
        orders.begin()
    }
    function changeTag(tag: string, kart: string) {
        side.leave()
        page.model.commands.leave()
        page.model.tagChange.start(tag, kart)
        tagChange.begin()
    }
    function choose(row: int) { if (row >= 0 && row < list.count) page.model.chosen = page.control.devices.keyAt(row) }

    Rectangle { anchors.fill: parent; color: Theme.color.line }
    Rectangle {
        id: top
        width: parent.width
        height: page.topHeight
        color: Theme.color.surface
        ActionButton {
            id: back
            anchors { left: parent.left; leftMargin: page.compact ? Theme.space3 : Theme.space5; verticalCenter: parent.verticalCenter }
            implicitHeight: page.compact ? Theme.targetDesk : Theme.targetTouch
            implicitWidth: implicitHeight
            padding: 0
            iconName: "chevron-left"
            Accessible.name: qsTr("Back to race control")
            onClicked: page.closed()
        }
        Column {
            id: title
            anchors { left: back.right; leftMargin: page.compact ? Theme.space3 : Theme.space5; verticalCenter: parent.verticalCenter }
            Word { text: qsTr("Devices"); size: page.compact ? Theme.size20 : Theme.size24; weight: Theme.weightSemibold }
            Word {
                text: (page.control.trackFacts.name ?? "") + " · " + qsTr("%n source(s)", "", page.control.devices.count)
                size: Theme.size13
                color: Theme.color.textMuted
            }
        }
        Choice {
            id: tracks
            anchors { left: title.right; leftMargin: Theme.space5; verticalCenter: parent.verticalCenter }
            visible: page.control.tracks.length > 1
            width: visible ? implicitWidth : 0
            options: page.control.tracks.map(t => ({ value: t.id, text: t.name }))
            value: page.control.track
            onChosen: value => page.control.chooseTrack(value)
        }
        Item {
            anchors { left: tracks.right; leftMargin: page.compact ? Theme.space5 : Theme.space10; right: end.left; rightMargin: Theme.space4; verticalCenter: parent.verticalCenter }
            height: parent.height
            clip: true
            LoopsLine { anchors.verticalCenter: parent.verticalCenter; loops: page.model.loops; compact: page.compact }
        }
        Row {
            id: end
            anchors { right: parent.right; rightMargin: page.compact ? Theme.space3 : Theme.space5; verticalCenter: parent.verticalCenter }
            spacing: page.compact ? Theme.space3 : Theme.space5
            RaceNow { control: page.control; compact: page.compact; anchors.verticalCenter: parent.verticalCenter }
            ActionButton {
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: page.compact ? Theme.targetDesk : Theme.targetTouch
                kind: page.settingUp || page.changingTag ? ActionButton.Kind.Plain : ActionButton.Kind.Main
                size: page.compact ? Theme.size14 : Theme.size16
                enabled: page.mayChange && !page.settingUp && !page.changingTag
                iconName: "plus"
                text: page.compact ? qsTr("Add") : qsTr("Add a device")
                hint: "N"
                onClicked: page.add()
            }
        }
    }
    AlarmRow {
        id: alarms
        anchors { top: top.bottom; topMargin: Theme.strokeLine }
        width: parent.width
        height: page.alarmHeight
        control: page.control
        compact: page.compact
        headWidth: page.alarmHeadWidth
    }
    Rectangle {
        id: ground
        anchors { left: parent.left; right: sideGround.left; rightMargin: Theme.strokeLine; top: alarms.bottom; topMargin: Theme.strokeLine }
        height: head.implicitHeight + Math.min(Math.max(list.count, 3), page.rowsMost) * layout.row + Theme.space2
        color: Theme.color.surface
        DeviceColumns { id: layout; width: ground.width; compact: page.compact }
        DeviceHead { id: head; columns: layout }
        ListView {
            id: list
            anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; bottomMargin: Theme.space2 }
            clip: true
            focus: true
            activeFocusOnTab: true
            model: page.control.devices
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            currentIndex: page.control.devices.indexOf(page.model.chosen)
            Keys.onUpPressed: page.choose(currentIndex - 1)
            Keys.onDownPressed: page.choose(currentIndex + 1)
            delegate: DeviceDelegate {
                width: list.width
                columns: layout
                line: page.model.revision >= 0 ? page.model.noiseLine(deviceId) : []
                nowMs: clock.now
                chosen: deviceId === page.model.chosen
                ringed: ListView.isCurrentItem && list.activeFocus
                onTapped: { page.model.chosen = deviceId; list.forceActiveFocus() }
            }
            Timer { id: clock; property double now: Date.now(); interval: 500; running: true; repeat: true; onTriggered: now = Date.now() }
        }
        ScrollMark { target: list }
        EmptyNote {
            anchors { left: parent.left; top: head.bottom; margins: Theme.space5 }
            visible: list.count === 0
            title: page.control.ready ? qsTr("No decoder is set up") : qsTr("Waiting for the server")
            text: page.control.ready ? qsTr("N adds one. Those of chicane.toml stand here with a padlock.") : ""
        }
    }
    TagsPane {
        id: tags
        visible: !places.visible
        anchors { left: parent.left; right: ground.right; top: ground.bottom; topMargin: Theme.strokeLine; bottom: parent.bottom }
        model: page.model
        compact: page.compact
        mayChange: page.mayChange && !page.settingUp
        onChangeAsked: (tag, kart) => page.changeTag(tag, kart)
        onCsvAsked: page.model.saveTags(page.model.tagsFile())
    }
    PlacesPane {
        id: places
        anchors.fill: tags
        visible: page.model.setup.step === DeviceSetup.Address
        enabled: visible
        search: page.model.setup.search
        compact: page.compact
        chosen: guide.typed
        onListenAsked: uri => guide.listen(uri, false)
        onAddressAsked: guide.takeAddress()
    }
    Item {
        id: sideGround
        anchors { right: parent.right; top: alarms.bottom; topMargin: Theme.strokeLine; bottom: parent.bottom }
        width: page.sideWidth
        DevicePane {
            id: side
            anchors.fill: parent
            visible: !page.settingUp && !page.changingTag && !page.commanding
            enabled: visible
            model: page.model
            compact: page.compact
            mayChange: page.mayChange
            onSecondAsked: page.addBeside()
            onSetupAsked: page.goOn()
            onCommandsAsked: page.command()
            onEnded: list.forceActiveFocus()
        }
        TagChangePane {
            id: tagChange
            anchors.fill: parent
            visible: page.changingTag
            enabled: visible
            change: page.model.tagChange
            unknown: page.control.unknown
            compact: page.compact
        }
        CommandsPane {
            id: orders
            anchors.fill: parent
            visible: page.commanding && !page.changingTag && !page.settingUp
            enabled: visible
            commands: page.model.commands
            compact: page.compact
        }
        DeviceSetupPane {
            id: guide
            anchors.fill: parent
            visible: page.settingUp
            enabled: visible
            setup: page.model.setup
            track: page.control.track
            compact: page.compact
            taken: page.model.loops.map(loop => loop.role)
            onPlacesAsked: places.take()
            onLookAsked: places.look()
        }
    }
    Toast {
        id: toast
        anchors { horizontalCenter: ground.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.space5 }
        Connections { target: page.control; function onRefused(text: string) { toast.say(text) } }
        Connections {
            target: page.model
            function onRefused(text: string) { toast.say(text) }
            function onDone(what: string) { toast.say(Words.deviceDone(what, page.model.tagsFile())) }
        }
        Connections {
            target: page.model.tagChange
            function onChanged() { if (!page.changingTag && tagChange.activeFocus) list.forceActiveFocus() }
        }
        Connections {
            target: page.model.commands
            function onChanged() { if (!page.commanding && orders.activeFocus) list.forceActiveFocus() }
        }
        Connections {
            target: page.model.setup
            function onStepChanged() { if (!page.settingUp) list.forceActiveFocus() }
        }
    }
}
