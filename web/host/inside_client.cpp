#include "web/host/inside_client.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "centre/staff/sign_in_token.hpp"

namespace chicane::web::host {
namespace json = boost::json;

void InsideClient::add(Step step) { steps_.push_back(std::move(step)); }

void InsideClient::sign_in(const std::string& user, const std::string& password) {
    add({http::Method::post, [] { return "/api/v1/login"; },
         [user, password] { return json::value{{"user", user}, {"password", password}}; },
         [this](const json::value& answer) { token_ = answer.at("token").as_string().c_str(); }});
}

http::Request InsideClient::request_of(const Step& step) const {
    http::Request request;
    request.method = step.method;
    const std::string path = step.path();
    const auto mark = path.find('?');
    request.path = path.substr(0, mark);
    if (mark != std::string::npos) {
        const std::string pair = path.substr(mark + 1);
        request.query[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    }
    if (step.body) request.body = json::serialize(step.body());
    request.headers["content-type"] = "application/json";
    if (!token_.empty()) request.headers["authorization"] = "Bearer " + token_;
    request.headers["idempotency-key"] = centre::staff::make_token();
    request.peer = "inside";
    return request;
}

void InsideClient::run() {
    if (steps_.empty()) return;
    const Step step = std::move(steps_.front());
    steps_.pop_front();
    http::Request request = request_of(step);
    auto match = router_.match(request.method, request.path);
    if (!match.route) return failed_(request.path + ": there is no such route");
    request.params = std::move(match.params);
    match.route->handler(request, [self = shared_from_this(), step, request](const http::Response& response) {
        self->take(step, request, response);
    });
}

void InsideClient::take(const Step& step, const http::Request& request, const http::Response& response) {
    constexpr int refused_from = 400;
    if (response.status >= refused_from) {
        steps_.clear();
        return failed_(std::string(http::word(request.method)) + " " + request.path + ": " + response.body);
    }
    if (step.take) step.take(response.body.empty() ? json::value{} : json::parse(response.body));
    run();
}

}  // namespace chicane::web::host
