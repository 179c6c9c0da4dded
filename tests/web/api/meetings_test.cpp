// Meetings over HTTP: a Grand Prix is laid out, drawn, driven and finished, and what comes late or is corrected finds its place. Karts pass at the
// pace of their drivers; nothing here knows how a draw is made, only what must come of it.
#include <numeric>
#include <set>

#include "tests/web/api/meeting_case.hpp"

using namespace chicane::web::api;
namespace {

std::vector<std::size_t> sizes_of(const json::object& meeting, std::string_view name) {
    std::vector<std::size_t> sizes;
    for (const auto& run : meeting.at("runs").as_array())
        if (run.at("name").as_string() == name) sizes.push_back(run.at("people").as_array().size());
    return sizes;
}

std::vector<std::int64_t> minutes_of(const json::object& meeting) {
    std::vector<std::int64_t> minutes;
    std::string last;
    for (const auto& run : meeting.at("runs").as_array()) {
        if (std::exchange(last, text(run.at("round"))) != text(run.at("round")))
            minutes.push_back(run.at("minutes").as_int64());
    }
    return minutes;
}

std::vector<int> people_of(const json::value& run) {
    std::vector<int> people;
    for (const auto& person : run.at("people").as_array())
        people.push_back(std::stoi(text(person.at("name")).substr(7)));
    return people;
}

std::vector<int> named(const json::object& meeting, std::string_view name, std::int64_t number) {
    for (const auto& run : meeting.at("runs").as_array())
        if (run.at("name").as_string() == name && run.at("number").as_int64() == number) return people_of(run);
    return {};
}

std::vector<std::string> out_of_date(const json::object& meeting) {
    std::vector<std::string> titles;
    for (const auto& run : meeting.at("runs").as_array())
        if (run.at("out_of_date").as_bool()) titles.push_back(text(run.at("title")));
    return titles;
}

using Sizes = std::vector<std::size_t>;
using Minutes = std::vector<std::int64_t>;
using People = std::vector<int>;

}  // namespace

TEST_CASE_METHOD(MeetingCase, "a format is tried before anything is made, and what is missing is said") {
    make_karts(12);
    const auto plan = admin("POST", "meetings/preview", R"({"people":37,"minutes":180})");
    CHECK(plan.status == 200);
    CHECK(plan.at("/variant") == "semis");
    CHECK(plan.at("/runs/0/people") == "10");
    CHECK(plan.at("/runs/12/minutes") == "15");
    CHECK(plan.at("/runs/12/title") == "Final A");
    CHECK(plan.at("/runs/13").empty());
    CHECK(admin("POST", "meetings/preview", R"({"people":37,"minutes":180,"lengths":{"final":12}})")
              .at("/runs/12/minutes") == "12");
    CHECK(admin("POST", "meetings/preview", R"({"people":37,"minutes":180,"variant":"quick"})").at("/variant") ==
          "quick");
    const auto none = admin("POST", "meetings/preview", R"({"people":37,"minutes":40})", {"Accept-Language: fr"});
    CHECK(none.code() == "not_enough_time");
    CHECK(none.status == 422);
    CHECK(std::stoi(none.at("/missing_min")) > 0);
    CHECK(none.at("/detail").starts_with("Il manque"));
    CHECK(admin("POST", "meetings/preview", R"({"people":10,"minutes":180,"variant":"semis"})").code() == "bad_plan");
    CHECK(admin("POST", "meetings/preview", R"({"people":37})").code() == "invalid");
    CHECK(admin("GET", "meetings").at("/items") == "[]");
}

