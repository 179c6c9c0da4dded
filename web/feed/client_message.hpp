// What a client of a feed may say: it wants a snapshot, or it signs in. All else is ignored. Pure.
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace chicane::web::feed {

/// Nothing that a feed knows.
struct NoMeaning {};
/// `{"type":"snapshot"}`.
struct WantsSnapshot {};
/// `{"type":"auth","token":…}`, for the control feed.
struct SignsIn {
    std::string token;
};
using ClientMessage = std::variant<NoMeaning, WantsSnapshot, SignsIn>;

ClientMessage read_client_message(std::string_view text);

}  // namespace chicane::web::feed
