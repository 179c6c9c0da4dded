// A centre with a fleet that drives: meetings are made over HTTP, and karts pass at the pace of their drivers.
#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/web/api/centre_case.hpp"

namespace chicane::web::api {

namespace json = boost::json;

inline constexpr std::int64_t second_us = 1'000'000;
inline constexpr std::int64_t minute_us = 60 * second_us;

inline std::string if_match(const json::object& of) {
    return "If-Match: \"" + std::to_string(of.at("version").as_int64()) + "\"";
}
inline std::string text(const json::value& value) { return std::string(value.as_string()); }

struct MeetingCase : CentreCase {
    static constexpr std::uint64_t tag_of_first = 100;

    std::map<std::string, std::uint64_t> tags;         ///< by kart
    std::map<std::string, std::int64_t> kart_pace_us;  ///< a lap more than the fleet's middle, by kart

    void make_karts(int count) {
        for (int i = 0; i < count; ++i) {
            const std::uint64_t tag = tag_of_first + static_cast<std::uint64_t>(i);
            tags[make_kart(std::to_string(i + 1), std::to_string(tag))] = tag;
        }
    }

    static std::string entries(int from, int to) {
        std::string text;
        for (int i = from; i <= to; ++i)
            text += std::string(i > from ? "," : "") + R"({"name":"Driver )" + std::to_string(i) + "\"}";
        return "\"entries\":[" + text + "]";
    }

    json::object read(const std::string& id) {
        const Answer answer = admin("GET", "meetings/" + id);
        INFO(answer.body);
        REQUIRE(answer.status == 200);
        return json::parse(answer.body).as_object();
    }

    json::object make(int people, const std::string& more = {}) {
        const Answer made = admin("POST", "meetings",
                                  R"({"track":"main","name":"Company day","start_us":)" + std::to_string(start_us) +
                                      R"(,"minutes":180,"seed":7,)" + entries(1, people) + more + "}",
                                  {key()});
        INFO(made.body);
        REQUIRE(made.status == 201);
        return json::parse(made.body).as_object();
    }

    json::object change(const json::object& meeting, const std::string& body) {
        const Answer answer = admin("PATCH", "meetings/" + text(meeting.at("id")), body, {if_match(meeting)});
        INFO(answer.body);
        REQUIRE(answer.status == 200);
        return json::parse(answer.body).as_object();
    }

    json::object draw(const std::string& id) {
        const Answer answer = admin("POST", "meetings/" + id + "/draw");
        INFO(answer.body);
        REQUIRE(answer.status == 200);
        return json::parse(answer.body).as_object();
    }

    void event(const std::string& session, const std::string& body) {
        const Answer answer = admin("POST", "sessions/" + session + "/events", body);
        INFO(answer.body);
        REQUIRE(answer.status == 200);
    }

    /// A lap of a driver: the lower his number, the faster.
    static std::int64_t lap_us(const std::string& name) {
        return 40 * second_us + std::stoll(name.substr(name.find(' ') + 1)) * 50'000;
    }

    /// Everybody drives at his own pace until the flag, and one lap more.
    void drive(const json::object& run) {
        const std::string session = text(run.at("session"));
        const std::int64_t begin_us = run.at("planned_start_us").as_int64();
        set_now_us(begin_us);
        event(session, R"({"kind":"arm"})");
        std::vector<std::pair<std::int64_t, std::uint64_t>> passings;
        const std::int64_t end_us = begin_us + run.at("minutes").as_int64() * minute_us;
        std::int64_t grid = 0;
        for (const auto& person : run.at("people").as_array()) {
            const std::int64_t lap = lap_us(text(person.at("name"))) + kart_pace_us[text(person.at("kart"))];
            const std::int64_t first = begin_us + ++grid * second_us / 10;
            for (std::int64_t at = first, after = 0; after < 3; at += lap) {
                passings.emplace_back(at, tags.at(text(person.at("kart"))));
                if (at > end_us + second_us) ++after;
            }
        }
        std::ranges::sort(passings);
        for (const auto& [at, tag] : passings) pass_at(tag, at);
        set_now_us(passings.back().first);
        CHECK(admin("GET", "sessions/" + session + "/result").at("/state") == "finished");
        event(session, R"({"kind":"close"})");
    }

    /// Drives what is drawn of a round.
    void drive_round(const std::string& id, const std::string& round) {
        const json::object as_read = read(id);
        for (const auto& run : as_read.at("runs").as_array())
            if (text(run.at("round")) == round) drive(run.as_object());
    }
};

}  // namespace chicane::web::api
