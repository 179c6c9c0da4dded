// A client of the API inside the server: requests go through the router as if they came over the network, one after the other. What
// it does, a desk could have done. On the web thread.
#pragma once

#include <boost/json/value.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "web/http/router.hpp"

namespace chicane::web::host {

class InsideClient : public std::enable_shared_from_this<InsideClient> {
  public:
    using Take = std::function<void(const boost::json::value&)>;
    /// A request: its body is made when its turn has come, from what earlier answers said.
    struct Step {
        http::Method method = http::Method::get;
        std::function<std::string()> path;
        std::function<boost::json::value()> body = {};
        Take take = {};
    };

    /// `failed` is told of the first refusal; what is left is dropped then.
    InsideClient(const http::Router& router, std::function<void(const std::string& what)> failed)
        : router_(router), failed_(std::move(failed)) {}

    void sign_in(const std::string& user, const std::string& password);
    void add(Step step);
    /// Begins; steps may be added while it runs. It lives until the last is answered.
    void run();

  private:
    http::Request request_of(const Step& step) const;
    void take(const Step& step, const http::Request& request, const http::Response& response);

    const http::Router& router_;
    std::function<void(const std::string&)> failed_;
    std::deque<Step> steps_;
    std::string token_;
    int requests_ = 0;
};

}  // namespace chicane::web::host
