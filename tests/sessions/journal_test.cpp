// journal.db from the outside: what is acknowledged is there after any kill, what is not ours is left alone, and every kind of entry
// comes back as it went.
#include "sessions/journal/journal.hpp"

#include <fstream>
#include <random>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sessions/journal/database_file.hpp"
#include "sessions/journal/event_json.hpp"
#include "sessions/journal/rows.hpp"
#include "tests/sessions/journal_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using namespace chicane::sessions::journal;

namespace {

/// No file of this process grows any more, as on a full disk.
struct FullDisk {
    FullDisk() {
        signal(SIGXFSZ, SIG_IGN);
        REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
        rlimit none = before;
        none.rlim_cur = 0;
        REQUIRE(setrlimit(RLIMIT_FSIZE, &none) == 0);
    }
    ~FullDisk() { mend(); }
    void mend() { setrlimit(RLIMIT_FSIZE, &before); }
    rlimit before{};
};

}  // namespace

TEST_CASE("every kind of entry comes back as it went") {
    const Folder folder;
    write_all(folder.file("journal.db"), one_of_each());
    const auto read = read_entries(folder.file("journal.db"));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == one_of_each().size());
    for (std::size_t i = 0; i < read->size(); ++i) CHECK((*read)[i] == one_of_each()[i]);
    CHECK_FALSE(verify_journal(folder.file("journal.db")));
}

TEST_CASE("a journal says what it cannot take any more") {
    const Folder folder;
    const auto journal = SqliteJournal::open(folder.file("journal.db"), [](const auto&) {}, [](const auto&) {});
    REQUIRE(journal.has_value());
    std::uint64_t seq = 0;
    const auto append = [&] { return (*journal)->append({++seq, "main", {}, "", TickKept{"ses_1", {20}}}); };
    bool took_all = true;
    for (std::size_t i = 0; i < entries_waiting_max; ++i) took_all = append() && took_all;
    CHECK(took_all);
    CHECK_FALSE(append());
}

TEST_CASE("a passing of a device in test mode, or of the sync transponder, comes back with all that its decoder told") {
    const EventText text = event_text(TestKept{full_passing()});
    CHECK(event_body(text.kind, text.version, text.body) == EntryBody(TestKept{full_passing()}));
    const EventText sync = event_text(SyncKept{full_passing()});
    CHECK(event_body(sync.kind, sync.version, sync.body) == EntryBody(SyncKept{full_passing()}));
    const auto of_old =
        event_body("test", 1, R"({"device":"sf","epoch":2,"received_us":9,"time_us":8,"transponder":7,"number":6})");
    REQUIRE(of_old);
    PassingKept kept{"sf", 2, {9}, {}};
    kept.passing.time_us = 8;
    kept.passing.transponder.value = 7;
    kept.passing.number = 6;
    CHECK(*of_old == EntryBody(TestKept{kept}));
}

TEST_CASE("what people told comes back as theirs, and a decoder's passing as a decoder's") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const std::vector<Entry> entries{
        {1, "main", manual_passing().received, "", manual_passing()},
        {2, "main", {2'000'001}, "control", CrossingKept{"ses_1", 1, {8'101'234}, {19}, "hand", "", true}},
        {3, "main", full_passing().received, "", full_passing()}};
    write_all(path, entries);
    CHECK(read_entries(path).value() == entries);
    CHECK_FALSE(verify_journal(path));
    const EventText text = event_text(TestKept{manual_passing()});
    CHECK(event_body(text.kind, text.version, text.body) == EntryBody(TestKept{manual_passing()}));
}

TEST_CASE("a crossing that was given to an entrant comes back as it went") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const std::vector<Entry> given{
        {1, "main", {2'000'001}, "control", CrossingKept{"ses_1", 7, {8'101'234}, {19}, "light", "C1"}}};
    write_all(path, given);
    CHECK(read_entries(path) == given);
}

