// Passwords: policy, argon2id, and the worker that hashes one at a time.
#include "centre/staff/password.hpp"

#include <catch2/catch.hpp>
#include <future>

#include "centre/staff/password_worker.hpp"
#include "centre/staff/sign_in_token.hpp"

using namespace chicane::centre::staff;

TEST_CASE("a password is long and not the name") {
    CHECK(check_password("ninechars", "anna") == PasswordFault::too_short);
    CHECK(check_password("ééééééééé", "anna") == PasswordFault::too_short);
    CHECK(check_password(std::string(257, 'a'), "anna") == PasswordFault::too_long);
    CHECK(check_password("annasophie", "annasophie") == PasswordFault::same_as_name);
    CHECK(check_password("aaaaaaaaaaaa", "anna") == PasswordFault::one_letter);
    CHECK_FALSE(check_password("ten letter", "anna"));
}

TEST_CASE("a password is kept as argon2id with 19 MiB and two passes, never the same text twice") {
    const auto hash = hash_password("correct horse");
    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(hash_password("correct horse") != hash);
    CHECK(matches_hash(hash, "correct horse"));
    CHECK_FALSE(matches_hash(hash, "correct house"));
    CHECK_FALSE(matches_hash("", "correct horse"));
}

TEST_CASE("the worker answers in order, refuses beyond its queue, and matches nothing against no hash") {
    PasswordWorker worker;
    std::promise<bool> first;
    REQUIRE(worker.verify("", "whatever", [&](bool matches) { first.set_value(matches); }));
    std::size_t taken = 0;
    while (taken <= password_queue_max + 1 && worker.verify("", "x", [](bool) {})) ++taken;
    CHECK(taken >= password_queue_max - 1);
    CHECK(taken <= password_queue_max + 1);
    CHECK_FALSE(first.get_future().get());
}

TEST_CASE("a token has 256 bits and its hash says nothing of it") {
    const auto token = make_token();
    CHECK(token.size() == token_letters);
    CHECK(make_token() != token);
    CHECK(hash_token(token).size() == 32);
    CHECK(hash_token(token) == hash_token(token));
    CHECK(hash_token(token) != hash_token(make_token()));
}
