// Corrections and decisions as the journal keeps them: the body of an entry of the kind "correction".
#pragma once

#include <boost/json/object.hpp>

#include "sessions/log_event.hpp"

namespace chicane::sessions::journal {

boost::json::object correction_json(const Correction& correction);
/// Throws where it is not as written.
Correction correction_from(const boost::json::object& body);

}  // namespace chicane::sessions::journal
