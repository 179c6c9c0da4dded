// The web's entrance on hostile bytes: WebSocket frames, request targets, cookies and languages. After parsing it asserts: any cut of a
// stream gives the same events, nothing follows the end of a stream, a target that is taken is one that a file name could not leave.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "web/http/problem.hpp"
#include "web/http/router.hpp"
#include "web/http/target.hpp"
#include "web/http/utf8.hpp"
#include "web/http/websocket_frame.hpp"

using namespace chicane::web::http;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::string shown(const std::vector<ClientEvent>& events) {
    std::string text;
    for (const ClientEvent& event : events) {
        text += std::to_string(event.index()) + ":";
        if (const auto* message = std::get_if<TextMessage>(&event)) text += message->text;
        if (const auto* ping = std::get_if<Ping>(&event)) text += ping->payload;
        if (const auto* violation = std::get_if<Violation>(&event))
            text += std::to_string(static_cast<int>(violation->code));
        text += ";";
    }
    return text;
}

void frames(std::string_view bytes, std::size_t cut) {
    FrameParser whole, cut_in_two;
    const auto events = whole.feed(bytes);
    auto parts = cut_in_two.feed(bytes.substr(0, cut));
    for (ClientEvent& event : cut_in_two.feed(bytes.substr(cut))) parts.push_back(std::move(event));
    require(shown(events) == shown(parts));
    for (const ClientEvent& event : events)
        if (const auto* message = std::get_if<TextMessage>(&event)) require(message->text.size() <= message_max);
    const bool ended = !events.empty() && (std::holds_alternative<Violation>(events.back()) ||
                                           std::holds_alternative<Closed>(events.back()));
    if (ended) require(whole.feed(bytes).empty());
}

void request(std::string_view bytes) {
    static const Router router = [] {
        Router made;
        made.add(Method::get, "/api/v1/tracks/{id}/board", {});
        return made;
    }();
    const auto target = parse_target(bytes);
    if (!target) return;
    require(target->path.find('\0') == std::string::npos);
    require(is_utf8(target->path));
    const auto match = router.match(Method::get, target->path);
    if (match.route) require(match.params.at("id").find('/') == std::string::npos);
    Request asked;
    asked.path = target->path;
    asked.headers["cookie"] = std::string(bytes);
    asked.headers["accept-language"] = std::string(bytes);
    asked.cookie("chicane_session");
    require(problem(asked, 404, "not_found", bytes).body.ends_with("}"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    frames(bytes, bytes.empty() ? 0 : data[0] % (bytes.size() + 1));
    request(bytes);
    return 0;
}
