#include "web/sheets/table.hpp"

#include "web/feed/json_text.hpp"

namespace chicane::web::sheets {
namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::string_view end_of_line = "\r\n";

bool is_time(const std::string& column) { return column.ends_with("_us"); }

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"') made += '"';
        made += c;
    }
    return made + '"';
}

/// https://owasp.org/www-community/attacks/CSV_Injection: a name may be typed by anybody.
std::string harmless(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    return quoted(formula ? "'" + text : text);
}

std::string seconds(std::int64_t us) {
    const std::string sign = us < 0 ? "-" : "";
    const std::int64_t size = us < 0 ? -us : us;
    std::string decimals = std::to_string(size % second_us);
    decimals.insert(0, 6 - decimals.size(), '0');
    return sign + std::to_string(size / second_us) + "." + decimals;
}

struct AsCsv {
    bool time;
    std::string operator()(None) const { return {}; }
    std::string operator()(std::int64_t number) const { return time ? seconds(number) : std::to_string(number); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
    std::string operator()(const std::string& text) const { return harmless(text); }
};

struct AsJson {
    feed::JsonText& json;
    void operator()(None) const { json.null(); }
    void operator()(std::int64_t number) const { json.integer(number); }
    void operator()(bool yes) const { json.boolean(yes); }
    void operator()(const std::string& text) const { json.text(text); }
};

}  // namespace

std::string csv(const Table& table) {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& name = table.columns[i];
        text += (i > 0 ? "," : "") + (is_time(name) ? name.substr(0, name.size() - 2) + "s" : name);
    }
    text += end_of_line;
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i > 0 ? "," : "") + std::visit(AsCsv{is_time(table.columns[i])}, row[i]);
        text += end_of_line;
    }
    return text;
}

std::string table_json(const Table& table) {
    feed::JsonText json;
    json.begin_object().key("columns").begin_array();
    for (const auto& column : table.columns) json.text(column);
    json.end_array().key("rows").begin_array();
    for (const auto& row : table.rows) {
        json.begin_object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            json.key(table.columns[i]);
            std::visit(AsJson{json}, row[i]);
        }
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace chicane::web::sheets
