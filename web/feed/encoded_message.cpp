#include "web/feed/encoded_message.hpp"

#include "web/http/websocket_frame.hpp"

namespace chicane::web::feed {
namespace {

/// JSON text holds no line break, so one `data:` line takes it whole.
std::string event(const std::string& text, const std::string& id) {
    return (id.empty() ? "" : "id: " + id + "\n") + "data: " + text + "\n\n";
}

}  // namespace

EncodedMessage::EncodedMessage(std::string text, std::string event_id)
    : text_(std::move(text)), event_id_(std::move(event_id)) {}

const http::SharedFrame& EncodedMessage::frame(http::Wire wire) const {
    http::SharedFrame& made = frames_[static_cast<std::size_t>(wire)];
    if (made) return made;
    switch (wire) {
        case http::Wire::websocket:
            made = std::make_shared<const std::string>(http::text_frame(text_));
            break;
        case http::Wire::event_stream:
            made = std::make_shared<const std::string>(event(text_, event_id_));
            break;
    }
    return made;
}

}  // namespace chicane::web::feed
