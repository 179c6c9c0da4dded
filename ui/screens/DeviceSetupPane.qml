// A device added, step by step. It is connected from the first step on and counts for nobody before the last; leaving loses nothing.
import QtQuick
import Chicane.Kit
import Chicane.Models
import Chicane.Screens

FocusScope {
    id: pane

    required property DeviceSetup setup
    required property string track
    required property bool compact
    required property var taken      // roles that a source of the track has
    readonly property string typed: address.text
    readonly property int pad: pane.compact ? Theme.space3 : Theme.space5
    readonly property int at: pane.setup.step
    readonly property var roles: ["finish", "pit_in", "pit_out", "sector", "finish_in_pit", "speed_trap", "pit_box"]
    readonly property var sectors: [{ value: 1, text: "1" }, { value: 2, text: "2" }, { value: 3, text: "3" }, { value: 4, text: "4" }]
    // The first role that nobody hears is what one most likely sets up.
    readonly property string proposed: pane.roles.find(role => role !== "sector" && pane.taken.indexOf(role) < 0) ?? "finish"

    signal placesAsked()
    signal lookAsked()

    function begin() { pane.open(pane.proposed, 0, pane.setup.idFrom(Words.role(pane.proposed))) }
    // A second decoder on the loop of a source: its role is known.
    function beginBeside(facts: var) { pane.open(facts.role, facts.sector, pane.setup.idBeside(facts.id)) }
    function open(role: string, sector: int, id: string) {
        pane.setup.start()
        pane.setup.chooseRole(role, sector)
        address.text = ""
        name.text = id
        address.take()
    }
    // Listening changes nothing; the address is another one from the moment that it is listened at.
    function listen(uri: string, ask: bool) {
        address.text = uri
        pane.setup.search.listen(uri, ask)
        address.take()
    }
    function takeOver(uri: string) {
        address.text = uri
        name.take()
    }
    function takeAddress() { address.take() }
    function addressDone() {
        const told = heard.told
        if (heard.offered) pane.takeOver(told.uri)
        else if (pane.setup.search.listening === "") name.take()
    }
    function connect() {
        if (address.text.trim() !== "" && name.text.trim() !== "") pane.setup.connectTo(pane.track, address.text, pane.setup.idFrom(name.text))
    }
    function go() {
        switch (pane.at) {
        case DeviceSetup.Address: return pane.connect()
        case DeviceSetup.Hearing:
        case DeviceSetup.Loop: return pane.setup.next()
        case DeviceSetup.Use: return pane.setup.accept()
        }
    }

    Shortcut { sequence: "Escape"; enabled: pane.visible && pane.enabled; onActivated: pane.setup.leave() }
    component AtAddress: Shortcut { enabled: pane.visible && pane.enabled && pane.at === DeviceSetup.Address }
    AtAddress { sequence: "Ctrl+E"; onActivated: pane.listen(address.text, false) }
    AtAddress { sequence: "Ctrl+Return"; onActivated: if (heard.mayAsk) pane.listen(address.text, true) }
    AtAddress { sequence: "Ctrl+R"; onActivated: pane.lookAsked() }
    component AtLoop: Shortcut { enabled: pane.visible && pane.enabled && pane.at === DeviceSetup.Loop }
    AtLoop { sequence: "1"; onActivated: pane.setup.tryHint(0) }
    AtLoop { sequence: "2"; onActivated: pane.setup.tryHint(1) }
    AtLoop { sequence: "3"; onActivated: pane.setup.tryHint(2) }
    Shortcut { sequences: ["Return", "Enter"]; enabled: pane.visible && pane.enabled && pane.at > DeviceSetup.Address && !inside.typing; onActivated: if (main.enabled) pane.go() }

    Rectangle { anchors.fill: parent; color: Theme.color.surface }
    Item {
        id: head
        x: pane.pad
        y: pane.compact ? Theme.space2 : Theme.space4
        width: parent.width - 2 * pane.pad
        height: title.implicitHeight
        Word { id: title; text: qsTr("Add a device"); size: Theme.size18; weight: Theme.weightSemibold }
        Word { anchors { right: parent.right; baseline: title.baseline } text: qsTr("step %1 of 4").arg(pane.at); size: Theme.size13; color: Theme.color.textMuted }
    }
    Flickable {
        id: steps
        readonly property int room: Theme.space1  // beside the fields, for the ring of the one that has the focus
        anchors { top: head.bottom; topMargin: Theme.space3; left: parent.left; right: parent.right; leftMargin: pane.pad - room; rightMargin: pane.pad - room; bottom: foot.top; bottomMargin: Theme.space2 }
        contentHeight: all.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        // What has the focus is seen whole.
        property Item seen: null
        onContentHeightChanged: if (seen && inside.fieldHasFocus) show(seen)
        function show(item: Item) {
            seen = item
            const top = item.mapToItem(all, 0, 0).y
            if (top < contentY) contentY = Math.max(0, top - Theme.space2)
            else if (top + item.height > contentY + height) contentY = Math.min(contentHeight - height, top + item.height - height + Theme.space2)
        }
        Column {
            id: all
            x: steps.room
            width: steps.width - 2 * steps.room
            spacing: pane.compact ? Theme.space2 : Theme.space3

            SetupStep { width: parent.width; number: 1; at: pane.at; title: qsTr("Address and name"); answer: pane.at > 1 ? pane.setup.deviceId + " · " + pane.setup.uri : qsTr("Where the decoder is heard."); change: qsTr("Change"); onChangeAsked: { while (pane.setup.step > 1) pane.setup.back(); address.text = pane.setup.uri; address.take() } }
            Column {
                visible: pane.at === DeviceSetup.Address
                width: parent.width
                spacing: Theme.space3
                TextEntry {
                    id: address
                    width: parent.width
                    label: qsTr("Address")
                    placeholder: "tcp://192.0.2.10:5403?protocol=p3"
                    figures: true
                    error: pane.setup.error
                    hint: "↓"
                    onAccepted: pane.addressDone()
                    onEdited: pane.setup.search.forgetHeard()
                    Keys.onDownPressed: pane.placesAsked()
                }
                ActionButton {
                    width: parent.width
                    implicitHeight: Theme.targetDesk
                    enabled: address.text.trim() !== "" && !pane.setup.search.scanning && pane.setup.search.listening === ""
                    iconName: "search"
                    text: qsTr("Listen, send nothing")
                    hint: "Ctrl E"
                    onClicked: pane.listen(address.text, false)
                }
                ProbeHeard {
                    id: heard
                    width: parent.width
                    search: pane.setup.search
                    address: address.text.trim()
                    onTakeAsked: uri => pane.takeOver(uri)
                    onAskAsked: pane.listen(address.text, true)
                }
                TextEntry {
                    id: name
                    width: parent.width
                    label: qsTr("Name, as it stands in results and files")
                    figures: true
                    onAccepted: pane.connect()
                }
            }
            SetupStep {
                width: parent.width
                number: 2
                at: pane.at
                title: pane.at < 2 ? qsTr("What it says") : pane.setup.speaks ? pane.setup.decoder === null || pane.setup.decoder === undefined ? qsTr("It speaks %1").arg(Words.protocol(pane.setup.protocol)) : qsTr("It speaks %1, decoder %2").arg(Words.protocol(pane.setup.protocol)).arg(pane.setup.decoder) : Words.link(pane.setup.status)
                answer: pane.at < 2 ? "" : qsTr("%1 passings, garbage %2; nothing counts yet").arg(pane.setup.passings).arg(pane.setup.garbage)
            }
            Column {
                visible: pane.at === DeviceSetup.Hearing
                width: parent.width
                spacing: Theme.space2
                Word {
                    width: parent.width
                    text: pane.setup.speaks ? pane.setup.garbage > pane.setup.passings ? qsTr("More garbage than passings: is the speed of the line right?") : qsTr("The line is good. Its last bytes are read in the list of sources.")
                        : pane.setup.garbage > 0 ? qsTr("Bytes come, but none is %1. Is it another protocol?").arg(Words.protocol(pane.setup.protocol))
                        : pane.setup.status === "up" ? qsTr("The line is open and nothing is said yet. A decoder says something every few seconds, or with the first kart.")
                        : qsTr("Nobody answers there yet. Is it switched on, and is the address right?")
                    size: Theme.size14
                    color: pane.setup.speaks ? Theme.color.text : Theme.color.alarmText
                    wrapMode: Text.Wrap
                }
            }
            SetupStep { width: parent.width; number: 3; at: pane.at; title: qsTr("Loop"); answer: pane.at > 3 ? pane.setup.noise === null || pane.setup.noise === undefined ? qsTr("heard") : qsTr("noise %1, %2 of 3 passes").arg(pane.setup.noise).arg(pane.setup.passes.length) : qsTr("Quiet first, then a kart."); change: qsTr("Again"); onChangeAsked: pane.setup.back() }
            LoopGauge { visible: pane.at === DeviceSetup.Loop; width: parent.width; setup: pane.setup; compact: pane.compact }
            SetupStep { width: parent.width; number: 4; at: pane.at; title: qsTr("What it counts for"); answer: pane.at < 4 ? Words.loop(pane.setup.role, pane.setup.sector) + ", " + qsTr("proposed") : "" }
            Column {
                visible: pane.at === DeviceSetup.Use
                width: parent.width
                spacing: Theme.space2
                Repeater {
                    model: pane.roles
                    Rectangle {
                        id: option
                        required property string modelData
                        readonly property bool on: pane.setup.role === option.modelData
                        width: parent.width
                        height: Theme.targetDesk
                        radius: Theme.radiusM
                        color: option.on ? Theme.color.accentSoft : "transparent"
                        border.width: Theme.strokeControl
                        border.color: option.on ? Theme.color.accent : Theme.color.line
                        activeFocusOnTab: true
                        Accessible.role: Accessible.RadioButton
                        Accessible.name: Words.role(option.modelData)
                        Keys.onSpacePressed: pane.setup.chooseRole(option.modelData, 1)
                        TapHandler { onTapped: pane.setup.chooseRole(option.modelData, 1) }
                        Word { anchors { left: parent.left; leftMargin: Theme.space3; verticalCenter: parent.verticalCenter } text: Words.role(option.modelData); weight: option.on ? Theme.weightSemibold : Theme.weightRegular }
                        Word {
                            anchors { right: parent.right; rightMargin: Theme.space3; verticalCenter: parent.verticalCenter }
                            visible: text !== ""
                            text: pane.taken.indexOf(option.modelData) >= 0 && option.modelData !== "sector" ? qsTr("has a source: this is its backup") : ""
                            size: Theme.size13
                            color: Theme.color.textMuted
                        }
                        Choice {
                            anchors { right: parent.right; rightMargin: Theme.space1; verticalCenter: parent.verticalCenter }
                            visible: option.on && option.modelData === "sector"
                            optionHeight: Theme.targetMouse
                            size: Theme.size13
                            options: pane.sectors
                            value: pane.setup.sector
                            onChosen: value => pane.setup.chooseRole("sector", value)
                        }
                        FocusRing { target: option }
                    }
                }
                LoopsInside {
                    id: inside
                    width: parent.width
                    visible: pane.setup.protocol !== "manual"
                    topPadding: Theme.space2
                    setup: pane.setup
                    onFocused: item => steps.show(item)
                }
            }
            Word { width: parent.width; visible: pane.setup.error !== "" && pane.at > DeviceSetup.Address; text: pane.setup.error; size: Theme.size13; color: Theme.color.dangerText; wrapMode: Text.Wrap }
        }
    }
    ScrollMark { target: steps }
    Row {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: pane.pad }
        spacing: Theme.space2
        ActionButton {
            id: main
            width: parent.width - leave.width - parent.spacing
            implicitHeight: Theme.targetTouch
            kind: pane.at === DeviceSetup.Address && heard.offered ? ActionButton.Kind.Plain : ActionButton.Kind.Main
            size: Theme.size15
            enabled: !pane.setup.sending && (pane.at !== DeviceSetup.Address || (address.text.trim() !== "" && name.text.trim() !== ""))
            text: pane.at === DeviceSetup.Address ? qsTr("Connect in test mode")
                : pane.at === DeviceSetup.Hearing ? pane.setup.speaks ? qsTr("Set up its loop") : qsTr("Go on without a word of it")
                : pane.at === DeviceSetup.Loop ? pane.setup.noise === null || pane.setup.noise === undefined ? qsTr("Accept the loop") : qsTr("Accept the loop at noise %1").arg(pane.setup.noise)
                : qsTr("Count as %1").arg(Words.loop(pane.setup.role, pane.setup.sector))
            hint: pane.at === DeviceSetup.Address && !name.input.activeFocus ? "" : "⏎"
            onClicked: pane.go()
        }
        ActionButton {
            id: leave
            implicitHeight: Theme.targetTouch
            text: qsTr("Leave")
            hint: "Esc"
            onClicked: pane.setup.leave()
        }
    }
}