TEST_CASE("an epoch that was moved, numbers that were lost and a crossing of an epoch come back as they went") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const std::vector<Entry> moved{
        {1, "main", {2'000'001}, "", EpochMoved{"sf", 3, 22'000'000}},
        {2, "main", {2'000'002}, "", LostKept{"sf", 41, 44}},
        {3, "main", {2'000'003}, "control", CrossingKept{"ses_1", 1, {101}, {7}, "pc", "", true, 3}}};
    write_all(path, moved);
    CHECK(read_entries(path) == moved);
}

TEST_CASE("what was said to be nobody's, and an emergency, come back as they went") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const std::vector<Entry> said{
        {1, "main", {2'000'001}, "control", DismissedKept{std::uint64_t{7}, "ses_1", "a marshal"}},
        {2, "main", {2'000'002}, "control", DismissedKept{timing::TransponderId{999}, "ses_1", "the safety car"}},
        {3, "main", {2'000'003}, "control", EmergencyKept{true}},
        {4, "main", {2'000'004}, "control", EmergencyKept{false}}};
    write_all(path, said);
    CHECK(read_entries(path) == said);
}

TEST_CASE("what comes together is one commit") {
    const Folder folder;
    Disk disk;
    auto journal = SqliteJournal::open(folder.file("journal.db"), disk.post());
    REQUIRE(journal.has_value());
    for (std::uint32_t i = 1; i <= 500; ++i) (*journal)->append({i, "main", {i}, "", passing(i)});
    disk.wait_for(**journal, 500);
    CHECK(disk.commits < 250);
    CHECK((*journal)->lag_ms() == 0);
}

TEST_CASE("a journal goes on after the last number that is on disk") {
    const Folder folder;
    write_all(folder.file("journal.db"), one_of_each());
    auto journal = SqliteJournal::open(folder.file("journal.db"), [](const std::function<void()>&) {});
    REQUIRE(journal.has_value());
    CHECK((*journal)->durable() == one_of_each().size());
}

TEST_CASE("somebody else's database is refused and left as it is") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE theirs (x)");
    const auto before = std::filesystem::file_size(path);
    CHECK(error_of(path).starts_with(path + ": is no journal of Chicane but another program's database; nothing was"));
    CHECK(std::filesystem::file_size(path) == before);
}

TEST_CASE("a file that is no database, and a folder that is not there, are one clear line") {
    const Folder folder;
    std::ofstream(folder.file("journal.db")) << std::string(5000, 'x');
    CHECK(error_of(folder.file("journal.db")).find("no database at all; nothing was changed") != std::string::npos);
    CHECK(error_of(folder.file("nowhere/journal.db")).find("cannot be opened") != std::string::npos);
}

TEST_CASE("a restart reads what is recent or open and the register since ever") {
    const Folder folder;
    constexpr std::int64_t day_us = 86'400'000'000;
    std::vector<Entry> entries;
    const auto add = [&](std::int64_t day, EntryBody body) {
        entries.push_back({entries.size() + 1, "main", {day * day_us}, "", std::move(body)});
    };
    add(1, KartKept{timing::KartId{7}, "7", "adult", false, false});
    add(1, SetupKept{full_setup()});
    add(1, StepKept{"ses_1", Step::arm, {1}});
    add(1, StepKept{"ses_1", Step::close, {2}});
    add(2, EmergencyKept{true});  // karts stand until somebody lets them go
    add(9, PracticeKept{"open_main_9", {9 * day_us}, {}, {10 * day_us}});
    write_all(folder.file("journal.db"), entries);
    const auto read = read_for_restart(folder.file("journal.db"));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 3);
    CHECK(std::holds_alternative<KartKept>((*read)[0].body));
    CHECK((*read)[1].body == EntryBody(EmergencyKept{true}));
    CHECK(std::holds_alternative<PracticeKept>((*read)[2].body));
}