TEST_CASE_METHOD(MeetingCase,
                 "37 people, 12 karts, 180 minutes: thirteen runs, driven to the end with their promotions") {
    make_karts(12);
    json::object meeting = make(37);
    const std::string id = text(meeting.at("id"));
    CHECK(sizes_of(meeting, "practice") == Sizes{10, 9, 9, 9});
    CHECK(sizes_of(meeting, "qualifying") == Sizes{10, 9, 9, 9});
    CHECK(minutes_of(meeting) == Minutes{6, 7, 10, 15});
    CHECK(meeting.at("runs").as_array().size() == 13);
    CHECK(sizes_of(meeting, "final") == Sizes{0});
    CHECK(admin("GET", "planner/2026-11-25").at("/items/12/name") == "Final A");

    drive_round(id, "practice");
    drive_round(id, "qualifying");
    CHECK(out_of_date(read(id)) ==
          std::vector<std::string>{"Semi-final 1", "Semi-final 2", "Consolation 1", "Consolation 2"});
    meeting = draw(id);
    CHECK(out_of_date(meeting).empty());
    // By best lap the order is that of the numbers: 1, 4, 5, 8 … and 2, 3, 6, 7 …
    CHECK(named(meeting, "semi", 1) == People{1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24});
    CHECK(named(meeting, "semi", 2) == People{2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23});
    CHECK(named(meeting, "consolation", 1) == People{25, 26, 27, 28, 29, 30, 31});
    CHECK(named(meeting, "consolation", 2) == People{32, 33, 34, 35, 36, 37});

    drive_round(id, "third");
    meeting = draw(id);
    // Six of each; winners first, and of equal places the better time.
    CHECK(named(meeting, "final", 1) == People{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    drive_round(id, "final");
    const std::string final = text(meeting.at("runs").at(12).at("session"));
    const auto result = admin("GET", "sessions/" + final + "/result");
    CHECK(result.at("/state") == "finished");
    CHECK(result.at("/classification/0/name") == "Driver 1");
    CHECK(result.at("/classification/11/name") == "Driver 12");
    CHECK(out_of_date(read(id)).empty());
}

TEST_CASE_METHOD(MeetingCase, "three late after the practice are in the small heats, and nobody told is moved") {
    make_karts(12);
    const std::string id = text(make(37).at("id"));
    CHECK(admin("POST", "meetings/" + id + "/tell").status == 200);
    drive_round(id, "practice");
    const json::object before = read(id);
    const auto late = admin("POST", "meetings/" + id + "/entries", "{" + entries(38, 40) + "}", {key()});
    INFO(late.body);
    REQUIRE(late.status == 201);
    json::object meeting = json::parse(late.body).as_object();
    CHECK(sizes_of(meeting, "practice") == Sizes{10, 9, 9, 9});
    CHECK(sizes_of(meeting, "qualifying") == Sizes{10, 10, 10, 10});
    CHECK(minutes_of(meeting) == Minutes{6, 7, 10, 15});
    for (int heat = 0; heat < 4; ++heat) {
        const People was = people_of(before.at("runs").at(4 + static_cast<unsigned>(heat)));
        const People is = people_of(meeting.at("runs").at(4 + static_cast<unsigned>(heat)));
        CHECK(std::ranges::includes(std::set(is.begin(), is.end()), std::set(was.begin(), was.end())));
    }
    drive_round(id, "qualifying");
    meeting = draw(id);
    CHECK(sizes_of(meeting, "semi") == Sizes{12, 12});
    CHECK(sizes_of(meeting, "consolation") == Sizes{8, 8});
    drive_round(id, "third");
    draw(id);
    drive_round(id, "final");
    CHECK(admin("GET", "sessions/" + text(read(id).at("runs").at(12).at("session")) + "/result")
              .at("/classification/0/name") == "Driver 1");
}

TEST_CASE_METHOD(MeetingCase, "after the practice a length is set by hand, and what ran stays") {
    make_karts(12);
    json::object meeting = make(37);
    drive_round(text(meeting.at("id")), "practice");
    meeting = change(read(text(meeting.at("id"))), R"({"lengths":{"final":12}})");
    CHECK(minutes_of(meeting).back() == 12);
    CHECK(minutes_of(meeting).front() == 6);
    CHECK(meeting.at("runs").as_array().size() == 13);
}

TEST_CASE_METHOD(MeetingCase, "nobody drives a kart twice while there is another, and a kart set by hand stays") {
    make_karts(12);
    json::object meeting = make(37);
    const std::string id = text(meeting.at("id"));
    const auto twice = [&] {
        std::map<int, std::set<std::string>> driven;
        int repeats = 0;
        const json::object as_read = read(id);
        for (const auto& run : as_read.at("runs").as_array())
            for (const auto& person : run.at("people").as_array())
                if (!driven[std::stoi(text(person.at("name")).substr(7))].insert(text(person.at("kart"))).second)
                    ++repeats;
        return repeats;
    };
    CHECK(twice() == 0);
    const auto& run = meeting.at("runs").at(0);
    const std::string seat = "sea_" + text(run.at("people").at(0).at("entrant")).substr(4);
    std::set<std::string> free;
    for (const auto& [kart, tag] : tags) free.insert(kart);
    for (const auto& person : run.at("people").as_array()) free.erase(text(person.at("kart")));
    REQUIRE_FALSE(free.empty());
    const std::string wanted = *free.begin();
    for (int version = 1; version < 9; ++version)
        if (admin("PUT", "seats/" + seat + "/kart", R"({"kart":")" + wanted + "\"}",
                  {"If-Match: \"" + std::to_string(version) + "\""})
                .status == 200)
            break;
    meeting = draw(id);
    CHECK(text(meeting.at("runs").at(0).at("people").at(0).at("kart")) == wanted);
    CHECK(twice() == 0);
    CHECK(meeting.at("kart_balance").at("repeats").as_int64() == 0);
}

TEST_CASE_METHOD(MeetingCase, "a corrected qualifying marks what was drawn by it, and a draw follows it") {
    make_karts(12);
    const std::string id = text(make(37).at("id"));
    drive_round(id, "practice");
    drive_round(id, "qualifying");
    json::object meeting = draw(id);
    std::string session, entrant;
    for (const auto& run : meeting.at("runs").as_array())
        for (const auto& person : run.at("people").as_array())
            if (text(run.at("round")) == "qualifying" && text(person.at("name")) == "Driver 1") {
                session = text(run.at("session"));
                entrant = text(person.at("entrant"));
            }
    const std::string disqualify = R"({"kind":"decision","penalty":"disqualified","entrant":")" + entrant + "\"}";
    event(session, disqualify);
    CHECK(out_of_date(read(id)).size() == 4);
    SECTION("what has not run follows") {
        meeting = draw(id);
        CHECK(out_of_date(meeting).empty());
        CHECK(named(meeting, "semi", 1).front() == 2);
        CHECK(named(meeting, "consolation", 2).back() == 1);
    }
    SECTION("what has run stays as it was driven, marked") {
        const json::object as_read = read(id);
        for (const auto& run : as_read.at("runs").as_array())
            if (text(run.at("title")) == "Semi-final 1") drive(run.as_object());
        meeting = draw(id);
        CHECK(named(meeting, "semi", 1).front() == 1);
        CHECK(out_of_date(meeting) == std::vector<std::string>{"Semi-final 1"});
        // Everybody still drives once in the round.
        std::set<int> all;
        for (const auto& run : meeting.at("runs").as_array())
            if (text(run.at("round")) == "third")
                for (const int who : people_of(run)) CHECK(all.insert(who).second);
        CHECK(all.size() == 37);
    }
}

