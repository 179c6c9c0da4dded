// Changes of the fleet as commands: a kart is put into the register, its tags given and taken. A list of them is carried out in
// order; the first refusal ends it.
#pragma once

#include <functional>
#include <vector>

#include "web/api/body.hpp"
#include "web/api/kart_json.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

inline constexpr std::size_t transponders_of_kart_max = 8;  ///< a main tag, a spare, and room
inline constexpr std::size_t class_letters_max = 30;

void read_kart(Body& body, KartFacts& facts);

/// What brings a kart from what it is (nothing for a new one) to `wanted`.
std::vector<sessions::conductor::Ask> commands_for(std::int64_t id, const KartFacts& before, const KartFacts& wanted,
                                                   bool is_new);

/// One after the other, on the timing thread; `then` gets the last outcome, or the first refusal, on the web thread.
void carry_out(Service& service, const CallPtr& call, const http::Reply& reply,
               std::vector<sessions::conductor::Ask> asks, bool dry_run,
               std::function<void(sessions::conductor::Outcome)> then);

/// 409 `number_taken`.
http::Response number_taken(const Call& call, const std::string& number);

/// A kart's number is in its entrants: their sessions go to race control anew, unless they are closed.
void restage_sessions_with(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t kart,
                           std::function<void()> then);

}  // namespace chicane::web::api
