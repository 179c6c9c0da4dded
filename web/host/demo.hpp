// `chicane serve --demo`: three users with a new password, and through the API, as a desk would do it, a fleet, drivers, and sessions
// for the rest of the day, of which the first is armed. A day that is planned already stays as it is.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "web/host/config.hpp"

namespace chicane::web::host {

class RunningCentre;

class Demo {
  public:
    /// Makes the users in `data`/centre.db, or gives them a new password; or one line that says why not.
    static std::expected<std::unique_ptr<Demo>, std::string> make(const std::string& data, const Config& config);

    /// Where to look, the users and their password, for people.
    std::string greeting(const std::string& page_url) const;
    /// Begins to plan the day of the first track; it is done soon after the centre runs.
    void plan_day(RunningCentre& centre) const;

  private:
    Demo(const Config& config, std::string password) : config_(config), password_(std::move(password)) {}
    const Config config_;
    std::string password_;
};

}  // namespace chicane::web::host
