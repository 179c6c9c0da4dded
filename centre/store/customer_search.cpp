#include "centre/store/customer_search.hpp"

#include <algorithm>

namespace chicane::centre::store {
namespace {

constexpr std::int64_t day_us = 86'400'000'000LL;

bool is_ascii_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// Every run of letters and digits becomes "run"*; what FTS5 would read as its own grammar never reaches it.
std::string match_expression(const std::string& query) {
    std::string expression, word;
    const auto flush = [&] {
        if (!word.empty()) expression += "\"" + word + "\"* ";
        word.clear();
    };
    for (const char c : query) {
        if (is_ascii_letter_or_digit(c))
            word += c;
        else
            flush();
    }
    flush();
    return expression;
}

// `06 12 34` and `+33 6 12` are one number, however it is spaced.
std::string joined_digits(const std::string& query) {
    const bool is_number = query.find_first_not_of("0123456789 +.-()/") == std::string::npos;
    if (!is_number) return query;
    const std::string tidy = customers::tidy_phone(query);
    return tidy.starts_with('+') ? tidy.substr(1) : tidy;
}

/// Adds whom a statement finds, each once and at most found_max in all.
template <class... Values>
void add_found(Connection& db, std::vector<std::int64_t>& ids, std::string_view sql, const Values&... values) {
    if (ids.size() >= found_max) return;
    auto rows = db.query(sql, values..., found_max);
    while (rows.step() && ids.size() < found_max)
        if (std::ranges::find(ids, rows.integer(0)) == ids.end()) ids.push_back(rows.integer(0));
}

// The plus keeps SQLite from asking the index of names anew for each of them.
void add_booked(Connection& db, std::vector<std::int64_t>& ids, const std::string& expression, const Day& days) {
    add_found(db, ids,
              "SELECT rowid FROM customer_search WHERE customer_search MATCH ? AND +rowid IN (SELECT seats.customer "
              "FROM sessions JOIN seats ON seats.session = sessions.id WHERE sessions.planned_start_us >= ? AND "
              "sessions.planned_start_us < ? AND seats.customer IS NOT NULL AND seats.state <> 'cancelled') "
              "ORDER BY rowid DESC LIMIT ?",
              expression, days.begin_us, days.end_us);
}

// Three months of a centre are too many seats to go through for two letters: those that match are held against theirs.
void add_seen_lately(Connection& db, std::vector<std::int64_t>& ids, const std::string& expression, const Day& today) {
    add_found(db, ids,
              "SELECT found FROM (SELECT rowid AS found FROM customer_search WHERE customer_search MATCH ? "
              "ORDER BY rowid DESC LIMIT ?) WHERE EXISTS(SELECT 1 FROM seats JOIN sessions ON sessions.id = "
              "seats.session WHERE seats.customer = found AND seats.state <> 'cancelled' AND sessions.planned_start_us "
              ">= ? AND sessions.planned_start_us < ?) LIMIT ?",
              expression, looked_at_max, today.begin_us - seen_lately_us, today.end_us);
}

}  // namespace

std::vector<CustomerRow> search_customers(Connection& db, const std::string& query, const Day& today) {
    std::vector<CustomerRow> found;
    const std::size_t letters = customers::letters(query);
    if (letters < search_letters_min || letters > search_letters_max) return found;
    const std::string expression = match_expression(joined_digits(query));
    if (expression.empty()) return found;
    std::vector<std::int64_t> ids;
    add_booked(db, ids, expression, today);
    add_booked(db, ids, expression, {today.begin_us - day_us, today.end_us + day_us});
    add_seen_lately(db, ids, expression, today);
    add_found(db, ids, "SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid DESC LIMIT ?",
              expression);
    for (const std::int64_t id : ids)
        if (auto row = find_customer(db, id)) found.push_back(std::move(*row));
    return found;
}

}  // namespace chicane::centre::store