TEST_CASE("the result of a session of long ago is replayed from the journal alone") {
    const Folder folder;
    constexpr std::int64_t year_us = 365 * 86'400'000'000LL;
    std::vector<Entry> entries;
    const auto add = [&](std::int64_t at_us, EntryBody body) {
        entries.push_back({entries.size() + 1, "main", {at_us}, "", std::move(body)});
    };
    const auto pass = [&](std::int64_t at_us, std::uint32_t epoch = 0) {
        PassingKept kept{"sf", epoch, {at_us}, {}};
        kept.passing.transponder.value = 8'101'234;
        kept.passing.time_us = at_us;
        add(at_us, kept);
    };
    Setup setup = full_setup();
    setup.rules = {};
    setup.loops.clear();
    add(1, KartKept{timing::KartId{7}, "7", "adult", false, false});
    add(2, AssignmentKept{timing::TransponderId{8'101'234}, timing::KartId{7}, {0}, ""});
    add(3, SetupKept{setup});
    add(4, StepKept{"ses_1", Step::arm, {4}});
    pass(10'000'000);
    pass(50'000'000);
    add(60'000'000, StepKept{"ses_1", Step::close, {60'000'000}});
    pass(90'000'000);
    const bool moved = GENERATE(false, true);
    if (moved) {  // a last lap, which came in late at a clock that began anew
        pass(95'000'000, 1);
        add(96'000'000, EpochMoved{"sf", 1, 36'000'001});
    }
    add(year_us, AssignmentKept{timing::TransponderId{8'101'234}, transponders::Nobody{}, {year_us}, ""});
    write_all(folder.file("journal.db"), entries);
    CHECK(read_for_restart(folder.file("journal.db"))->size() == 3);  // the register alone
    const auto result = past_result(folder.file("journal.db"), "ses_1");
    REQUIRE(result.has_value());
    REQUIRE(result->has_value());
    CHECK((*result)->passings.size() == (moved ? 3 : 2));
    CHECK((*result)->classification.at(0).number == "7");
    CHECK((*result)->classification.at(0).last_us == (moved ? 8'999'999 : 40'000'000));
    CHECK_FALSE(past_result(folder.file("journal.db"), "ses_9")->has_value());
}

TEST_CASE("a disk that is full is said while it lasts, keeps nothing halfway, and takes all later") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    write_all(path, one_of_each());
    Disk disk;
    auto journal = SqliteJournal::open(path, disk.post());
    REQUIRE(journal.has_value());
    FullDisk full;
    const std::uint64_t first = one_of_each().size() + 1;
    for (std::uint64_t seq = first; seq < first + 100; ++seq) {
        (*journal)->append(
            {seq, "main", {static_cast<std::int64_t>(seq)}, "", passing(static_cast<std::uint32_t>(seq))});
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!(*journal)->fault() && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    REQUIRE((*journal)->fault().has_value());
    CHECK((*journal)->durable() == first - 1);
    full.mend();
    disk.wait_for(**journal, first + 99);
    CHECK_FALSE((*journal)->fault().has_value());
    journal->reset();
    CHECK_FALSE(verify_journal(path));
}

TEST_CASE("after kill -9 at random moments everything acknowledged is there, once") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::uint64_t acknowledged = 0;
    for (int round = 0; round < 20; ++round) {
        int pipe_ends[2];
        REQUIRE(pipe(pipe_ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            // Tells each acknowledged number through the pipe until it is killed.
            const int out = pipe_ends[1];
            SqliteJournal* opened = nullptr;
            auto journal = SqliteJournal::open(path, [&](const std::function<void()>&) {
                const std::uint64_t seq = opened->durable();
                if (write(out, &seq, sizeof seq) != sizeof seq) _exit(1);
            });
            if (!journal) _exit(2);
            opened = journal->get();
            for (auto seq = static_cast<std::uint32_t>(opened->durable()) + 1;; ++seq)
                opened->append({seq, "main", {seq}, "", passing(seq)});
        }
        close(pipe_ends[1]);
        const std::uint64_t until = acknowledged + 1 + random() % 3000;
        std::uint64_t seq = 0;
        while (seq < until && read(pipe_ends[0], &seq, sizeof seq) == sizeof seq)
            acknowledged = std::max(acknowledged, seq);
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        while (read(pipe_ends[0], &seq, sizeof seq) == sizeof seq) acknowledged = std::max(acknowledged, seq);
        close(pipe_ends[0]);
        REQUIRE_FALSE(verify_journal(path));
        REQUIRE(read_entries(path)->size() >= acknowledged);
    }
}
