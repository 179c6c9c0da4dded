#include "web/sheets/document.hpp"

#include <algorithm>

#include "web/sheets/parts.hpp"
#include "web/sheets/texts.hpp"

namespace chicane::web::sheets {
namespace {

using feed::JsonText;
using sessions::ClassifiedRow;

constexpr std::int64_t format = 1;

std::string_view result_title(timing::Kind kind, Language l) {
    switch (kind) {
        case timing::Kind::practice:
            return in(l, "Résultat des essais", "Practice result");
        case timing::Kind::qualifying:
            return in(l, "Résultat de la qualification", "Qualifying result");
        case timing::Kind::race:
            return in(l, "Résultat de la course", "Race result");
        case timing::Kind::endurance:
            return in(l, "Résultat de l’endurance", "Endurance result");
    }
    return {};
}

void write_fact(JsonText& json, std::string_view label, const std::string& value) {
    json.begin_object().key("label").text(label).key("value").text(value).end_object();
}

/// `18, 17`: who has a lap or was entered, and who is ranked.
std::string starters_text(const sessions::Result& result) {
    const auto started = std::ranges::count_if(
        result.classification, [](const ClassifiedRow& row) { return row.laps > 0 || row.total_us.has_value(); });
    const auto ranked = std::ranges::count(result.classification, true, &ClassifiedRow::classified);
    return std::to_string(started) + ", " + std::to_string(ranked);
}

void write_facts(JsonText& json, Kind kind, const Facts& facts) {
    const auto l = facts.language;
    json.key("facts").begin_array();
    if (facts.started_at_us)
        write_fact(json, in(l, "Départ", "Start"), clock_text(*facts.started_at_us, facts.utc_offset_s, false));
    const std::string length = facts.length_m > 0 ? ", " + std::to_string(facts.length_m) + "\u00a0m" : "";
    write_fact(json, in(l, "Piste", "Track"), facts.track + length);
    write_fact(json, in(l, "Format", "Format"), end_text(facts.setup.rules.end, l));
    if (facts.result && needs_result(kind))
        write_fact(json, in(l, "Partants, classés", "Started, classified"), starters_text(*facts.result));
    else
        write_fact(json, in(l, "Engagés", "Entries"), std::to_string(facts.setup.entrants.size()));
    json.end_array();
}

/// A result that may still change says so: it is official once race control has said it is.
void write_stamp(JsonText& json, const Facts& facts) {
    const auto l = facts.language;
    const bool official = facts.result->official.has_value();
    const bool runs = facts.result->state != timing::SessionState::finished;
    json.key("stamp").begin_object().key("state").text(official ? "official" : "provisional");
    json.key("word").text(official ? in(l, "Officiel", "Official") : in(l, "Provisoire", "Provisional"));
    if (runs) json.key("note").text(in(l, "la session n’est pas finie", "the session is not over"));
    json.end_object();
}

void write_signatures(JsonText& json, Kind kind, Language l) {
    if (kind == Kind::entries) return;
    json.key("signatures").begin_array();
    for (const auto who :
         {in(l, "Direction de course", "Clerk of the course"), in(l, "Chronométrage", "Timekeeping")}) {
        json.begin_object().key("who").text(who);
        json.key("note").text(in(l, "nom, heure, signature", "name, time, signature")).end_object();
        if (kind == Kind::certificate) break;
    }
    json.end_array();
}

void write_blocks(JsonText& json, Kind kind, const Facts& facts) {
    switch (kind) {
        case Kind::result:
            return write_result(json, facts);
        case Kind::entries:
            return write_entries(json, facts);
        case Kind::grid:
            return write_grid(json, facts);
        case Kind::lap_times:
            return write_lap_times(json, facts);
        case Kind::lap_chart:
            return write_lap_chart(json, facts);
        case Kind::sectors:
            return write_sectors(json, facts);
        case Kind::decisions:
            return write_decisions(json, facts);
        case Kind::certificate:
            return write_certificates(json, facts);
    }
}

}  // namespace

std::string title_of(Kind kind, const Facts& facts) {
    const auto l = facts.language;
    switch (kind) {
        case Kind::result:
            return std::string(result_title(facts.setup.rules.kind, l));
        case Kind::entries:
            return std::string(in(l, "Liste des engagés", "Entry list"));
        case Kind::grid:
            return std::string(in(l, "Grille de départ", "Starting grid"));
        case Kind::lap_times:
            return std::string(in(l, "Temps au tour", "Lap times"));
        case Kind::lap_chart:
            return std::string(in(l, "Places tour par tour", "Lap chart"));
        case Kind::sectors:
            return std::string(in(l, "Analyse des secteurs", "Sector analysis"));
        case Kind::decisions:
            return std::string(in(l, "Décisions", "Decisions"));
        case Kind::certificate:
            return std::string(in(l, "Certificat", "Certificate"));
    }
    return {};
}

std::string document_of(Kind kind, const Facts& facts) {
    const auto l = facts.language;
    const bool certificate = kind == Kind::certificate;
    const std::string day = date_text(facts.started_at_us.value_or(facts.printed_at_us), facts.utc_offset_s, l);
    JsonText json;
    json.begin_object().key("format").integer(format).key("kind").text(word(kind));
    json.key("language").text(in(l, "fr", "en")).key("centre").begin_object().key("name").text(facts.centre);
    if (!facts.logo.empty()) json.key("logo").text(facts.logo);
    json.end_object();
    json.key("title").text(facts.setup.name.empty() ? title_of(kind, facts) : facts.setup.name);
    json.key("subtitle").text((certificate ? facts.track : title_of(kind, facts)) + ", " + day);
    if (facts.result && !certificate && needs_result(kind)) write_stamp(json, facts);
    if (!certificate) write_facts(json, kind, facts);
    json.key(certificate ? "certificates" : "blocks").begin_array();
    write_blocks(json, kind, facts);
    json.end_array();
    write_signatures(json, kind, l);
    json.key("address").text(facts.setup.id);
    json.key("version").text(std::string(in(l, "Journal ", "Journal ")) + std::to_string(facts.log) +
                             std::string(in(l, ", imprimé à ", ", printed at ")) +
                             clock_text(facts.printed_at_us, facts.utc_offset_s, true));
    return json.end_object().take();
}

}  // namespace chicane::web::sheets
