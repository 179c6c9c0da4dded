// Seals: what another hand did to a journal is found.
#include "sessions/journal/database_file.hpp"
#include "sessions/journal/journal.hpp"
#include "tests/sessions/journal_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using namespace chicane::sessions::journal;

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
