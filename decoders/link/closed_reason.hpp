// Why a link is closed, in one line for people: where, what happened, what to do.
#pragma once

#include <boost/system/error_code.hpp>
#include <string>
#include <string_view>

namespace chicane::decoders::link {

/// `192.0.2.10:5403: cannot connect: Connection refused; nothing listens there: …`
std::string closed_reason(std::string_view where, std::string_view what, const boost::system::error_code& error);

}  // namespace chicane::decoders::link
