#include "web/host/demo_day.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "decoders/link/device_uri.hpp"
#include "decoders/link/host_clock.hpp"
#include "decoders/sim/field.hpp"
#include "web/host/inside_client.hpp"

namespace chicane::web::host {
namespace {

namespace json = boost::json;
using http::Method;

constexpr std::int64_t slot_us = 15 * 60 * 1'000'000LL;
constexpr int sessions_planned = 20;  ///< five hours
constexpr int session_s = 8 * 60;
constexpr std::size_t capacity = 14;
/// Seats sold in each, the next ones fuller than those of the evening.
constexpr std::array<std::size_t, 8> seats_sold{12, 14, 9, 11, 6, 4, 2, 3};
constexpr std::size_t sessions_with_karts = 2;  ///< whose drivers have theirs already

struct Driver {
    std::string_view given, family, nickname, birth_date;
};
constexpr std::array<Driver, 24> drivers{{
    {"Camille", "Lefèvre", "Camrun", "1994-03-02"},
    {"Hugo", "Marchand", "", "1988-11-19"},
    {"Inès", "Besson", "", "2001-06-30"},
    {"Lukas", "Vogel", "Vogi", "1990-01-12"},
    {"Chloé", "Garnier", "", "1997-09-08"},
    {"Mathis", "Roche", "", "2003-02-21"},
    {"Sofia", "Moretti", "", "1992-07-17"},
    {"Théo", "Gauthier", "T-Go", "1999-12-05"},
    {"Noah", "Petit", "", "2012-04-14"},
    {"Emma", "Fontaine", "", "1985-08-23"},
    {"Jules", "Perrin", "", "1996-10-01"},
    {"Zoé", "Chevalier", "Zo", "2000-05-26"},
    {"Adam", "Nowak", "", "1991-02-09"},
    {"Lina", "Haddad", "", "1998-03-31"},
    {"Gabriel", "Leclerc", "", "1983-06-11"},
    {"Jade", "Rousseau", "", "2004-01-28"},
    {"Arthur", "Blanchard", "Roi A.", "1995-09-15"},
    {"Louise", "Guérin", "", "1989-04-04"},
    {"Nathan", "Muller", "", "2002-11-11"},
    {"Alice", "Faure", "", "1993-12-20"},
    {"Maxime", "Renaud", "Maxou", "1987-05-07"},
    {"Manon", "Colin", "", "2001-10-18"},
    {"Ethan", "Brunet", "", "2011-07-03"},
    {"Léa", "Aubert", "", "1990-08-29"},
}};

struct SessionPlan {
    std::string_view kind, name_fr, name_en;
};
constexpr std::array<SessionPlan, 4> plans{{{"race", "Course", "Race"},
                                            {"practice", "Session libre", "Practice"},
                                            {"qualifying", "Qualification", "Qualifying"},
                                            {"practice", "Session libre", "Practice"}}};

/// Numbers and tags of the karts that the track's simulated decoder has.
std::vector<std::int32_t> simulated_karts(const TrackConfig& track) {
    std::vector<std::int32_t> numbers;
    for (const DecoderConfig& decoder : track.decoders) {
        const auto uri = decoders::link::parse_device_uri(decoder.uri);
        const auto* sim = uri ? std::get_if<decoders::link::SimTarget>(&uri->target) : nullptr;
        if (!sim || !numbers.empty()) continue;
        for (std::int32_t i = 0; i < sim->track.karts; ++i) numbers.push_back(sim->track.first_kart + i);
    }
    return numbers;
}

/// What the answers said so far.
struct Day {
    std::vector<std::string> karts, customers, sessions;
};

class Planner : public std::enable_shared_from_this<Planner> {
  public:
    Planner(std::shared_ptr<InsideClient> client, const Config& config)
        : client_(std::move(client)), track_(config.tracks.front()), french_(config.locale == "fr") {}

    void plan() {
        ask(Method::get, "/api/v1/karts", {}, [](Planner& self, const json::value& answer) {
            for (const auto& kart : answer.at("items").as_array()) self.keep(self.day_.karts, kart);
            if (self.day_.karts.empty()) self.add_karts();
            self.ask(Method::get, "/api/v1/sessions?track=" + self.track_.id, {},
                     [](Planner& planner, const json::value& sessions) {
                         if (sessions.at("items").as_array().empty()) planner.fill_day();
                     });
        });
    }

  private:
    using Body = std::function<json::value(const Planner&)>;
    using Take = void (*)(Planner&, const json::value&);

