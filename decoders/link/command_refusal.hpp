// Why a command was not sent to a decoder. A plain value: the source, the timing thread and the API have their own reasons, and people
// read one.
#pragma once

#include <string>

namespace chicane::decoders::link {

enum class CommandRefusalCode {
    unknown_device,
    unknown_command,  ///< its protocol has none of the name
    bad_argument,
    session_runs,  ///< on the device's track
    not_connected,
    not_fetched,  ///< passings are missing, or were just asked for: the decoder alone has them
    not_kept,     ///< passings are not on disk yet
    busy          ///< another command to it waits for its second
};

struct CommandRefusal {
    CommandRefusalCode code = CommandRefusalCode::unknown_device;
    std::string subject;  ///< of bad_argument its name, of session_runs the session's; else empty
    std::string detail;   ///< what is so, and what to do; in English
};

}  // namespace chicane::decoders::link
