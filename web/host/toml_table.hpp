// Reads TOML files that people write by hand: each getter takes its key, says what was expected where it is wrong, and at the end
// what nobody took is refused. The first fault is kept and reads `chicane.toml:14: track.decoder.uri: …`; after it the getters go
// on with their fallbacks, so that reading code needs no branch at each key.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timing/words.hpp"

namespace chicane::web::host {

class TomlTable {
  public:
    struct Parts;
    explicit TomlTable(std::shared_ptr<Parts> parts);

    /// A text of at least one character; without a fallback the key is required.
    std::string text(std::string_view key, std::optional<std::string> fallback = {});
    /// A text that may be empty or absent.
    std::string text_or_nothing(std::string_view key);
    std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max,
                         std::optional<std::int64_t> fallback = {});
    bool boolean(std::string_view key, bool fallback);
    std::vector<std::string> texts(std::string_view key);
    std::vector<std::int64_t> integers(std::string_view key, std::int64_t min, std::int64_t max);

    /// One of the contract's words for an enum of timing; without a fallback the key is required.
    template <class Enum>
    Enum word(std::string_view key, std::optional<Enum> fallback = {}) {
        const auto index = word_index(key, timing::words<Enum>(), fallback.has_value());
        return index ? static_cast<Enum>(*index) : fallback.value_or(Enum{});
    }

    bool has(std::string_view key);
    /// A table under `key`; an empty one where there is none.
    TomlTable table(std::string_view key);
    /// The tables of `[[key]]`, in order.
    std::vector<TomlTable> tables(std::string_view key);

    /// Says that the value of `key` (or the table, where it has none) is wrong; only the file's first fault is kept.
    void fault(std::string_view key, std::string_view what);
    /// Refuses each key that no getter took.
    void finish();

  private:
    std::optional<std::size_t> word_index(std::string_view key, std::span<const std::string_view> known, bool optional);
    std::shared_ptr<Parts> parts_;
};

/// A file that was read whole. Without a fault so far, `first_fault` is empty.
class TomlFile {
  public:
    /// Or one line: the file is missing, may not be read, or is no TOML (with its line).
    static std::expected<TomlFile, std::string> read(const std::string& path);
    /// The same for a text that is at hand; `name` stands in faults.
    static std::expected<TomlFile, std::string> parse(std::string_view text, const std::string& name);

    TomlTable root();
    const std::optional<std::string>& first_fault() const;

    struct Document;

  private:
    std::shared_ptr<Document> document_;
};

}  // namespace chicane::web::host
