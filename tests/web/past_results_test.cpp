// Results of sessions that race control has forgotten: read beside it, one at a time, for a bounded number of askers.
#include "web/host/past_results.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <stdlib.h>

#include "sessions/journal/journal.hpp"

using namespace chicane;
using namespace chicane::web;
using namespace chicane::web::host;
using namespace chicane::sessions::conductor;

namespace {

/// A journal with a race of one kart and one lap.
struct Journaled {
    Journaled() {
        std::string pattern = (std::filesystem::temp_directory_path() / "chicane-past-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        auto journal = sessions::journal::SqliteJournal::open(path(), [](const std::function<void()>&) {});
        REQUIRE(journal.has_value());
        sessions::Setup setup;
        setup.id = "ses_1";
        setup.track = "main";
        setup.entrants.push_back({timing::EntrantId{1}, "7", "Ada", "Ada", {timing::TransponderId{101}}, {}});
        std::uint64_t seq = 0;
        const auto add = [&](std::int64_t at_us, EntryBody body) {
            (*journal)->append({++seq, "main", {at_us}, "", std::move(body)});
        };
        add(1, SetupKept{setup});
        add(2, StepKept{"ses_1", Step::arm, {2}});
        for (const std::int64_t time_us : {10'000'000, 50'000'000}) {
            PassingKept passing{"sf", 0, {time_us}, {}};
            passing.passing.time_us = time_us;
            passing.passing.transponder = timing::TransponderId{101};
            add(time_us, passing);
        }
        add(60'000'000, StepKept{"ses_1", Step::close, {60'000'000}});
    }
    ~Journaled() { std::filesystem::remove_all(folder); }
    std::string path() const { return folder + "/journal.db"; }
    std::string folder;
};

struct Asked {
    /// Runs the web thread until all that was asked is answered.
    void run(std::size_t count) {
        while (answers.size() < count) io.run_one();
    }
    auto note() {
        return [this](const api::PastResult& past) { answers.push_back(past); };
    }
    boost::asio::io_context io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work = boost::asio::make_work_guard(io);
    std::vector<api::PastResult> answers;
};

}  // namespace

TEST_CASE("a result of the past is read from the journal, with its passings where they are asked for") {
    const Journaled journal;
    Asked asked;
    PastResults past(asked.io);
    past.open(journal.path());
    REQUIRE(past.ask("ses_1", true, asked.note()));
    REQUIRE(past.ask("ses_1", false, asked.note()));
    REQUIRE(past.ask("ses_2", true, asked.note()));
    asked.run(3);
    REQUIRE(asked.answers[0].value().has_value());
    CHECK(asked.answers[0].value()->classification.at(0).last_us == 40'000'000);
    CHECK(asked.answers[0].value()->passings.size() == 2);
    CHECK(asked.answers[1].value()->passings.empty());
    CHECK_FALSE(asked.answers[2].value().has_value());
}

TEST_CASE("a result of the past that everybody may see is read once") {
    Asked asked;
    std::optional<Journaled> journal(std::in_place);
    PastResults past(asked.io);
    past.open(journal->path());
    REQUIRE(past.ask("ses_1", false, asked.note()));
    asked.run(1);
    journal.reset();
    REQUIRE(past.ask("ses_1", false, asked.note()));
    asked.run(2);
    CHECK(asked.answers[1].value()->classification.at(0).last_us == 40'000'000);
    REQUIRE(past.ask("ses_1", true, asked.note()));
    asked.run(3);
    CHECK_FALSE(asked.answers[2].has_value());
}

TEST_CASE("of many who ask at once some are told to come again, and a journal that cannot be read is told of") {
    Asked asked;
    PastResults past(asked.io);
    std::string why;
    past.on_fault = [&](const std::string& fault) { why = fault; };
    past.open("/nowhere/journal.db");
    for (int i = 0; i < past_waiting_max; ++i) REQUIRE(past.ask("ses_1", true, asked.note()));
    CHECK_FALSE(past.ask("ses_1", true, asked.note()));
    asked.run(past_waiting_max);
    CHECK_FALSE(asked.answers[0].has_value());
    CHECK(why.starts_with("/nowhere/journal.db"));
    CHECK(past.ask("ses_1", true, asked.note()));
    asked.run(past_waiting_max + 1);
}
