#include "web/host/demo.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "centre/bookings/reference.hpp"
#include "centre/staff/sign_in_token.hpp"
#include "web/host/accounts.hpp"
#include "web/host/demo_day.hpp"
#include "web/host/running_centre.hpp"

namespace chicane::web::host {
namespace {

using centre::staff::Role;

constexpr std::array<std::pair<std::string_view, Role>, 3> demo_users{
    {{"admin", Role::admin}, {"control", Role::race_control}, {"desk", Role::cashier}}};

/// Two references: 70 random bits, in letters that nobody misreads.
std::string new_password() {
    const auto part = [] { return centre::bookings::make_reference(centre::staff::random_bytes()); };
    std::string password = part() + "-" + part();
    std::ranges::transform(password, password.begin(), [](unsigned char c) { return std::tolower(c); });
    return password;
}

}  // namespace

std::expected<std::unique_ptr<Demo>, std::string> Demo::make(const std::string& data, const Config& config) {
    auto known = list_accounts(data);
    if (!known) return std::unexpected(known.error());
    std::string password = new_password();
    for (const auto& [word, role] : demo_users) {
        const std::string name(word);
        const bool exists = std::ranges::find(*known, name, &AccountLine::name) != known->end();
        const auto made = exists ? set_password(data, name, password) : add_account(data, {name, role, password});
        if (!made) return std::unexpected(made.error());
    }
    return std::unique_ptr<Demo>(new Demo(config, std::move(password)));
}

std::string Demo::greeting(const std::string& page_url) const {
    std::string names;
    for (const auto& [name, role] : demo_users) names.append(names.empty() ? "" : ", ").append(name);
    return "demo: the live page is " + page_url + "\ndemo: ./dev desk --server " + page_url +
           " opens race control and the desk; users " + names + ", password " + password_ + "\n";
}

void Demo::plan_day(RunningCentre& centre) const {
    plan_demo_day(centre.router(), config_, std::string(demo_users.front().first), password_,
                  [&log = centre.log()](const std::string& what) {
                      log.write(Level::warning, "demo_day_unfinished", {{"what", what}});
                  });
}

}  // namespace chicane::web::host
