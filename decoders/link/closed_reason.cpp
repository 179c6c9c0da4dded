#include "decoders/link/closed_reason.hpp"

#include <boost/asio/error.hpp>

namespace chicane::decoders::link {

namespace {

namespace errc = boost::system::errc;

struct Advice {
    errc::errc_t error;
    std::string_view words;
};

constexpr std::string_view plugged_in = "is it plugged in? `chicane ports` lists what is";
constexpr std::string_view open_elsewhere = "another program has it open: close that one";

constexpr Advice known[] = {
    {errc::connection_refused, "nothing listens there: is the port right, does the decoder take one client more?"},
    {errc::host_unreachable, "is it on, is its cable in, is it in this network?"},
    {errc::network_unreachable, "is this computer's network cable in?"},
    {errc::timed_out, "is it on, is its cable in?"},
    {errc::address_in_use, "another program serves this port: stop it, or choose another port"},
    {errc::address_not_available, "that is no address of this computer: write 0.0.0.0 for all of them"},
    {errc::permission_denied, "the user of this program may not: for serial ports it must be in the group dialout"},
    {errc::no_such_file_or_directory, plugged_in},
    {errc::no_such_device, plugged_in},
    {errc::no_such_device_or_address, plugged_in},
    {errc::device_or_resource_busy, open_elsewhere},
    {errc::resource_unavailable_try_again, open_elsewhere},
    {errc::io_error, "unplugged? it is opened again once it is there"},
    {errc::inappropriate_io_control_operation, "that is no serial port: `chicane ports` lists them"},
    {errc::invalid_argument, "a setting that it does not have: is the baud right?"},
    {errc::too_many_files_open, "this computer has too many connections open"},
};

std::string_view advice_for(const boost::system::error_code& error) {
    if (error == boost::asio::error::eof) return "the other end hung up";
    if (error == boost::asio::error::host_not_found) return "the name is unknown: write its address";
    for (const Advice& advice : known)
        if (error == advice.error) return advice.words;
    return "";
}

}  // namespace

std::string closed_reason(std::string_view where, std::string_view what, const boost::system::error_code& error) {
    std::string reason(where);
    reason += ": ";
    reason += what;
    reason += ": ";
    reason += error.message();
    const std::string_view advice = advice_for(error);
    if (!advice.empty()) reason += "; ";
    reason += advice;
    return reason;
}

}  // namespace chicane::decoders::link
