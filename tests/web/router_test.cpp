// Which handler a request gets, and what its path and query say.
#include "web/http/router.hpp"

#include <catch2/catch.hpp>

#include "web/http/problem.hpp"
#include "web/http/target.hpp"

using namespace chicane::web::http;

namespace {

Router small_router() {
    Router router;
    router.add(Method::get, "/api/v1/sessions", [](const Request&, const Reply&) {});
    router.add(Method::get, "/api/v1/sessions/{id}", [](const Request&, const Reply&) {});
    router.add(Method::patch, "/api/v1/sessions/{id}", [](const Request&, const Reply&) {});
    router.add(Method::put, "/api/v1/sessions/{id}/entrants/order", [](const Request&, const Reply&) {});
    return router;
}

}  // namespace

TEST_CASE("a name in braces takes one segment") {
    const auto router = small_router();
    const auto match = router.match(Method::get, "/api/v1/sessions/ses_12");
    REQUIRE(match.route);
    CHECK(match.params.at("id") == "ses_12");
    CHECK_FALSE(router.match(Method::get, "/api/v1/sessions/ses_12/entrants").route);
    CHECK_FALSE(router.match(Method::get, "/api/v1/sessions/").route);
}

TEST_CASE("HEAD is answered by the route of GET") {
    CHECK(small_router().match(Method::head, "/api/v1/sessions").route);
}

TEST_CASE("a path without the method says which it has") {
    const auto router = small_router();
    const auto match = router.match(Method::del, "/api/v1/sessions/ses_1");
    CHECK_FALSE(match.route);
    CHECK(match.allowed == std::vector{Method::get, Method::patch});
}

TEST_CASE("path and query are percent-decoded") {
    const auto target = parse_target("/a%20b?q=Zo%C3%AB+M&empty&x=1&x=2");
    REQUIRE(target);
    CHECK(target->path == "/a b");
    CHECK(target->query.at("q") == "Zoë M");
    CHECK(target->query.at("empty").empty());
    CHECK(target->query.at("x") == "1");
}

TEST_CASE("a broken escape, a zero byte or a path without its slash is no target") {
    CHECK_FALSE(parse_target("/%2"));
    CHECK_FALSE(parse_target("/%zz"));
    CHECK_FALSE(parse_target("/%00"));
    CHECK_FALSE(parse_target("http://elsewhere/"));
}

TEST_CASE("what is no UTF-8 is no target, for a problem says its path again in JSON") {
    for (const char* broken : {"/%ff", "/a%C3", "/%C0%AF", "/%ED%A0%80", "/%E0%80%80", "/%F4%90%80%80", "/?q=%fe"})
        CHECK_FALSE(parse_target(broken));
    CHECK(parse_target("/%F0%9F%8F%81?q=%E2%82%AC"));
}

TEST_CASE("a cookie is found by its whole name") {
    Request request;
    request.headers["cookie"] = "chicane_session=abc; other=1";
    CHECK(request.cookie("chicane_session") == "abc");
    CHECK(request.cookie("other") == "1");
    CHECK_FALSE(request.cookie("session"));
}

TEST_CASE("a problem speaks the language that the client asks for") {
    Request request;
    request.path = "/api/v1/bookings";
    request.headers["accept-language"] = "fr-FR,fr;q=0.9,en;q=0.8";
    const auto answer = problem(request, 409, "capacity_exceeded", "ses_1 is \"full\"", "\"free\":0");
    CHECK(answer.status == 409);
    CHECK(answer.content_type == "application/problem+json");
    CHECK(
        answer.body ==
        R"({"type":"urn:chicane:problem:capacity_exceeded","title":"Il n’y a plus de place dans cette session","status":409,)"
        R"("detail":"ses_1 is \"full\"","instance":"/api/v1/bookings","free":0})");
    request.headers["accept-language"] = "de";
    CHECK(problem(request, 404, "not_found", "").body.find("There is nothing here") != std::string::npos);
}
