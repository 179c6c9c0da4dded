#include "web/feed/client_message.hpp"

#include <boost/json/parse.hpp>

namespace chicane::web::feed {

ClientMessage read_client_message(std::string_view text) {
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse({text.data(), text.size()}, error);
    const auto* object = error ? nullptr : value.if_object();
    const auto* type = object ? object->if_contains("type") : nullptr;
    const auto* word = type ? type->if_string() : nullptr;
    if (!word) return NoMeaning{};
    if (*word == "snapshot") return WantsSnapshot{};
    if (*word != "auth") return NoMeaning{};
    const auto* token = object->if_contains("token");
    const auto* secret = token ? token->if_string() : nullptr;
    return secret ? ClientMessage{SignsIn{std::string(*secret)}} : NoMeaning{};
}

}  // namespace chicane::web::feed
