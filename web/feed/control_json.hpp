// What control screens see of a track, as JSON text: for the control feed and for REST alike. Needs an account: full names. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sessions/conductor/view.hpp"

namespace chicane::web::feed {

class JsonText;

std::string_view word(sessions::conductor::LinkState state);
std::string_view word(sessions::conductor::AlarmKind kind);
/// Empty: alone.
std::string_view word(sessions::conductor::DevicePlace place);
/// Empty: by nothing.
std::string_view word(sessions::conductor::SyncedBy by);

std::string_view word(sessions::outputs::Aspect aspect);
std::string_view word(sessions::outputs::SpeedLevel level);

/// The view whole; `viewers`: of the track's live feed.
std::string control_json(const sessions::conductor::TrackView& view, std::size_t viewers);
std::string device_json(const sessions::conductor::DeviceHealth& device);
std::string passing_json(const sessions::conductor::StripPassing& passing);

/// Whom an action is about, why, and who took it back: what there is to say, into the object that is open.
void write_about(JsonText& json, const sessions::conductor::Action& action);

/// `{"type":"control","view":{…}}`.
std::string control_message(const sessions::conductor::TrackView& view, std::size_t viewers);

}  // namespace chicane::web::feed
