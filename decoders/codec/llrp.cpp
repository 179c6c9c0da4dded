#include "decoders/codec/llrp.hpp"

#include <utility>

#include "decoders/codec/llrp_commands.hpp"
#include "decoders/codec/replies.hpp"

namespace chicane::decoders::codec {

Bytes Llrp::greet() {
    replies_.clear();
    cleared_ = stopped_ = false;
    return {};
}

Bytes Llrp::take_replies() { return std::exchange(replies_, {}); }

void Llrp::reply(const Bytes& more) { add_reply(replies_, more); }

void Llrp::read_frame(std::span<const std::byte> frame, std::vector<Record>& records) {
    const llrp::Message message = llrp::message_of(frame);
    go_on(message, llrp::read(message, records));
}

void Llrp::go_on(const llrp::Message& message, const llrp::Told& told) {
    using llrp::MessageType;
    switch (message.type) {
        case MessageType::reader_event_notification:
            if (told.connected) reply(llrp::get_capabilities());
            if (told.stopped) stopped_ = true;
            break;
        case MessageType::get_reader_capabilities_response:
            reply(llrp::set_reader_config());
            break;
        case MessageType::set_reader_config_response:
            reply(llrp::enable_events_and_reports());
            reply(llrp::get_report());
            reply(llrp::add_ro_spec());
            break;
        case MessageType::add_rospec_response:  // refused as well: it may be there from an earlier connection
            reply(llrp::enable_ro_spec());
            break;
        case MessageType::enable_rospec_response:
            if (told.good)
                reply(llrp::start_ro_spec());
            else if (!std::exchange(cleared_, true))
                reply(llrp::delete_ro_spec(llrp::every_ro_spec));
            break;
        case MessageType::delete_rospec_response:
            reply(llrp::add_ro_spec());
            break;
        case MessageType::keepalive:
            reply(llrp::keepalive_ack(message.id));
            if (std::exchange(stopped_, false)) reply(llrp::start_ro_spec());
            break;
        default:
            break;
    }
}

}  // namespace chicane::decoders::codec
