// `--demo`: users with a password made at each start, and a plausible day, asked of the API as a user would ask.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "web/http/router.hpp"

namespace chicane::web::host {

/// Makes or renews `admin`, `control` and `desk` in a folder's centre.db; their password, or one line that says why not.
std::expected<std::string, std::string> make_demo_users(const std::string& data);

class DemoDay {
  public:
    /// `router` answers as it does for everybody. Times are planned from `now_us` on.
    DemoDay(const http::Router& router, std::string track, std::int64_t now_us);

    /// Signs in and plans the day, one request after the other; nothing where the folder has a day already.
    void make(const std::string& password);

  private:
    struct Step {
        http::Method method;
        std::string path;
        std::string body;
    };
    using Then = std::function<void(const http::Response&)>;
    void ask(const Step& step, Then then);
    void plan(const http::Response& sessions);
    void seat(const http::Response& karts);
    void run(std::size_t next);

    const http::Router& router_;
    std::string track_;
    std::int64_t now_us_;
    std::string token_;
    std::vector<Step> steps_;
    std::uint32_t keys_ = 0;
};

}  // namespace chicane::web::host
