// Guessing is slow, and counting it is bounded.
#include "web/api/rate_limit.hpp"

#include <catch2/catch.hpp>

using namespace chicane::web::api;

TEST_CASE("so many guesses, then one waits for the window's end") {
    RateLimit limit(2);
    CHECK(limit.guess("anna", 0) == 0);
    CHECK(limit.guess("anna", 1'000'000) == 0);
    CHECK(limit.guess("anna", 2'000'000) == 299);
    CHECK(limit.guess("ben", 2'000'000) == 0);
    CHECK(limit.guess("anna", guess_window_us) == 0);
}

TEST_CASE("who was right has not guessed") {
    RateLimit limit(1);
    for (int i = 0; i < 5; ++i) {
        CHECK(limit.guess("anna", 0) == 0);
        limit.forgive("anna");
    }
    CHECK(limit.counted() == 0);
}

TEST_CASE("a flood of names is counted in bounded memory") {
    RateLimit limit(1);
    for (int i = 0; i < 20'000; ++i) limit.guess("name " + std::to_string(i), i);
    CHECK(limit.counted() <= guessers_max);
    CHECK(limit.guess("name 19999", 20'000) > 0);
}
