// What is known of the chosen driver.
import QtQuick
import Chicane.Kit

Column {
    id: facts

    required property var customer
    property bool compact: false
    spacing: Theme.space2

    readonly property string born: {
        const date = Date.fromLocaleString(Qt.locale("C"), facts.customer.birth_date ?? "", "yyyy-MM-dd")
        return isNaN(date) ? "—" : date.toLocaleDateString(Qt.locale(), Locale.ShortFormat)
    }

    component Fact: Rectangle {
        id: fact
        property string label
        property string value
        width: (facts.width + Theme.strokeLine) / 2
        height: Theme.space12 + Theme.space1
        color: Theme.color.surface
        border.width: Theme.strokeLine
        border.color: Theme.color.line
        Column {
            anchors { left: parent.left; leftMargin: Theme.space3; right: parent.right; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
            Word { text: fact.label; size: Theme.size12; weight: Theme.weightMedium; color: Theme.color.textMuted }
            Word { width: parent.width; text: fact.value; size: Theme.size15; weight: Theme.weightMedium; elide: Text.ElideRight }
        }
    }
    Word {
        text: (facts.customer.given_name ?? "") + " " + (facts.customer.family_name ?? "")
        size: Theme.size16
        weight: Theme.weightSemibold
    }
    Grid {
        columns: 2
        spacing: -Theme.strokeLine
        Fact { label: qsTr("Born"); value: facts.born }
        Fact { label: qsTr("Phone"); value: facts.customer.phone || "—" }
        Fact { visible: !facts.compact; label: qsTr("E-mail"); value: facts.customer.email || "—" }
        Fact {
            visible: !facts.compact
            label: qsTr("Name in public")
            value: facts.customer.public_results === "given" ? qsTr("full name") : qsTr("first name, initial")
        }
    }
}
