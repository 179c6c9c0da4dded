#include "web/api/kart_json.hpp"

#include <algorithm>

#include "web/api/head_json.hpp"

namespace chicane::web::api {

KartFacts facts_of(const sessions::conductor::Kart& kart, const Race& race) {
    KartFacts facts{kart.number, kart.class_name, kart.out_of_service, {}};
    for (const auto* tag : race.tags_of_kart(kart.id.value))
        facts.transponders.push_back(static_cast<std::int64_t>(tag->transponder.value));
    return facts;
}

std::string kart_json(const centre::store::Head& head, const KartFacts& facts, const Race& race) {
    std::optional<std::int64_t> last_seen_us;
    for (const auto* tag : race.tags_of_kart(head.id))
        if (tag->last_seen) last_seen_us = std::max(last_seen_us.value_or(0), tag->last_seen->us);
    feed::JsonText json;
    json.begin_object();
    write_head(json, kart_prefix, head);
    json.key("number").text(facts.number).key("class").text(facts.class_name);
    json.key("out_of_service").boolean(facts.out_of_service).key("transponders").begin_array();
    for (const std::int64_t tag : facts.transponders) json.integer(tag);
    json.end_array().key("last_seen_us").maybe(last_seen_us);
    return json.end_object().take();
}

}  // namespace chicane::web::api
