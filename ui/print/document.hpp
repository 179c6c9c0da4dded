// What is to be printed, as values: a sheet's texts, its blocks, or certificates. Everything that a reader of the paper sees is data;
// nothing here knows what a lap is. web/schema/print.schema.json says the same of the JSON document.
#pragma once

#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace chicane::ui::print {

enum class Language { fr, en };

/// A stretch of a sentence.
struct Run {
    enum class Look { plain, bold, raised };
    QString text;
    Look look = Look::plain;
};
using Sentence = std::vector<Run>;

/// The box at the top right: what the sheet is worth.
struct Stamp {
    bool official = false;  ///< filled; else a frame, which says that it may still change
    QString word;
    QString note;
    QString time;
};

struct Fact {
    QString label;
    QString value;
};

/// How the cells of a column look.
enum class Style { place, plate, name, words, figure, quiet, strong };

struct Column {
    QString head;
    Style style = Style::figure;
};

struct Cell {
    QString text;
    QString below;  ///< a second, smaller line
    QString note;   ///< raised behind the text: which foot-note
    bool best = false;
    QString mark;  ///< a letter in a filled square behind the text
    int span = 1;  ///< how many columns it takes
};

struct Row {
    std::vector<Cell> cells;
    bool muted = false;
};

struct Table {
    QString title;
    std::vector<Column> columns;  ///< without any head there is no head row
    std::vector<Row> rows;
    QString empty;  ///< stands where there are no rows
};

struct Notes {
    struct Item {
        QString mark;
        Sentence text;
    };
    QString title;
    std::vector<Item> items;
};

/// Each entrant's laps, many in a line.
struct Laps {
    struct Lap {
        QString lap;
        QString time;
        bool best = false;
        QString mark;
        bool muted = false;
    };
    struct Entrant {
        QString plate;
        QString name;
        QString note;
        std::vector<Lap> laps;
    };
    QString title;
    std::vector<Entrant> entrants;
};

/// Places by lap: a line an entrant, from `first_x` on; where it has no place it ends.
struct Chart {
    struct Line {
        QString plate;
        QString name;
        std::vector<int> places;
    };
    QString title;
    QString x_label;
    QString y_label;
    int first_x = 0;
    std::vector<Line> lines;
};

/// Places on the track before a start, in staggered columns.
struct Grid {
    struct Slot {
        QString place;
        QString plate;
        QString name;
        QString note;
    };
    QString title;
    int columns = 2;
    std::vector<Slot> places;
};

struct Beside;
using Block = std::variant<Table, Notes, Laps, Chart, Grid, Beside>;

/// Small blocks next to each other, never divided by a page's end.
struct Beside {
    std::vector<Block> parts;
};

struct Signature {
    QString who;
    QString note;
};

struct Certificate {
    QString word;
    QString name;
    QString plate;
    QString place;
    QString place_note;
    QString occasion;
    std::vector<Fact> facts;
};

struct Document {
    QString kind;
    Language language = Language::fr;
    QString centre;
    QString logo;  ///< a picture's path; empty: the mark of the house
    QString title;
    QString subtitle;
    std::optional<Stamp> stamp;
    std::vector<Fact> facts;
    std::vector<Block> blocks;
    std::vector<Certificate> certificates;  ///< a page each, instead of blocks
    QString qr;
    std::vector<Signature> signatures;
    QString address;  ///< at the foot of each page
    QString version;
};

}  // namespace chicane::ui::print
