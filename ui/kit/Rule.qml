// The 1-px line between regions.
import QtQuick
import Chicane.Kit

Rectangle {
    implicitWidth: Theme.strokeLine
    implicitHeight: Theme.strokeLine
    color: Theme.color.line
}
