// The sources of a centre as the fake server tells them: healthy, noisy, lost, one in set-up; their day, tags and bytes. Invented data.
#pragma once

#include "demo_centre.hpp"

namespace chicane::ui::test {

enum class Loops { healthy, noisy, lost, in_setup, walked_over };

/// Answers of the API for six sources or seven, and a control view with them; ugly: nine-digit tags, long ids.
void fill_devices(FakeServer& server, Loops loops, Kind kind = Kind::ordinary);
/// A source as the control view has it.
QJsonObject source(const QString& id, const QString& role, const QJsonObject& more = {});

}  // namespace chicane::ui::test
