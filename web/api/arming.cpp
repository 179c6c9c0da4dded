#include "web/api/arming.hpp"

#include "web/api/answer.hpp"
#include "web/api/session_json.hpp"
#include "web/api/setup.hpp"

namespace chicane::web::api {
namespace {

using sessions::conductor::ArmSession;
using sessions::conductor::Conductor;
using sessions::conductor::Outcome;
using sessions::conductor::StageSession;
using Then = std::function<void(Outcome)>;

void stage_and_arm(Conductor& conductor, const sessions::Setup& setup, const std::string& by, bool dry_run,
                   const Then& then) {
    const bool known = conductor.session(setup.id).has_value();
    const auto answered = std::make_shared<bool>(false);
    conductor.handle({StageSession{setup}, by, dry_run}, [=](Outcome staged) {
        if (staged && !(dry_run && !known)) return;
        *answered = true;
        then(std::move(staged));
    });
    // A refusal comes at once; what only waits for the disk is in force already.
    if (!*answered) conductor.handle({ArmSession{setup.id}, by, dry_run}, then);
}

}  // namespace

void arm_session(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t session, bool dry_run,
                 Then then) {
    with_plan(service, call, reply, session,
              [&service, call, reply, dry_run, then = std::move(then)](const Plan& plan) {
                  if (plan.session.session.cancelled)
                      return reply(problem(*call, 409, "bad_state", {"It was cancelled.", "Elle a été annulée."}));
                  if (auto refused = setup_refusal(*call, make_setup(plan, Race{}))) return reply(std::move(*refused));
                  service.ask(call, reply, [&service, call, plan, dry_run, then](Conductor& conductor) {
                      stage_and_arm(conductor, make_setup(plan, *race_of(conductor, call->now_us)), call->stamp().who,
                                    dry_run, [&service, then](Outcome outcome) {
                                        service.ports().post([then, outcome = std::move(outcome)] { then(outcome); });
                                    });
                  });
              });
}

}  // namespace chicane::web::api
