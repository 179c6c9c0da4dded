// Selling seats over HTTP: no seat is sold twice, refusals say what there is instead, holds end.
#include <atomic>
#include <catch2/catch.hpp>
#include <latch>
#include <thread>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

std::string one_seat(const std::string& session, const std::string& more = {}) {
    return R"({"session":")" + session + R"(","seats":[{"label":"Guest 1"}])" + more + "}";
}

}  // namespace

TEST_CASE_METHOD(CentreCase, "two desks and an API client fight for the last seat a thousand times, and one gets it") {
    constexpr int rounds = 1'000;
    std::vector<std::string> sessions;
    for (int i = 0; i < rounds; ++i) sessions.push_back(make_session(1, {}, start_us + i * 3'600'000'000LL));
    std::vector<std::atomic<int>> sold(rounds), refused(rounds);
    std::atomic<int> other_answers{0};
    const auto fight = [&](const std::string& role, const std::string& kind, std::latch& start) {
        const auto desk = client(role);
        start.arrive_and_wait();
        for (int i = 0; i < rounds; ++i) {
            const auto& session = sessions[static_cast<std::size_t>(i)];
            const auto answer = kind == "entrant" ? desk->ask("POST", "sessions/" + session + "/entrants",
                                                              R"({"name":"API 1"})", {key()})
                                                  : desk->ask("POST", "bookings", one_seat(session), {key()});
            if (answer.status == 201)
                ++sold[static_cast<std::size_t>(i)];
            else if (answer.status == 409 && answer.code() == "capacity_exceeded")
                ++refused[static_cast<std::size_t>(i)];
            else
                ++other_answers;
        }
    };
    {
        std::latch start(3);
        std::jthread first([&] { fight("cashier", "booking", start); });
        std::jthread second([&] { fight("admin", "booking", start); });
        std::jthread api([&] { fight("race_control", "entrant", start); });
    }
    CHECK(other_answers == 0);
    int won = 0, lost = 0;
    for (int i = 0; i < rounds; ++i) {
        won += sold[static_cast<std::size_t>(i)] == 1;
        lost += refused[static_cast<std::size_t>(i)] == 2;
    }
    CHECK(won == rounds);
    CHECK(lost == rounds);
    CHECK(admin("GET", "sessions/" + sessions.back()).at("/seats_taken") == "1");
}

TEST_CASE_METHOD(CentreCase, "a booking has a reference, seats that are entrants, and gives them back") {
    const auto session = make_session(3);
    const auto booked =
        admin("POST", "bookings",
              R"({"session":")" + session + R"(","seats":[{"label":"Guest 1"},{"label":"Guest 2"}]})", {key()});
    REQUIRE(booked.status == 201);
    CHECK(booked.at("/state") == "confirmed");
    CHECK(booked.at("/seats/1/label") == "Guest 2");
    const auto entrants = admin("GET", "sessions/" + session + "/entrants");
    CHECK(entrants.at("/items/0/seat") == booked.at("/seats/0/id"));
    CHECK(entrants.at("/items/1/name") == "Guest 2");
    CHECK(admin("GET", "bookings/" + booked.at("/ref")).body == booked.body);
    CHECK(admin("GET", "bookings?session=" + session).at("/items/0/ref") == booked.at("/ref"));
    CHECK(admin("GET", "search?q=" + booked.at("/ref")).at("/items/0/kind") == "booking");
    CHECK(admin("POST", "bookings/" + booked.at("/ref") + "/cancel", "", {"If-Match: \"2\""}).status == 412);
    CHECK(admin("POST", "bookings/" + booked.at("/ref") + "/cancel").at("/state") == "cancelled");
    CHECK(admin("POST", "bookings/" + booked.at("/ref") + "/cancel").code() == "bad_state");
    CHECK(admin("GET", "sessions/" + session).at("/seats_taken") == "0");
}

TEST_CASE_METHOD(CentreCase, "a full session offers others with room for all") {
    const auto full = make_session(1);
    const auto later = make_session(5, R"(,"name":"Later")");
    REQUIRE(admin("PATCH", "sessions/" + later,
                  R"({"planned_start_us":)" + std::to_string(start_us + 900'000'000) + "}", {"If-Match: \"1\""})
                .status == 200);
    REQUIRE(admin("POST", "bookings", one_seat(full), {key()}).status == 201);
    const auto refused = admin("POST", "bookings", one_seat(full), {key(), "Accept-Language: fr"});
    CHECK(refused.status == 409);
    CHECK(refused.at("/free") == "0");
    CHECK(refused.at("/alternatives/0/session") == later);
    CHECK(refused.at("/alternatives/0/free") == "5");
    CHECK(refused.at("/detail") == "Aucune place n’est libre.");
}

TEST_CASE_METHOD(CentreCase, "a hold keeps its seats for a quarter of an hour, then they are free") {
    const auto session = make_session(1);
    const auto held = admin("POST", "holds", R"({"session":")" + session + R"(","qty":1})", {key()});
    REQUIRE(held.status == 201);
    CHECK(held.at("/expires_at_us") == std::to_string(start_us + 900'000'000));
    CHECK(admin("POST", "bookings", one_seat(session), {key()}).code() == "capacity_exceeded");
    set_now_us(start_us + 600'000'000);
    CHECK(admin("POST", "holds/" + held.at("/id") + "/renew").at("/expires_at_us") ==
          std::to_string(start_us + 1'500'000'000));
    set_now_us(start_us + 1'500'000'000);
    const auto gone = admin("POST", "holds/" + held.at("/id") + "/renew");
    CHECK(gone.status == 410);
    CHECK(gone.code() == "hold_expired");
    CHECK(admin("POST", "bookings", one_seat(session), {key()}).status == 201);
}

TEST_CASE_METHOD(CentreCase, "a booking takes what was held for it, and a hold can be let go") {
    const auto session = make_session(1);
    const auto hold = [&] { return admin("POST", "holds", R"({"session":")" + session + R"("})", {key()}).at("/id"); };
    const auto first = hold();
    CHECK(admin("DELETE", "holds/" + first).status == 204);
    CHECK(admin("DELETE", "holds/" + first).status == 410);
    CHECK(admin("POST", "bookings", one_seat(session, R"(,"hold":")" + hold() + "\""), {key()}).status == 201);
}

TEST_CASE_METHOD(CentreCase, "a session that has begun is not sold any more") {
    const auto session = make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const std::string events = "sessions/" + session + "/events";
    REQUIRE(admin("POST", events, R"({"kind":"arm"})").status == 200);
    CHECK(admin("POST", "bookings", one_seat(session), {key()}).status == 201);
    REQUIRE(admin("POST", events, R"({"kind":"start"})").status == 200);
    CHECK(admin("POST", "bookings", one_seat(session), {key()}).code() == "session_started");
    CHECK(admin("POST", "holds", R"({"session":")" + session + R"("})", {key()}).code() == "session_started");
}

TEST_CASE_METHOD(CentreCase, "a session of days ago is not sold any more") {
    const auto past = make_session(3, "", start_us - 3 * 86'400'000'000);
    CHECK(admin("POST", "bookings", one_seat(past), {key()}).code() == "session_started");
    CHECK(admin("POST", "holds", R"({"session":")" + past + "\"}", {key()}).code() == "session_started");
}

TEST_CASE_METHOD(CentreCase, "the desk gives a seat a kart, and frees it") {
    const auto session = make_session(3);
    const auto kart = make_kart("14");
    const auto booked = admin("POST", "bookings", one_seat(session), {key()});
    const std::string seat = "seats/" + booked.at("/seats/0/id");
    const auto given = admin("PUT", seat + "/kart", R"({"kart":")" + kart + "\"}", {"If-Match: \"1\""});
    CHECK(given.at("/number") == "14");
    CHECK(given.at("/version") == "2");
    CHECK(admin("PUT", seat + "/kart", R"({"kart":null})", {"If-Match: \"1\""}).status == 412);
    CHECK(admin("PUT", seat + "/kart", R"({"kart":null})", {"If-Match: \"2\""}).at("/kart") == "null");
    CHECK(admin("POST", seat + "/cancel", "", {"If-Match: \"1\""}).code() == "version_mismatch");
    const auto freed = admin("POST", seat + "/cancel");
    CHECK(freed.at("/state") == "cancelled");
    CHECK(freed.at("/grid") == "null");
    CHECK(admin("POST", seat + "/cancel").code() == "bad_state");
    CHECK(admin("GET", "planner/2026-11-25?track=main").at("/items/0/seats") == "[]");
}

TEST_CASE_METHOD(CentreCase, "of a name that stands on a seat the public reads the last word's first letter") {
    const auto path = "sessions/" + make_session(9) + "/entrants";
    const auto shown = [&](const std::string& label) {
        return admin("POST", path, R"({"name":")" + label + "\"}", {key()}).at("/public_name");
    };
    CHECK(shown("Anna Schmidt") == "Anna S.");
    CHECK(shown("Anna Schmidt 2") == "Anna S. 2");
    CHECK(shown("Noël Émile Żuk") == "Noël Émile Ż.");
    CHECK(shown("Guest 3") == "Guest 3");
    CHECK(shown("Bob") == "Bob");
    CHECK(shown("A. Driver") == "A. Driver");
}

TEST_CASE_METHOD(CentreCase, "a minor without consent is a kart to the public, and a person to the staff") {
    const auto child =
        admin("POST", "customers",
              R"({"family_name":"Dupont","given_name":"Léo","birth_date":"2015-06-01","nickname":"Turbo"})", {key()});
    REQUIRE(child.status == 201);
    const auto session = make_session(3);
    const auto kart = make_kart("14");
    const auto entered = admin("POST", "sessions/" + session + "/entrants",
                               R"({"customer":")" + child.at("/id") + R"(","kart":")" + kart + "\"}", {key()});
    CHECK(entered.at("/name") == "Léo Dupont");
    CHECK(entered.at("/public_name") == "Kart 14");
}
