// Journals that an older or a newer Chicane has written.
#include "sessions/journal/database_file.hpp"
#include "sessions/journal/journal.hpp"
#include "sessions/journal/migrations.hpp"
#include "sessions/journal/rows.hpp"
#include "sessions/journal/seal.hpp"
#include "tests/sessions/journal_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using namespace chicane::sessions::journal;

namespace {

/// The columns of a passing in the first two versions of a journal.
const std::string first_columns =
    "seq, track, device, epoch, received_us, time_us, transponder, number, decoder, strength, hits, flags, string, "
    "correction_us";

}  // namespace

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

TEST_CASE("a journal of a newer Chicane is refused and left as it is") {
    const Folder folder;
    const std::string path = folder.file("journal.db");
    write_all(path, one_of_each());
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    CHECK(error_of(path).find("newer Chicane (version 99") != std::string::npos);
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
