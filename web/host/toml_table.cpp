#include "web/host/toml_table.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <toml++/toml.h>

namespace chicane::web::host {

struct TomlFile::Document {
    std::string name;  ///< without its folders: how people speak of the file
    toml::table root;
    std::optional<std::string> fault;
};

struct TomlTable::Parts {
    std::shared_ptr<TomlFile::Document> document;
    const toml::table* table = nullptr;  ///< null: the file has no such table
    std::string path;                    ///< `track.decoder`; empty at the root
    std::uint32_t line = 1;
    std::set<std::string, std::less<>> taken;
    std::vector<std::shared_ptr<Parts>> children;

    std::string full(std::string_view key) const {
        return path.empty() ? std::string(key) : key.empty() ? path : fmt::format("{}.{}", path, key);
    }
    const toml::node* take(std::string_view key) {
        taken.emplace(key);
        return table ? table->get(key) : nullptr;
    }
    void report(std::uint32_t at_line, std::string_view key, std::string_view what) const {
        if (!document->fault) document->fault = fmt::format("{}:{}: {}: {}", document->name, at_line, full(key), what);
    }
    /// Asked twice for a table, it is the same one: what was taken of it stays taken.
    std::shared_ptr<Parts> child(const toml::table* of, std::string_view key, std::uint32_t at_line) {
        const auto known = std::ranges::find(children, of, [](const auto& each) { return each->table; });
        if (of && known != children.end()) return *known;
        children.push_back(std::make_shared<Parts>(document, of, full(key), at_line));
        return children.back();
    }
    Parts(std::shared_ptr<TomlFile::Document> in, const toml::table* of, std::string at, std::uint32_t at_line)
        : document(std::move(in)), table(of), path(std::move(at)), line(at_line) {}
};

namespace {

constexpr std::size_t found_letters_max = 40;  ///< of a wrong value, so that the line stays one

std::uint32_t line_of(const toml::node& node) { return node.source().begin.line; }

/// A wrong value as it stands in the file, where it is short.
std::string and_found(const toml::node& node) {
    if (node.is_table() || node.is_array()) return node.is_table() ? ", found a table" : ", found a list";
    std::ostringstream text;
    text << toml::node_view{node};
    return text.str().size() <= found_letters_max ? ", found " + text.str() : "";
}

}  // namespace

TomlTable::TomlTable(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}

bool TomlTable::has(std::string_view key) { return parts_->take(key) != nullptr; }

std::string TomlTable::text(std::string_view key, std::optional<std::string> fallback) {
    const toml::node* node = parts_->take(key);
    if (!node) {
        if (!fallback) parts_->report(parts_->line, key, "is missing; expected a text");
        return fallback.value_or("");
    }
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) {
        parts_->report(line_of(*node), key, "expected a text in quotes, not empty" + and_found(*node));
        return fallback.value_or("");
    }
    return *value;
}

std::string TomlTable::text_or_nothing(std::string_view key) {
    const toml::node* node = parts_->take(key);
    if (!node) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) parts_->report(line_of(*node), key, "expected a text in quotes" + and_found(*node));
    return value.value_or("");
}

std::int64_t TomlTable::integer(std::string_view key, std::int64_t min, std::int64_t max,
                                std::optional<std::int64_t> fallback) {
    const toml::node* node = parts_->take(key);
    if (!node) {
        if (!fallback)
            parts_->report(parts_->line, key,
                           fmt::format("is missing; expected a whole number from {} to {}", min, max));
        return fallback.value_or(min);
    }
    const auto value = node->value_exact<std::int64_t>();
    if (!value || *value < min || *value > max) {
        parts_->report(line_of(*node), key,
                       fmt::format("expected a whole number from {} to {}{}", min, max, and_found(*node)));
        return fallback.value_or(min);
    }
    return *value;
}

bool TomlTable::boolean(std::string_view key, bool fallback) {
    const toml::node* node = parts_->take(key);
    if (!node) return fallback;
    const auto value = node->value_exact<bool>();
    if (!value) parts_->report(line_of(*node), key, "expected true or false" + and_found(*node));
    return value.value_or(fallback);
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    std::vector<std::string> values;
    const toml::node* node = parts_->take(key);
    if (!node) return values;
    const toml::array* array = node->as_array();
    if (!array) parts_->report(line_of(*node), key, "expected a list of texts: [\"…\", \"…\"]" + and_found(*node));
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto value = (*array)[i].value_exact<std::string>();
        if (!value || value->empty())
            parts_->report(line_of((*array)[i]), key, "expected a text in quotes, not empty" + and_found((*array)[i]));
        values.push_back(value.value_or(""));
    }
    return values;
}