    void ask(Method method, const std::string& path, const Body& body, Take take = nullptr) {
        ask_later(method, [path](const Planner&) { return path; }, body, take);
    }
    void ask_later(Method method, const std::function<std::string(const Planner&)>& path, const Body& body,
                   Take take = nullptr) {
        const auto self = shared_from_this();
        InsideClient::Step step{method, [self, path] { return path(*self); }};
        if (body) step.body = [self, body] { return body(*self); };
        if (take) step.take = [self, take](const json::value& answer) { take(*self, answer); };
        client_->add(std::move(step));
    }
    static void keep(std::vector<std::string>& ids, const json::value& aggregate) {
        ids.emplace_back(aggregate.at("id").as_string());
    }

    void add_karts() {
        for (const std::int32_t number : simulated_karts(track_)) {
            const auto tag = static_cast<std::int64_t>(decoders::sim::kart_transponder(number).value);
            ask(
                Method::post, "/api/v1/karts",
                [=](const Planner&) {
                    return json::value{{"number", std::to_string(number)}, {"class", "SR5"}, {"transponders", {tag}}};
                },
                [](Planner& self, const json::value& kart) { keep(self.day_.karts, kart); });
        }
    }

    void fill_day() {
        for (const Driver& driver : drivers) add_customer(driver);
        const std::int64_t now_us = decoders::link::host_now().us;
        for (int i = 0; i < sessions_planned; ++i) add_session(i, now_us - now_us % slot_us + i * slot_us);
        for (std::size_t i = 0; i < seats_sold.size(); ++i) sell(i);
        ask_later(
            Method::post, [](const Planner& self) { return "/api/v1/sessions/" + self.day_.sessions[0] + "/events"; },
            [](const Planner&) { return json::value{{"kind", "arm"}}; });
    }

    void add_customer(const Driver& driver) {
        ask(
            Method::post, "/api/v1/customers",
            [driver](const Planner&) {
                json::object body{{"given_name", driver.given}, {"family_name", driver.family}};
                body["birth_date"] = driver.birth_date;
                body["locale"] = "fr";
                if (!driver.nickname.empty()) body["nickname"] = driver.nickname;
                return json::value(body);
            },
            [](Planner& self, const json::value& customer) { keep(self.day_.customers, customer); });
    }

    void add_session(int index, std::int64_t start_us) {
        const SessionPlan& plan = plans[static_cast<std::size_t>(index) % plans.size()];
        const std::string name = std::string(french_ ? plan.name_fr : plan.name_en) + " " + std::to_string(index + 1);
        ask(
            Method::post, "/api/v1/sessions",
            [=, kind = plan.kind](const Planner& self) {
                return json::value{
                    {"track", self.track_.id}, {"name", name},        {"kind", kind}, {"planned_start_us", start_us},
                    {"duration_s", session_s}, {"capacity", capacity}};
            },
            [](Planner& self, const json::value& session) { keep(self.day_.sessions, session); });
    }

    /// A session's seats in bookings of one to four people.
    void sell(std::size_t session) {
        std::size_t sold = 0;
        for (std::size_t size = 1; sold < seats_sold[session]; size = size % 4 + 1) {
            const std::size_t end = std::min(sold + size, seats_sold[session]);
            ask(Method::post, "/api/v1/bookings",
                [=](const Planner& self) { return self.booking(session, sold, end); });
            sold = end;
        }
    }

    json::value booking(std::size_t session, std::size_t begin, std::size_t end) const {
        json::array seats;
        for (std::size_t seat = begin; seat < end; ++seat) {
            json::object one{{"customer", day_.customers[(session * 5 + seat) % day_.customers.size()]}};
            if (session < sessions_with_karts && seat < day_.karts.size()) one["kart"] = day_.karts[seat];
            seats.push_back(one);
        }
        return json::value{{"session", day_.sessions[session]}, {"seats", seats}};
    }

    std::shared_ptr<InsideClient> client_;
    const TrackConfig track_;
    const bool french_;
    Day day_;
};

}  // namespace

void plan_demo_day(const http::Router& router, const Config& config, const std::string& user,
                   const std::string& password, std::function<void(const std::string& what)> failed) {
    const auto client = std::make_shared<InsideClient>(router, std::move(failed));
    client->sign_in(user, password);
    std::make_shared<Planner>(client, config)->plan();
    client->run();
}

}  // namespace chicane::web::host
