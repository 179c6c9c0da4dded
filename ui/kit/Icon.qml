// One of the icons of web/look, in the colour of its surroundings.
import QtQuick
import Chicane.Kit

IconPaint {
    id: icon

    required property string name
    property int size: Theme.size16

    readonly property var parts: Icons.paths[icon.name] ?? ["", "", Theme.strokeIcon]

    implicitWidth: icon.size
    implicitHeight: icon.size
    color: Theme.color.text
    lines: icon.parts[0]
    fills: icon.parts[1]
    stroke: icon.parts[2]
    fine: icon.parts[3] ?? ""
    fineStroke: icon.parts[4] ?? 0
    flatCaps: icon.parts[5] ?? false
}
