// A meeting as the API shows it: what was asked, who is entered, each run with who drives what, and what is out of date.
#pragma once

#include <string>

#include "web/api/meeting_now.hpp"

namespace chicane::web::api {

std::string meeting_json(const MeetingNow& now, const MeetingRace& race, bool french);
/// The head alone, as lists show it.
std::string meeting_head_json(const centre::store::MeetingRow& row);

}  // namespace chicane::web::api
