// The path data of an SVG (`M5 4.5c3-1.8 …`) as a QPainterPath: the commands our icons use, absolute and relative, arcs included.
// Pure; a command that is not known ends the path where it stands.
#pragma once

#include <QPainterPath>
#include <QStringView>

namespace chicane::ui::kit {

QPainterPath svg_path(QStringView data);

}  // namespace chicane::ui::kit
