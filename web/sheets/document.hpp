// A sheet as the document that chicane-print reads: web/schema/print.schema.json. Every text on it is made here.
#pragma once

#include <string>

#include "web/feed/json_text.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::sheets {

/// A kind that needs a result is not asked for without one.
std::string document_of(Kind kind, const Facts& facts);

/// What a sheet is called: `Résultat de la course`.
std::string title_of(Kind kind, const Facts& facts);

// Each writes the values of `blocks`; the last one those of `certificates`.
void write_result(feed::JsonText& json, const Facts& facts);
void write_entries(feed::JsonText& json, const Facts& facts);
void write_grid(feed::JsonText& json, const Facts& facts);
void write_lap_times(feed::JsonText& json, const Facts& facts);
void write_lap_chart(feed::JsonText& json, const Facts& facts);
void write_sectors(feed::JsonText& json, const Facts& facts);
void write_decisions(feed::JsonText& json, const Facts& facts);
void write_certificates(feed::JsonText& json, const Facts& facts);

}  // namespace chicane::web::sheets