TEST_CASE_METHOD(MeetingCase, "who withdraws is not in what is still to be driven") {
    make_karts(12);
    json::object meeting = make(37);
    const std::string id = text(meeting.at("id"));
    const auto& entry = meeting.at("entries").at(0).as_object();
    const std::string path = "meetings/" + id + "/entries/" + text(entry.at("id"));
    CHECK(admin("PATCH", path, R"({"withdrawn":true})").code() == "key_missing");
    const auto gone = admin("PATCH", path, R"({"withdrawn":true})", {if_match(entry)});
    REQUIRE(gone.status == 200);
    meeting = json::parse(gone.body).as_object();
    for (const auto& run : meeting.at("runs").as_array()) CHECK(std::ranges::count(people_of(run), 1) == 0);
    const Sizes sizes = sizes_of(meeting, "qualifying");
    CHECK(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}) == 36);
}

TEST_CASE_METHOD(MeetingCase, "a meeting is made once for a key, changed by its version, and refused in words") {
    make_karts(4);
    const std::string same = key();
    const std::string body =
        R"({"track":"main","name":"Day","start_us":1795608000000000,"minutes":120,)" + entries(1, 8) + "}";
    const auto first = admin("POST", "meetings", body, {same});
    REQUIRE(first.status == 201);
    CHECK(admin("POST", "meetings", body, {same}).body == first.body);
    CHECK(admin("GET", "meetings").at("/items/1").empty());
    CHECK(admin("POST", "meetings", body).code() == "key_missing");
    const std::string path = "meetings/" + first.at("/id");
    CHECK(admin("PATCH", path, R"({"name":"A"})", {"If-Match: \"99\""}).code() == "version_mismatch");
    CHECK(admin("GET", "meetings/mtg_99").code() == "not_found");
    const auto short_of = admin("PATCH", path, R"({"minutes":20})", {"If-Match: \"" + first.at("/version") + "\""});
    CHECK(short_of.code() == "not_enough_time");
    CHECK(admin("GET", path).at("/minutes") == "120");
    CHECK(client("cashier")->ask("POST", "meetings", body, {key()}).status == 403);
    CHECK(client("viewer")->ask("GET", path).status == 200);
}
