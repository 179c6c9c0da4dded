// journal.db from the outside: what is acknowledged is there after any kill, what is not ours is left alone, and every kind of entry
// comes back as it went.
#include "sessions/journal/journal.hpp"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <random>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "sessions/journal/database_file.hpp"
#include "sessions/journal/event_json.hpp"
#include "sessions/journal/migrations.hpp"
#include "sessions/journal/rows.hpp"
#include "sessions/journal/seal.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using namespace chicane::sessions::journal;

namespace {

/// A folder that goes with the test.
struct Folder {
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "chicane.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
    std::filesystem::path path;
};

PassingKept passing(std::uint32_t number) {
    PassingKept kept{"sf", 2, {1'000'000 + number}, {}, -3'600'000'000};
    kept.passing.number = number;
    kept.passing.transponder.value = 5'691'251;
    kept.passing.time_us = 1'551'542'808'933'000 + number;
    kept.passing.strength = 178;
    kept.passing.decoder = 268'307;
    kept.passing.string = "FL-94890";
    return kept;
}

/// With all that protocols beyond P3 tell.
PassingKept full_passing() {
    PassingKept kept = passing(2);
    kept.passing.clock = decoders::codec::ClockBase::start;
    kept.passing.loop = "BOX";
    kept.passing.battery = decoders::codec::Battery::low;
    kept.passing.trigger = true;
    kept.passing.unchecked = true;
    kept.passing.receipt = 1016;
    kept.place = "BOX";
    return kept;
}

PassingKept manual_passing() {
    PassingKept kept{"hand", 0, {1'000'003}, {}, 17};
    kept.passing.time_us = 1'000'000;
    kept.passing.clock = decoders::codec::ClockBase::none;
    kept.passing.trigger = true;
    kept.manual = true;
    return kept;
}

/// The columns of a passing in the first two versions of a journal.
const std::string first_columns =
    "seq, track, device, epoch, received_us, time_us, transponder, number, decoder, strength, hits, flags, string, "
    "correction_us";

Setup full_setup() {
    Setup setup;
    setup.id = "ses_1";
    setup.name = "Heat 2 · \"Senior\"";
    setup.track = "main";
    setup.rules.kind = timing::Kind::race;
    setup.rules.start = timing::Start::signal;
    setup.rules.rank = timing::Ranking::total_time;
    setup.rules.end = {20, 900'000'000, 0, timing::Priority::last, timing::EndHow::full_distance, 90'000'000};
    setup.loops = {{timing::DecoderId{1}, timing::LoopRole::sector, 2}};
    setup.entrants = {
        {timing::EntrantId{5}, "7", "Ana Martin", "Ana M.", {timing::TransponderId{5'691'251}}, timing::KartId{7}},
        {timing::EntrantId{6}, "8", "Zoë", "Zoë", {}, {}}};
    return setup;
}

std::vector<Entry> one_of_each() {
    const std::vector<EntryBody> bodies = {
        passing(1),
        SetupKept{full_setup()},
        StepKept{"ses_1", Step::abort, {17}},
        PracticeKept{"open_main_1", {17}, full_setup(), {86'400'000'017}},
        FlagKept{"ses_1", timing::Flag::yellow, {18}},
        ExtensionKept{"ses_1", 60'000'000, 2, {19}},
        TickKept{"ses_1", {20}},
        KartKept{timing::KartId{7}, "7", "adult", true, false},
        AssignmentKept{timing::TransponderId{8'101'234}, timing::KartId{7}, {21}, ""},
        AssignmentKept{timing::TransponderId{8'101'234}, timing::EntrantId{5}, {21}, "ses_1"},
        AssignmentKept{timing::TransponderId{8'101'234}, transponders::Nobody{}, {22}, ""},
        MessageKept{timing::MessageKind::warning, "14", "Track limits"},
        UndoKept{5},
        full_passing(),
    };
    std::vector<Entry> entries;
    for (const EntryBody& body : bodies) {
        const auto seq = entries.size() + 1;
        const auto* kept = std::get_if<PassingKept>(&body);
        entries.push_back({seq, "main",
                           kept ? kept->received : timing::HostTime{2'000'000 + static_cast<std::int64_t>(seq)},
                           kept ? "" : "control", body});
    }
    return entries;
}

/// Runs at once what would be posted to the timing thread, and lets a test wait for the disk.
struct Disk {
    Post post() {
        return [this](const std::function<void()>&) {
            const std::lock_guard lock(mutex);
            ++commits;
            changed.notify_all();
        };
    }
    void wait_for(const SqliteJournal& journal, std::uint64_t seq) {
        std::unique_lock lock(mutex);
        REQUIRE(changed.wait_for(lock, std::chrono::seconds(20), [&] { return journal.durable() >= seq; }));
    }
    std::mutex mutex;
    std::condition_variable changed;
    int commits = 0;
};

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

void write_all(const std::string& path, const std::vector<Entry>& entries) {
    Disk disk;
    auto journal = SqliteJournal::open(path, disk.post());
    REQUIRE(journal.has_value());
    for (const Entry& entry : entries) (*journal)->append(entry);
    disk.wait_for(**journal, entries.back().seq);
}

/// Of the first commit that verify finds altered, where it begins and ends; {0, 0}: it finds none.
std::pair<int, int> altered_in(const std::string& path) {
    const std::string fault = verify_journal(path).value_or(path).substr(path.size());
    int from = 0, until = 0;
    if (std::sscanf(fault.c_str(), ": entries %d to %d are not as they were written", &from, &until) == 2)
        return {from, until};
    return std::sscanf(fault.c_str(), ": entry %d is not as it was written", &from) == 1 ? std::pair(from, from)
                                                                                         : std::pair(0, 0);
}

bool lies_in(int seq, std::pair<int, int> commit) { return commit.first <= seq && seq <= commit.second; }

std::string error_of(const std::string& path) {
    const auto journal = SqliteJournal::open(path, [](const std::function<void()>&) {});
    return journal ? "" : journal.error();
}

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

TEST_CASE("a journal whose passings had no quality keeps its seals, and a quality that was altered is found") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    {
        SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (const int step : {0, 1, 2}) old.exec(std::string(migrations[step]));
        old.exec(
            "INSERT INTO passing VALUES (1,'main','lamp',0,5,7,0,NULL,NULL,NULL,NULL,NULL,NULL,0,'none',NULL,NULL,1,"
            "NULL,NULL,NULL)");
        Seal seal(std::string(32, '\0'));
        seal.begin_row(passing_letter);
        seal.add(std::int64_t{1});
        seal.add("main");
        seal.add("lamp");
        for (const std::int64_t value : {0, 5, 7, 0}) seal.add(value);
        for (int nothing = 0; nothing < 6; ++nothing) seal.add_nothing();
        seal.add(std::int64_t{0});
        seal.add("none");
        for (int nothing = 0; nothing < 2; ++nothing) seal.add_nothing();
        seal.add(std::int64_t{1});
        for (int nothing = 0; nothing < 3; ++nothing) seal.add_nothing();
        SQLite::Statement write(old, "INSERT INTO seal VALUES (1, ?)");
        const std::string sum = seal.sum();
        write.bind(1, sum.data(), static_cast<int>(sum.size()));
        write.exec();
        old.exec("PRAGMA user_version = 3; PRAGMA application_id = " + std::to_string(journal_kind().application_id));
    }
    CHECK_FALSE(verify_journal(path));
    CHECK(std::get<PassingKept>(read_entries(path)->at(0).body).passing.trigger);
    write_all(path, {{2, "main", manual_passing().received, "", manual_passing()}});
    CHECK(std::filesystem::exists(path + ".before-3"));
    CHECK_FALSE(verify_journal(path));
    CHECK_FALSE(std::get<PassingKept>(read_entries(path)->at(0).body).manual);
    CHECK(std::get<PassingKept>(read_entries(path)->at(1).body).manual);
    const auto altered_by = [&](const std::string& change) {
        SQLite::Database(path, SQLite::OPEN_READWRITE).exec("DROP TRIGGER IF EXISTS passing_is_final; " + change);
        return altered_in(path);
    };
    CHECK(lies_in(2, altered_by("UPDATE passing SET quality = NULL WHERE seq = 2")));
    CHECK(lies_in(2, altered_by("UPDATE passing SET quality = 'decoder' WHERE seq = 2")));
    CHECK(altered_by("UPDATE passing SET quality = 'manual' WHERE seq = 2") == std::pair(0, 0));
    CHECK(lies_in(1, altered_by("UPDATE passing SET quality = 'manual' WHERE seq = 1")));
}

TEST_CASE("a crossing that was given to an entrant comes back as it went") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const std::vector<Entry> given{
        {1, "main", {2'000'001}, "control", CrossingKept{"ses_1", 7, {8'101'234}, {19}, "light", "C1"}}};
    write_all(path, given);
    CHECK(read_entries(path) == given);
}

TEST_CASE("an epoch that was moved comes back as it went") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const std::vector<Entry> moved{{1, "main", {2'000'001}, "", EpochMoved{"sf", 3, 22'000'000}}};
    write_all(path, moved);
    CHECK(read_entries(path) == moved);
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

TEST_CASE("a journal of a newer Chicane is refused and left as it is") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    write_all(path, one_of_each());
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    CHECK(error_of(path).find("newer Chicane (version 99") != std::string::npos);
}

TEST_CASE("a file that is no database, and a folder that is not there, are one clear line") {
    const Folder folder;
    std::ofstream(folder.file("journal.db")) << std::string(5000, 'x');
    CHECK(error_of(folder.file("journal.db")).find("no database at all; nothing was changed") != std::string::npos);
    CHECK(error_of(folder.file("nowhere/journal.db")).find("cannot be opened") != std::string::npos);
}

TEST_CASE("a row of the journal can be neither changed nor deleted") {
    const Folder folder;
    write_all(folder.file("journal.db"), one_of_each());
    SQLite::Database database(folder.file("journal.db"), SQLite::OPEN_READWRITE);
    CHECK_THROWS_WITH(database.exec("UPDATE passing SET transponder = 1"), Catch::Contains("append-only"));
    CHECK_THROWS_WITH(database.exec("DELETE FROM event"), Catch::Contains("append-only"));
}

TEST_CASE("an entry that is missing is found") {
    const Folder folder;
    auto entries = one_of_each();
    entries.erase(entries.begin() + 4);
    write_all(folder.file("journal.db"), entries);
    CHECK(verify_journal(folder.file("journal.db")) == folder.file("journal.db") + ": entry 5 is missing");
}

TEST_CASE("a value of a row that was altered is found, with the commit that it is of") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto altered_by = [&](const std::string& change) {
        std::filesystem::remove(path);
        write_all(path, one_of_each());
        SQLite::Database(path, SQLite::OPEN_READWRITE)
            .exec("DROP TRIGGER passing_is_final; DROP TRIGGER event_is_final; " + change);
        return altered_in(path);
    };
    CHECK(lies_in(1, altered_by("UPDATE passing SET time_us = time_us + 1")));
    CHECK(lies_in(1, altered_by("UPDATE passing SET strength = NULL")));
    CHECK(lies_in(1, altered_by("UPDATE passing SET string = 'FL-94891'")));
    CHECK(lies_in(5, altered_by("UPDATE event SET by = 'anna' WHERE seq = 5")));
    CHECK(lies_in(12, altered_by("UPDATE event SET body = replace(body, 'Track', 'track') WHERE seq = 12")));
    CHECK(altered_by("SELECT 1") == std::pair(0, 0));
}

