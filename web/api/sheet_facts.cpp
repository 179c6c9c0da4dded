#include "web/api/sheet_facts.hpp"

namespace chicane::web::api {

bool read_facts(const sessions::conductor::Conductor& conductor, const std::string& session, bool with_result,
                sheets::Facts& into) {
    const auto known = conductor.session(session);
    if (!known) return false;
    into.setup = known->setup;
    if (with_result) into.result = conductor.result(session, false);
    into.log = conductor.last_seq();
    if (known->started_at) into.started_at_us = known->started_at->us;
    return true;
}

}  // namespace chicane::web::api
