// A fleet of karts from a CSV file: number, class, transponders. Pure: text in; rows, or the line that is wrong. The server
// says what each row would do (new, changed, same, refused) before anything is written.
#pragma once

#include <QJsonArray>
#include <QString>

namespace chicane::ui::models {

inline constexpr int fleet_rows_max = 500;  ///< more karts than any centre has; a larger file is another file
inline constexpr int transponders_a_kart_max = 4;

struct FleetFile {
    QJsonArray rows;   ///< {"number","class","transponders":[…]} as POST /karts/import takes them
    int bad_line = 0;  ///< 0: all is well
    QString bad_text;  ///< what stands there
    enum class Fault { none, no_number, bad_transponder, too_many } fault = Fault::none;
};

/// Reads `number;class;tag;tag` with comma, semicolon or tab; a first line without digits in its first field is a heading.
FleetFile read_fleet(const QString& text);

}  // namespace chicane::ui::models
