// A centre as the fake server tells it: an ordinary race, an armed grid, and one with everything that is ugly. Invented data.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "fake_server.hpp"

namespace chicane::ui::test {

enum class Kind { ordinary, ugly };

/// Fills a server with two tracks, a day, a fleet, customers, a board and a control view.
void fill(FakeServer& server, Kind kind);

/// A snapshot of n karts in their twelfth lap; ugly: long names, laps down, no lap yet, in pit, retired.
QJsonObject snapshot(int karts, Kind kind, const QString& flag = QStringLiteral("green"));
QJsonObject control_view(Kind kind);

}  // namespace chicane::ui::test
