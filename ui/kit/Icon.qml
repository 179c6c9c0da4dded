// One of the icons of web/look, drawn as paths in the colour of its surroundings.
import QtQuick
import QtQuick.Shapes

Item {
    id: icon

    required property string name
    property color color: Theme.color.text
    property int size: Theme.size16

    readonly property var parts: Icons.paths[icon.name] ?? ["", "", Theme.strokeIcon]
    readonly property int grid: 24

    implicitWidth: icon.size
    implicitHeight: icon.size

    Shape {
        width: icon.grid
        height: icon.grid
        scale: icon.size / icon.grid
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: icon.parts[0] === "" ? "transparent" : icon.color
            strokeWidth: icon.parts[2]
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: icon.parts[0] }
        }
        ShapePath {
            strokeColor: "transparent"
            fillColor: icon.parts[1] === "" ? "transparent" : icon.color
            PathSvg { path: icon.parts[1] }
        }
    }
}
