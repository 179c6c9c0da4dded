// Made from tokens.json. Do not edit.
pragma Singleton
import QtQuick

QtObject {
    id: theme
    property string name: "control-dark"  // control-dark | desk-light | sun-contrast
    readonly property int index: name === "control-dark" ? 0 : name === "desk-light" ? 1 : name === "sun-contrast" ? 2 : 0
    property bool reducedMotion: false

    component Colors: QtObject {
        id: colors
        property int at: 0
        readonly property color ground: ["#0B0D0F", "#F0F2F3", "#FFFFFF"][colors.at]
        readonly property color surface: ["#121518", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color surfaceRaised: ["#1A1E22", "#FFFFFF", "#F0F0F0"][colors.at]
        readonly property color surfaceSunken: ["#08090B", "#E6EAEC", "#EBEBEB"][colors.at]
        readonly property color surfaceHover: ["#23282D", "#EDF0F2", "#EBEBEB"][colors.at]
        readonly property color surfaceSelected: ["#12303A", "#DCF0F4", "#FFF3B0"][colors.at]
        readonly property color rowAlt: ["#161A1D", "#F7F8F9", "#F4F4F4"][colors.at]
        readonly property color line: ["#2A3036", "#D8DDE1", "#6B6B6B"][colors.at]
        readonly property color track: ["#2A3036", "#D8DDE1", "#C6C6C6"][colors.at]
        readonly property color lineStrong: ["#727D86", "#7A858D", "#000000"][colors.at]
        readonly property color text: ["#F4F6F7", "#13171A", "#000000"][colors.at]
        readonly property color textMuted: ["#B6BFC6", "#475159", "#1D2124"][colors.at]
        readonly property color textFaint: ["#939EA7", "#5C6770", "#363C41"][colors.at]
        readonly property color accent: ["#45BFD6", "#00687E", "#00414F"][colors.at]
        readonly property color inkOnAccent: ["#04181C", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color accentSoft: ["#12303A", "#DCF0F4", "#D6F0F6"][colors.at]
        readonly property color accentText: ["#7AD7E8", "#005D71", "#00414F"][colors.at]
        readonly property color focus: ["#8CE6F5", "#007D98", "#000000"][colors.at]
        readonly property color flagGreen: ["#1FB264", "#1FB264", "#1FB264"][colors.at]
        readonly property color inkOnFlagGreen: ["#03150B", "#03150B", "#000000"][colors.at]
        readonly property color flagYellow: ["#FFD426", "#FFD426", "#FFD426"][colors.at]
        readonly property color inkOnFlagYellow: ["#1B1500", "#1B1500", "#000000"][colors.at]
        readonly property color flagRed: ["#D9232F", "#D9232F", "#B00F1B"][colors.at]
        readonly property color inkOnFlagRed: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color flagBlue: ["#2468D6", "#2468D6", "#0B3FA8"][colors.at]
        readonly property color inkOnFlagBlue: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color flagWhite: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color inkOnFlagWhite: ["#101316", "#101316", "#000000"][colors.at]
        readonly property color flagBlack: ["#000000", "#000000", "#000000"][colors.at]
        readonly property color inkOnFlagBlack: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color flagOrange: ["#FF8A1E", "#FF8A1E", "#FF8A1E"][colors.at]
        readonly property color chequerA: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color chequerB: ["#101316", "#101316", "#000000"][colors.at]
        readonly property color bestOverall: ["#CDA2FF", "#6A22C4", "#4A0A9C"][colors.at]
        readonly property color bestOverallSoft: ["#2E1F47", "#EFE5FC", "#EBDDFC"][colors.at]
        readonly property color bestPersonal: ["#66DB94", "#085C2F", "#00491D"][colors.at]
        readonly property color bestPersonalSoft: ["#12301F", "#DFF3E7", "#D2F0DD"][colors.at]
        readonly property color last: ["#F4F6F7", "#13171A", "#000000"][colors.at]
        readonly property color inPit: ["#9AC0FF", "#1A4AB0", "#002C86"][colors.at]
        readonly property color inPitSoft: ["#17253D", "#E1EAFB", "#D9E6FF"][colors.at]
        readonly property color retired: ["#939EA7", "#5C6770", "#363C41"][colors.at]
        readonly property color knockOut: ["#FF9C9C", "#A31621", "#7A0009"][colors.at]
        readonly property color gain: ["#B6BFC6", "#475159", "#1D2124"][colors.at]
        readonly property color loss: ["#B6BFC6", "#475159", "#1D2124"][colors.at]
        readonly property color ok: ["#5CC98A", "#12804A", "#00562A"][colors.at]
        readonly property color alarm: ["#FFB020", "#FFB020", "#FFB020"][colors.at]
        readonly property color inkOnAlarm: ["#1F1300", "#1F1300", "#000000"][colors.at]
        readonly property color alarmSoft: ["#33270C", "#FFF0D1", "#FFE7B3"][colors.at]
        readonly property color alarmText: ["#FFC969", "#744600", "#4A2B00"][colors.at]
        readonly property color danger: ["#D9232F", "#C21F2B", "#B00F1B"][colors.at]
        readonly property color inkOnDanger: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color dangerSoft: ["#3A1518", "#FDE8E9", "#FFE0E2"][colors.at]
        readonly property color dangerText: ["#FF9C9C", "#A31621", "#7A0009"][colors.at]
        readonly property color plate: ["#D3DADF", "#13171A", "#000000"][colors.at]
        readonly property color inkOnPlate: ["#0B0D0F", "#FFFFFF", "#FFFFFF"][colors.at]
        readonly property color kindPractice: ["#8FB7DC", "#245A8C", "#0B3A66"][colors.at]
        readonly property color kindPracticeSoft: ["#172532", "#EAF1F8", "#E3EEF8"][colors.at]
        readonly property color kindPracticeFill: ["#24425C", "#CADEF0", "#BCD6EE"][colors.at]
        readonly property color kindRace: ["#F0A884", "#9A4415", "#6B2A06"][colors.at]
        readonly property color kindRaceSoft: ["#30201A", "#FBEEE7", "#FBE9DF"][colors.at]
        readonly property color kindRaceFill: ["#5A3625", "#F3D3C1", "#F0C6AE"][colors.at]
        readonly property color kindEndurance: ["#C0CC7A", "#55600C", "#363D00"][colors.at]
        readonly property color kindEnduranceSoft: ["#24280F", "#F2F4E0", "#EEF1D2"][colors.at]
        readonly property color kindEnduranceFill: ["#434A1B", "#DDE3B1", "#D3DB97"][colors.at]
        readonly property color kindGroup: ["#F09CBC", "#9C2457", "#6E0F39"][colors.at]
        readonly property color kindGroupSoft: ["#321B25", "#FBEAF1", "#FAE2EC"][colors.at]
        readonly property color kindGroupFill: ["#5C2B40", "#F2CBDB", "#EEB9CF"][colors.at]
        readonly property color kindKids: ["#E6C66A", "#735300", "#4B3500"][colors.at]
        readonly property color kindKidsSoft: ["#2C250E", "#FBF3DA", "#FAEFC8"][colors.at]
        readonly property color kindKidsFill: ["#51441A", "#F1DFA3", "#EBD382"][colors.at]
        readonly property color kindClosed: ["#B6BFC6", "#475159", "#1D2124"][colors.at]
        readonly property color kindClosedSoft: ["#1A1E22", "#EDF0F2", "#EBEBEB"][colors.at]
        readonly property color kindClosedFill: ["#2A3036", "#D8DDE1", "#D0D0D0"][colors.at]
    }
    readonly property Colors color: Colors { at: theme.index }

    component Fonts: QtObject {
        readonly property font mark: Qt.font({ family: "Inter", pixelSize: 11, weight: 700 })
        readonly property font caption: Qt.font({ family: "Inter", pixelSize: 12, weight: 500 })
        readonly property font small: Qt.font({ family: "Inter", pixelSize: 13, weight: 400 })
        readonly property font body: Qt.font({ family: "Inter", pixelSize: 14, weight: 400 })
        readonly property font name: Qt.font({ family: "Inter", pixelSize: 15, weight: 500 })
        readonly property font lead: Qt.font({ family: "Inter", pixelSize: 16, weight: 400 })
        readonly property font title: Qt.font({ family: "Inter", pixelSize: 18, weight: 600 })
        readonly property font heading: Qt.font({ family: "Inter", pixelSize: 24, weight: 600 })
        readonly property font display: Qt.font({ family: "Inter", pixelSize: 36, weight: 600 })
        readonly property font hero: Qt.font({ family: "Inter", pixelSize: 64, weight: 600 })
        readonly property font numS: Qt.font({ family: "Roboto", pixelSize: 13, weight: 400 })
        readonly property font numM: Qt.font({ family: "Roboto", pixelSize: 15, weight: 400 })
        readonly property font numL: Qt.font({ family: "Roboto", pixelSize: 18, weight: 400 })
        readonly property font numXl: Qt.font({ family: "Roboto", pixelSize: 28, weight: 500 })
        readonly property font pos: Qt.font({ family: "Roboto Condensed", pixelSize: 20, weight: 700 })
        readonly property font clock: Qt.font({ family: "Roboto Condensed", pixelSize: 44, weight: 700 })
        readonly property font boardS: Qt.font({ family: "Roboto Condensed", pixelSize: 32, weight: 400 })
        readonly property font boardM: Qt.font({ family: "Roboto Condensed", pixelSize: 54, weight: 700 })
        readonly property font boardL: Qt.font({ family: "Roboto Condensed", pixelSize: 110, weight: 700 })
        readonly property font boardXl: Qt.font({ family: "Roboto Condensed", pixelSize: 230, weight: 700 })
    }
    readonly property Fonts font: Fonts {}

    readonly property string familyUi: "Inter"
    readonly property string familyNum: "Roboto"
    readonly property string familyPlate: "Roboto Condensed"
    readonly property int weightRegular: 400
    readonly property int weightMedium: 500
    readonly property int weightSemibold: 600
    readonly property int weightBold: 700
    readonly property int size11: 11
    readonly property int size12: 12
    readonly property int size13: 13
    readonly property int size14: 14
    readonly property int size15: 15
    readonly property int size16: 16
    readonly property int size18: 18
    readonly property int size20: 20
    readonly property int size24: 24
    readonly property int size28: 28
    readonly property int size32: 32
    readonly property int size36: 36
    readonly property int size44: 44
    readonly property int size54: 54
    readonly property int size64: 64
    readonly property int size84: 84
    readonly property int size110: 110
    readonly property int size150: 150
    readonly property int size230: 230
    readonly property int spaceHalf: 2
    readonly property int space1: 4
    readonly property int space1h: 6
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int space10: 40
    readonly property int space12: 48
    readonly property int space16: 64
    readonly property int radiusNone: 0
    readonly property int radiusS: 2
    readonly property int radiusM: 4
    readonly property int radiusL: 8
    readonly property int radiusRound: 999
    readonly property real strokeLine: 1
    readonly property real strokeControl: 1
    readonly property real strokeMark: 3
    readonly property real strokeFocus: 2
    readonly property real strokeFocusGap: 2
    readonly property real strokeIcon: 1.75
    readonly property int targetMouse: 28
    readonly property int targetDesk: 36
    readonly property int targetTouch: 44
    readonly property int targetKiosk: 88
    readonly property int targetDanger: 72
    readonly property real rowControlCompact: 27
    readonly property real rowControlRegular: 38
    readonly property real rowControlDense: 22
    readonly property real rowPassing: 24
    readonly property real rowDesk: 40
    readonly property real rowTouch: 52
    readonly property real rowBoard: 76
    readonly property real rowSlotPxPerMinute: 2.6
    readonly property int durationInstant: theme.reducedMotion ? 0 : 0
    readonly property int durationFast: theme.reducedMotion ? 0 : 80
    readonly property int durationMove: theme.reducedMotion ? 0 : 160
    readonly property int durationSlow: theme.reducedMotion ? 0 : 200
    readonly property int durationFlash: theme.reducedMotion ? 0 : 600
    readonly property int durationToast: 8000
}
