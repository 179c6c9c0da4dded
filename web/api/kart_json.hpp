// A kart of the fleet: the machine from race control's register, its head from the store.
#pragma once

#include <string>

#include "centre/store/refusal.hpp"
#include "web/api/race.hpp"

namespace chicane::web::api {

/// What a client says of a kart.
struct KartFacts {
    std::string number;
    std::string class_name;
    bool out_of_service = false;
    std::vector<std::int64_t> transponders;
    friend bool operator==(const KartFacts&, const KartFacts&) = default;
};

KartFacts facts_of(const sessions::conductor::Kart& kart, const Race& race);
std::string kart_json(const centre::store::Head& head, const KartFacts& facts, const Race& race);

}  // namespace chicane::web::api