std::vector<std::int64_t> TomlTable::integers(std::string_view key, std::int64_t min, std::int64_t max) {
    std::vector<std::int64_t> values;
    const toml::node* node = parts_->take(key);
    if (!node) return values;
    const toml::array* array = node->as_array();
    if (!array) parts_->report(line_of(*node), key, "expected a list of whole numbers: [1, 2]" + and_found(*node));
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto value = (*array)[i].value_exact<std::int64_t>();
        if (!value || *value < min || *value > max)
            parts_->report(line_of((*array)[i]), key,
                           fmt::format("expected whole numbers from {} to {}{}", min, max, and_found((*array)[i])));
        values.push_back(value.value_or(min));
    }
    return values;
}

std::optional<std::size_t> TomlTable::word_index(std::string_view key, std::span<const std::string_view> known,
                                                 bool optional) {
    const toml::node* node = parts_->take(key);
    const auto expected = [&] { return fmt::format("known: {}", fmt::join(known, ", ")); };
    if (!node) {
        if (!optional) parts_->report(parts_->line, key, fmt::format("is missing; {}", expected()));
        return std::nullopt;
    }
    const auto value = node->value_exact<std::string>();
    const auto found = value ? std::ranges::find(known, *value) : known.end();
    if (found == known.end()) {
        parts_->report(
            line_of(*node), key,
            value ? fmt::format("unknown word \"{}\"; {}", *value, expected()) : expected() + and_found(*node));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - known.begin());
}

TomlTable TomlTable::table(std::string_view key) {
    const toml::node* node = parts_->take(key);
    const toml::table* table = node ? node->as_table() : nullptr;
    if (node && !table)
        parts_->report(line_of(*node), key,
                       fmt::format("expected a table: [{}]{}", parts_->full(key), and_found(*node)));
    return TomlTable{parts_->child(table, key, node ? line_of(*node) : parts_->line)};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    std::vector<TomlTable> found;
    const toml::node* node = parts_->take(key);
    if (!node) return found;
    const toml::array* array = node->as_array();
    if (!array || !array->is_homogeneous<toml::table>()) {
        parts_->report(line_of(*node), key,
                       fmt::format("expected tables: [[{}]]{}", parts_->full(key), and_found(*node)));
        return found;
    }
    for (const toml::node& each : *array) found.emplace_back(parts_->child(each.as_table(), key, line_of(each)));
    return found;
}

void TomlTable::fault(std::string_view key, std::string_view what) {
    const toml::node* node = parts_->table && !key.empty() ? parts_->table->get(key) : nullptr;
    parts_->report(node ? line_of(*node) : parts_->line, key, what);
}

void TomlTable::finish() {
    if (parts_->table)
        for (const auto& [key, node] : *parts_->table)
            if (!parts_->taken.contains(key.str()))
                parts_->report(line_of(node), key.str(),
                               fmt::format("unknown key; known here: {}", fmt::join(parts_->taken, ", ")));
    for (const auto& child : parts_->children) TomlTable{child}.finish();
}

std::expected<TomlFile, std::string> TomlFile::read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::error_code ignored;
    if (!file || std::filesystem::is_directory(path, ignored))
        return std::unexpected(fmt::format("{}: cannot be read: {}", path, std::strerror(file ? EISDIR : errno)));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return parse(text, std::filesystem::path(path).filename().string());
}

std::expected<TomlFile, std::string> TomlFile::parse(std::string_view text, const std::string& name) {
    TomlFile file;
    file.document_ = std::make_shared<Document>();
    file.document_->name = name;
    try {
        file.document_->root = toml::parse(text, std::string_view(name));
    } catch (const toml::parse_error& error) {
        return std::unexpected(
            fmt::format("{}:{}: not TOML: {}", name, error.source().begin.line, error.description()));
    }
    return file;
}

TomlTable TomlFile::root() {
    return TomlTable{std::make_shared<TomlTable::Parts>(document_, &document_->root, "", 1U)};
}

const std::optional<std::string>& TomlFile::first_fault() const { return document_->fault; }

}  // namespace chicane::web::host
