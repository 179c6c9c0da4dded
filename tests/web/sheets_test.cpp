// What is printed and downloaded of a session: texts, CSV, JSON and the documents, made of a race of three karts that the engine ran.
#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "tests/sessions/session_case.hpp"
#include "web/sheets/document.hpp"
#include "web/sheets/tables.hpp"
#include "web/sheets/texts.hpp"

using namespace chicane;
using namespace chicane::web::sheets;
namespace json = boost::json;

namespace {

constexpr std::int64_t noon_us = 1'780'740'000'000'000;  ///< Saturday 6 June 2026, 10:00 UTC

/// 1 wins over five laps, 2 is second, 3 gives up after two; 2 jumped the start, and 1 was warned.
Facts race_facts() {
    auto setup = sessions::race();
    setup.name = "Heat 2";
    setup.track = "main";
    setup.rules.end.laps = 5;
    setup.rules.end.time_us = 900'000'000;
    setup.rules.classified_percent = 50;
    setup.entrants[0].name = "Ana Martin";
    setup.entrants[0].public_name = "Ana M.";
    setup.entrants[1].name = "=Bob \"the\" O’Connor, jr";
    sessions::Case race(setup);
    for (int lap = 0; lap <= 5; ++lap) {
        race.pass(101, 10 + lap * 44.123);
        race.pass(102, 11.5 + lap * 45 + (lap > 3 ? 40 : 0));
        if (lap <= 2) race.pass(103, 12 + lap * 46);
    }
    race.tell(sessions::DecisionMade{.number = 12,
                                     .entrant = {2},
                                     .penalty = timing::Penalty::time,
                                     .amount = 5'000'000,
                                     .at = {noon_us},
                                     .by = "admin",
                                     .fact = "Jumped the start",
                                     .article = "7.3"});
    race.tell(
        sessions::DecisionMade{.number = 14, .entrant = {1}, .penalty = timing::Penalty::warning, .at = {noon_us}});
    Facts facts;
    facts.centre = "Dunes";
    facts.track = "Main circuit";
    facts.length_m = 650;
    facts.setup = setup;
    facts.result = race.window.result(sessions::at_s(900), false);
    facts.started_at_us = noon_us;
    facts.printed_at_us = noon_us + 1'360'000'000;
    facts.utc_offset_s = 7200;
    facts.language = Language::en;
    return facts;
}

json::value document(Kind kind, const Facts& facts) { return json::parse(document_of(kind, facts)); }

std::string at(const json::value& from, std::string_view pointer) {
    boost::system::error_code error;
    const auto* found = from.find_pointer(pointer, error);
    if (!found) return "nothing at " + std::string(pointer);
    return found->is_string() ? std::string(found->as_string()) : json::serialize(*found);
}

}  // namespace

