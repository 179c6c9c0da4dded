// Signing in and out, and who is signed in.
#include "web/api/answer.hpp"
#include "web/api/routes.hpp"
#include "web/api/sign_in.hpp"

namespace chicane::web::api {

void add_login_routes(Routes& routes, SignIn& sign_in) {
    using http::Method;
    routes.add(Method::post, "/login", Anyone{},
               [&sign_in](const CallPtr& call, const http::Reply& reply) { sign_in.log_in(call, reply); });
    routes.add(Method::del, "/login", SignedIn{},
               [&sign_in](const CallPtr& call, const http::Reply& reply) { sign_in.log_out(call, reply); });
    routes.add(Method::get, "/me", SignedIn{}, [](const CallPtr& call, const http::Reply& reply) {
        reply(ok("{\"user\":" + account_json(*call->account) + "}"));
    });
}

}  // namespace chicane::web::api
