#include "web/api/fleet.hpp"

#include <algorithm>

#include "centre/store/seats_table.hpp"
#include "web/api/entrants.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using sessions::conductor::Ask;
using sessions::conductor::AssignTransponder;
using sessions::conductor::Conductor;
using sessions::conductor::Outcome;

bool has(const std::vector<std::int64_t>& tags, std::int64_t tag) { return std::ranges::find(tags, tag) != tags.end(); }

AssignTransponder assign(std::int64_t tag, std::optional<timing::KartId> kart) {
    return {timing::TransponderId{static_cast<std::uint64_t>(tag)}, kart, {}, {}, {}};
}

/// Each waits for the one before it to be on disk, so that however many they are, one waits at a time.
struct Chain : std::enable_shared_from_this<Chain> {
    std::vector<Ask> asks;
    std::string by;
    bool dry_run = false;
    std::function<void(Outcome)> then;

    /// A loop and no recursion: an answer may come before handle() is back, and a list is hundreds of karts long.
    void go_on(Conductor& conductor) {
        if (goes_on_) return;
        goes_on_ = true;
        while (next_ < asks.size() && !waits_) {
            waits_ = true;
            conductor.handle({asks[next_], by, dry_run}, [self = shared_from_this(), &conductor](Outcome outcome) {
                self->waits_ = false;
                ++self->next_;
                if (!outcome) self->next_ = self->asks.size();
                if (self->next_ == self->asks.size()) return self->then(std::move(outcome));
                self->go_on(conductor);
            });
        }
        goes_on_ = false;
    }

  private:
    std::size_t next_ = 0;
    bool waits_ = false;    ///< for the disk
    bool goes_on_ = false;  ///< the loop runs
};

}  // namespace

void read_kart(Body& body, KartFacts& facts) {
    body.text("number", facts.number, centre::store::number_letters_max);
    body.text("class", facts.class_name, class_letters_max);
    body.boolean("out_of_service", facts.out_of_service);
    body.integers("transponders", facts.transponders, 1, transponder_max, transponders_of_kart_max);
    if (facts.number.empty()) body.fault("number", {"is missing", "manque"});
}

std::vector<Ask> commands_for(std::int64_t id, const KartFacts& before, const KartFacts& wanted, bool is_new) {
    const timing::KartId kart{static_cast<std::uint32_t>(id)};
    std::vector<Ask> asks;
    KartFacts machine = wanted;
    machine.transponders = before.transponders;
    if (is_new || machine != before)
        asks.push_back(sessions::conductor::PutKart{kart, wanted.number, wanted.class_name, wanted.out_of_service});
    for (const std::int64_t tag : before.transponders)
        if (!has(wanted.transponders, tag)) asks.push_back(assign(tag, {}));
    for (const std::int64_t tag : wanted.transponders)
        if (!has(before.transponders, tag)) asks.push_back(assign(tag, kart));
    return asks;
}

void carry_out(Service& service, const CallPtr& call, const http::Reply& reply, std::vector<Ask> asks, bool dry_run,
               std::function<void(Outcome)> then) {
    if (asks.empty()) return then(sessions::conductor::Done{});
    auto chain = std::make_shared<Chain>();
    chain->asks = std::move(asks);
    chain->by = call->stamp().who;
    chain->dry_run = dry_run;
    chain->then = [&service, then = std::move(then)](Outcome outcome) {
        service.ports().post([then, outcome = std::move(outcome)] { then(outcome); });
    };
    service.ask(call, reply, [chain](Conductor& conductor) { chain->go_on(conductor); });
}

http::Response number_taken(const Call& call, const std::string& number) {
    return refused(call, sessions::conductor::Refusal{sessions::conductor::RefusalCode::number_taken,
                                                      "kart " + number + " is there already"});
}

void restage_sessions_with(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t kart,
                           std::function<void()> then) {
    const auto drives = [kart](const sessions::EntrantSetup& entrant) {
        return entrant.kart && entrant.kart->value == kart;
    };
    restage_sessions_where(service, call, reply, drives, std::move(then));
}

}  // namespace chicane::web::api