TEST_CASE("a row that another hand added, and seals that are gone, are found") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    const auto fault_after = [&](const std::string& change) {
        std::filesystem::remove(path);
        write_all(path, one_of_each());
        SQLite::Database(path, SQLite::OPEN_READWRITE).exec("DROP TRIGGER seal_stays; " + change);
        return verify_journal(path).value_or(path).substr(path.size());
    };
    CHECK(fault_after(
              "INSERT INTO event SELECT 15, track, at_us, by, session, kind, version, body FROM event WHERE seq = "
              "13") == ": entry 15 was not written by Chicane");
    CHECK(fault_after("DELETE FROM seal WHERE seq > 0") == ": entry 1 was not written by Chicane");
    CHECK(fault_after("DELETE FROM seal") == ": the seals are missing");
}

TEST_CASE("a journal goes on with its seals after a restart") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    std::vector<Entry> more = one_of_each();
    write_all(path, more);
    for (Entry& entry : more) entry.seq += one_of_each().size();
    write_all(path, more);
    CHECK_FALSE(verify_journal(path));
    SQLite::Database(path, SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER event_is_final; UPDATE event SET by = 'x' WHERE seq = 21");
    CHECK(lies_in(21, altered_in(path)));
    CHECK(altered_in(path).first > 14);
}