TEST_CASE("times on paper are cut and never rounded") {
    CHECK(time_text(43'765'999) == "43.765");
    CHECK(time_text(59'999'999) == "59.999");
    CHECK(time_text(62'345'000) == "1:02.345");
    CHECK(time_text(3'723'456'000) == "1:02:03.456");
    CHECK(time_text(std::nullopt) == "—");
}

TEST_CASE("a gap is a time, whole laps in words, or a dash") {
    CHECK(gap_text({3'933'000, 0}, false, Language::fr) == "+3.933");
    CHECK(gap_text({std::nullopt, 1}, false, Language::fr) == "1\u00a0tour");
    CHECK(gap_text({std::nullopt, 2}, false, Language::en) == "2\u00a0laps");
    CHECK(gap_text({0, 0}, true, Language::en) == "—");
    CHECK(gap_text({}, false, Language::en) == "—");
}

TEST_CASE("dates and clocks are those of the centre, in the sheet's language") {
    CHECK(date_text(noon_us, 7200, Language::fr) == "samedi 6 juin 2026");
    CHECK(date_text(noon_us, 7200, Language::en) == "Saturday 6 June 2026");
    CHECK(date_text(noon_us - 6 * 86'400'000'000, 0, Language::fr).find("31 mai") != std::string::npos);
    CHECK(date_text(noon_us - 5 * 86'400'000'000, 0, Language::fr).find("1er juin") != std::string::npos);
    CHECK(date_text(noon_us + 13 * 3'600'000'000, 7200, Language::en) == "Sunday 7 June 2026");
    CHECK(clock_text(noon_us, 7200, false) == "12:00");
    CHECK(clock_text(noon_us, -36'000, true) == "0:00:00");
    CHECK(speed_text(650, 43'765'000, Language::fr) == "53,4");
    CHECK(speed_text(650, 43'765'000, Language::en) == "53.4");
}

TEST_CASE("how a session ends and what a penalty is stand there in words") {
    timing::End end;
    end.laps = 20;
    end.time_us = 900'000'000;
    CHECK(end_text(end, Language::fr) == "20\u00a0tours ou 15\u00a0min, au premier");
    end.laps = 0;
    end.plus_laps = 1;
    CHECK(end_text(end, Language::en) == "15\u00a0min + 1\u00a0lap");
    CHECK(end_text({}, Language::en) == "ended by race control");
    CHECK(penalty_text(timing::Penalty::time, 5'000'000, false, Language::fr) == "+5\u00a0s");
    CHECK(penalty_text(timing::Penalty::time, 2'500'000, false, Language::fr) == "+2.500\u00a0s");
    CHECK(penalty_text(timing::Penalty::places, 3, false, Language::en) == "3\u00a0places lost");
    CHECK(penalty_text(timing::Penalty::drive_through, 20'000'000, true, Language::en) == "drive-through, served");
    CHECK(penalty_text(timing::Penalty::stop_and_go, 20'000'000, false, Language::fr) ==
          "arrêt aux stands\u00a0: +20\u00a0s");
    sessions::DecisionMade made{.number = 1, .entrant = {1}, .penalty = timing::Penalty::time, .amount = 5'000'000};
    CHECK(decision_text(made, Language::fr) == "+5\u00a0s");
    made.provisional = true;
    CHECK(decision_text(made, Language::fr) == "+5\u00a0s, provisoire");
}

TEST_CASE("CSV has points and commas, quotes what needs it, and no formula") {
    const auto text = csv(table_of(Kind::result, race_facts()));
    CHECK(text.starts_with("position,number,name,status,classified,laps,total_s,best_s,best_lap,"));
    CHECK(text.find("\r\n1,1,Ana Martin,finished,true,5,220.615000,44.123000,1,44.123000,") != std::string::npos);
    CHECK(text.find("\r\n2,2,\"'=Bob \"\"the\"\" O’Connor, jr\",") != std::string::npos);
    CHECK(text.find(',') != std::string::npos);
    CHECK(text.find(';') == std::string::npos);
    CHECK(text.ends_with("\r\n"));
    CHECK(csv({{"gap_us", "name"}, {{std::int64_t{-1'500'000}, std::string("a\nb")}, {None{}, true}}}) ==
          "gap_s,name\r\n-1.500000,\"a\nb\"\r\n,true\r\n");
}

TEST_CASE("JSON of a sheet keeps microseconds, and null where there is nothing") {
    const auto rows = json::parse(table_json(table_of(Kind::result, race_facts())));
    CHECK(at(rows, "/rows/0/total_us") == "220615000");
    CHECK(at(rows, "/rows/2/status") == "dnf");
    CHECK(at(rows, "/rows/2/classified") == "false");
    CHECK(at(json::parse(table_json(table_of(Kind::lap_times, race_facts()))), "/rows/0/number") == "1");
}

TEST_CASE("public names replace full ones in every kind") {
    auto facts = race_facts();
    for (const auto word : kind_words) {
        const auto kind = *kind_of(word);
        facts.names = Names::full;
        CHECK(document_of(kind, facts).find("Ana M.") == std::string::npos);
        facts.names = Names::of_public;
        CHECK(document_of(kind, facts).find("Ana Martin") == std::string::npos);
        CHECK(csv(table_of(kind, facts)).find("Ana Martin") == std::string::npos);
    }
}

TEST_CASE("a sheet for the public does not say who decided") {
    auto facts = race_facts();
    facts.result->decisions.front().by = "steward-4";
    CHECK(document_of(Kind::decisions, facts).find("steward-4") != std::string::npos);
    facts.names = Names::of_public;
    CHECK(document_of(Kind::decisions, facts).find("steward-4") == std::string::npos);
    CHECK(csv(table_of(Kind::decisions, facts)).find("steward-4") == std::string::npos);
}

TEST_CASE("of the largest team as many drivers are listed as a cell holds, and all of them in the table") {
    auto facts = race_facts();
    auto& drivers = facts.setup.entrants.front().drivers;
    const std::string name(60, 'x');
    for (std::uint32_t id = 1; id <= 64; ++id) drivers.push_back({{id}, name + std::to_string(id), "X."});
    const auto listed = document_of(Kind::entries, facts);
    CHECK(listed.find(name + "6 …") != std::string::npos);
    CHECK(listed.find(name + "7") == std::string::npos);
    CHECK(csv(table_of(Kind::entries, facts)).find(name + "64") != std::string::npos);
}

TEST_CASE("a race's sheet has its places, times, gaps, speeds, and the best of all marked") {
    const auto sheet = document(Kind::result, race_facts());
    CHECK(at(sheet, "/title") == "Heat 2");
    CHECK(at(sheet, "/subtitle") == "Race result, Saturday 6 June 2026");
    CHECK(at(sheet, "/stamp/state") == "provisional");
    CHECK(at(sheet, "/facts/1/value") == "Main circuit, 650\u00a0m");
    CHECK(at(sheet, "/facts/3/value") == "3, 2");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/0") == "1");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/4") == "3:40.615");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/5") == "—");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/7/mark") == "P");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/7/text") == "44.123");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/9") == "53.0");
    CHECK(at(sheet, "/blocks/0/rows/1/cells/7") == "45.000");
    // 2 has 5 s in his time, which he did not drive: 4 laps of 650 m in 220 s.
    CHECK(at(sheet, "/blocks/0/rows/1/cells/4") == "3:46.500");
    CHECK(at(sheet, "/blocks/0/rows/1/cells/9") == "42.2");
    CHECK(at(document(Kind::entries, race_facts()), "/facts/3/value") == "3");
}

TEST_CASE("who is not classified has a dash, words instead of times, and is muted") {
    auto facts = race_facts();
    facts.language = Language::fr;
    const auto sheet = document(Kind::result, facts);
    CHECK(at(sheet, "/blocks/0/rows/2/muted") == "true");
    CHECK(at(sheet, "/blocks/0/rows/2/cells/0") == "–");
    CHECK(at(sheet, "/blocks/0/rows/2/cells/4/text") == "n’a pas terminé");
    CHECK(at(sheet, "/blocks/0/rows/2/cells/4/span") == "3");
}

TEST_CASE("a decision has its foot-note, and its number stands at the name") {
    const auto sheet = document(Kind::result, race_facts());
    CHECK(at(sheet, "/blocks/0/rows/1/cells/2/note") == "1");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/2/note") == "2");
    CHECK(at(sheet, "/blocks/1/items/0/text/0/bold") == "D12");
    CHECK(at(sheet, "/blocks/1/items/0/text/1") == ", art. 7.3, Jumped the start: ");
    CHECK(at(sheet, "/blocks/1/items/0/text/2/bold") == "+5\u00a0s");
    CHECK(at(sheet, "/blocks/1/items/0/text/3") == ", in the time.");
    CHECK(at(sheet, "/blocks/1/items/1/text/3") == ".");
    CHECK(at(document(Kind::decisions, race_facts()), "/blocks/0/rows/0/cells/1") == "12:00:00");
    auto none = race_facts();
    none.result->decisions.clear();
    CHECK(at(document(Kind::decisions, none), "/blocks/0/empty") == "No decision.");
}

TEST_CASE("a sheet of a session that runs says that it is not over, and an official one that it is") {
    auto facts = race_facts();
    facts.result->state = timing::SessionState::running;
    CHECK(at(document(Kind::result, facts), "/stamp/note") == "the session is not over");
    facts = race_facts();
    facts.result->official = sessions::Official{{1}, "control"};
    CHECK(at(document(Kind::result, facts), "/stamp/word") == "Official");
    CHECK(at(document(Kind::grid, facts), "/stamp").starts_with("nothing"));
}

TEST_CASE("a lap chart begins with the grid, follows the crossings, and ends at the result") {
    const auto lines = document(Kind::lap_chart, race_facts());
    CHECK(at(lines, "/blocks/0/first_x") == "0");
    CHECK(at(lines, "/blocks/0/lines/0/places") == "[1,1,1,1,1,1]");
    CHECK(at(lines, "/blocks/0/lines/1/places") == "[2,2,2,2,2,2]");
    CHECK(at(lines, "/blocks/0/lines/2/places") == "[3,3,3]");
    const auto rows = table_of(Kind::lap_chart, race_facts()).rows;
    CHECK(rows.size() == 11);
}

TEST_CASE("lap times mark each one's best, and the best of all otherwise") {
    const auto laps = document(Kind::lap_times, race_facts());
    CHECK(at(laps, "/blocks/0/entrants/0/laps/0/mark") == "P");
    CHECK(at(laps, "/blocks/0/entrants/0/laps/0/best") == "true");
    CHECK(at(laps, "/blocks/0/entrants/1/laps/0/mark") == "G");
    CHECK(at(laps, "/blocks/0/entrants/0/note") == "5\u00a0laps, best 44.123, average 44.123");
}

TEST_CASE("sectors have the best of each, and what an ideal lap would have won") {
    auto facts = race_facts();
    auto& rows = facts.result->classification;
    rows[0].sectors = {{1, 14'000'000, 14'000'000}, {2, 30'000'000, 30'000'000}};
    rows[1].sectors = {{1, 15'000'000, 13'900'000}, {2, 30'000'000, std::nullopt}};
    const auto sheet = document(Kind::sectors, facts);
    CHECK(at(sheet, "/blocks/0/rows/0/cells/3") == "14.000");
    CHECK(at(sheet, "/blocks/0/rows/1/cells/3/text") == "13.900");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/5") == "44.000");
    CHECK(at(sheet, "/blocks/0/rows/0/cells/7") == "+0.123");
    CHECK(at(sheet, "/blocks/0/rows/1/cells/5") == "—");
    CHECK(table_of(Kind::sectors, facts).columns.at(4) == "s2_us");
}

TEST_CASE("certificates are for those who are classified") {
    const auto all = document(Kind::certificate, race_facts());
    CHECK(all.at("certificates").as_array().size() == 2);
    CHECK(at(all, "/certificates/0/place") == "1");
    CHECK(at(all, "/certificates/0/place_note") == "of 2");
    CHECK(at(all, "/certificates/0/facts/0/value") == "44.123");
}

TEST_CASE("entries and grid need no result") {
    auto facts = race_facts();
    facts.result.reset();
    CHECK(at(document(Kind::grid, facts), "/blocks/0/slots/2/place") == "3");
    CHECK(at(document(Kind::entries, facts), "/blocks/0/rows/0/cells/3") == "101");
    facts.setup.entrants[1].drivers = {{{1}, "Anna Berg", "Anna B."}, {{2}, "Ben Ito", "Ben I."}};
    CHECK(at(document(Kind::entries, facts), "/blocks/0/rows/1/cells/3") == "Anna Berg, Ben Ito");
    facts.setup.entrants[1].drivers.clear();
    CHECK(at(document(Kind::entries, facts), "/facts/3/value") == "3");
    CHECK(csv(table_of(Kind::entries, facts)).find("\r\n1,Ana Martin,101 201,\r\n") != std::string::npos);
}

TEST_CASE("a best-lap session is ranked by best laps, and has no second list of them") {
    auto facts = race_facts();
    facts.setup.rules.kind = timing::Kind::qualifying;
    facts.setup.rules.rank = timing::Ranking::best_lap;
    const auto sheet = document(Kind::result, facts);
    CHECK(at(sheet, "/subtitle") == "Qualifying result, Saturday 6 June 2026");
    CHECK(at(sheet, "/blocks/0/columns/3/head") == "Best");
    CHECK(sheet.at("blocks").as_array().size() == 2);
}