TEST_CASE("a journal without seals is copied, and sealed from there on") {
    const Folder folder;
    const std::string path = folder.file("journal.db"), new_path = folder.file("new.db");
    write_all(new_path, one_of_each());
    {
        SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec(std::string(migrations[0]));
        old.exec("PRAGMA user_version = 1; PRAGMA application_id = " + std::to_string(journal_kind().application_id));
        old.exec("ATTACH '" + new_path + "' AS new; INSERT INTO passing SELECT " + first_columns + " FROM new.passing");
        old.exec("INSERT INTO event SELECT * FROM new.event");
    }
    CHECK_FALSE(verify_journal(path));
    std::vector<Entry> more = one_of_each();
    for (Entry& entry : more) entry.seq += one_of_each().size();
    write_all(path, more);
    CHECK(std::filesystem::exists(path + ".before-1"));
    CHECK_FALSE(verify_journal(path));
    CHECK(read_entries(path)->size() == 2 * one_of_each().size());
    SQLite::Database(path, SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER passing_is_final; UPDATE passing SET hits = 1 WHERE seq = 15");
    CHECK(lies_in(15, altered_in(path)));
}

TEST_CASE("a journal whose passings had fewer fields keeps its seals and goes on with all of them") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    {
        SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec(std::string(migrations[0]));
        old.exec(std::string(migrations[1]));
        old.exec("INSERT INTO passing VALUES (1,'main','sf',0,5,7,101,1,268307,178,52,0,NULL,0)");
        Seal seal(std::string(32, '\0'));
        seal.begin_row(passing_letter);
        seal.add(std::int64_t{1});
        seal.add("main");
        seal.add("sf");
        for (const std::int64_t value : {0, 5, 7, 101, 1, 268'307, 178, 52, 0}) seal.add(value);
        seal.add_nothing();
        seal.add(std::int64_t{0});
        SQLite::Statement write(old, "INSERT INTO seal VALUES (1, ?)");
        const std::string sum = seal.sum();
        write.bind(1, sum.data(), static_cast<int>(sum.size()));
        write.exec();
        old.exec("PRAGMA user_version = 2; PRAGMA application_id = " + std::to_string(journal_kind().application_id));
    }
    CHECK_FALSE(verify_journal(path));
    CHECK(read_entries(path)->size() == 1);
    std::vector<Entry> more{{2, "main", full_passing().received, "", full_passing()}};
    write_all(path, more);
    CHECK(std::filesystem::exists(path + ".before-2"));
    CHECK_FALSE(verify_journal(path));
    const auto all = read_entries(path);
    REQUIRE(all->size() == 2);
    CHECK(std::get<PassingKept>((*all)[0].body).passing.clock == decoders::codec::ClockBase::utc);
    CHECK((*all)[1] == more[0]);
    const auto altered_by = [&](const std::string& change) {
        SQLite::Database(path, SQLite::OPEN_READWRITE).exec("DROP TRIGGER IF EXISTS passing_is_final; " + change);
        return altered_in(path);
    };
    CHECK(lies_in(2, altered_by("UPDATE passing SET clock = NULL WHERE seq = 2")));
    CHECK(lies_in(2, altered_by("UPDATE passing SET clock = 'start', loop = 'STA' WHERE seq = 2")));
    CHECK(altered_by("UPDATE passing SET loop = 'BOX' WHERE seq = 2") == std::pair(0, 0));
    CHECK(lies_in(1, altered_by("UPDATE passing SET clock = 'utc' WHERE seq = 1")));
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
    add(9, PracticeKept{"open_main_9", {9 * day_us}, {}, {10 * day_us}});
    write_all(folder.file("journal.db"), entries);
    const auto read = read_for_restart(folder.file("journal.db"));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 2);
    CHECK(std::holds_alternative<KartKept>((*read)[0].body));
    CHECK(std::holds_alternative<PracticeKept>((*read)[1].body));
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
