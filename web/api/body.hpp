// Reads a request's JSON: each getter takes its key and says what was expected where it is wrong; at the end what nobody took is
// refused. Absent keys leave what is there, so that the same code makes and changes. All faults are told at once, each with its
// JSON pointer.
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
#include "web/api/answer.hpp"

namespace chicane::web::api {

inline constexpr std::size_t json_depth_max = 8;
inline constexpr std::size_t faults_told_max = 20;  ///< a form has no more; a file says it again

class Body {
  public:
    /// The request's body as an object; an absent one is empty. Or 400 `syntax`.
    static std::expected<Body, http::Response> of(const Call& call);

    /// The same of a text that this program wrote and kept; nothing where it is no JSON object.
    static std::optional<Body> of_text(std::string_view text);

    bool has(std::string_view key) const;
    /// Text without control characters, at most so many letters; blanks at its ends are cut.
    void text(std::string_view key, std::string& into, std::size_t letters_max);
    /// A password, byte by byte: what looks like a slip in a name may be meant here.
    void secret(std::string_view key, std::string& into, std::size_t bytes_max);
    void maybe_text(std::string_view key, std::optional<std::string>& into, std::size_t letters_max);
    template <class Number>
    void integer(std::string_view key, Number& into, std::int64_t min, std::int64_t max) {
        if (const auto value = integer_in(key, min, max)) into = static_cast<Number>(*value);
    }
    void maybe_integer(std::string_view key, std::optional<std::int64_t>& into, std::int64_t min, std::int64_t max);
    void boolean(std::string_view key, bool& into);
    void id(std::string_view key, std::string_view prefix, std::int64_t& into);
    void maybe_id(std::string_view key, std::string_view prefix, std::optional<std::int64_t>& into);
    template <class Enum>
    void word(std::string_view key, Enum& into) {
        if (const auto index = word_index(key, timing::words<Enum>())) into = static_cast<Enum>(*index);
    }
    std::optional<std::size_t> word_index(std::string_view key, std::span<const std::string_view> known);
    void integers(std::string_view key, std::vector<std::int64_t>& into, std::int64_t min, std::int64_t max,
                  std::size_t count_max);
    void texts(std::string_view key, std::vector<std::string>& into, std::size_t letters_max, std::size_t count_max);
    void ids(std::string_view key, std::string_view prefix, std::vector<std::int64_t>& into, std::size_t count_max);

    /// The object under `key`; an empty one where there is none.
    Body object(std::string_view key);
    std::vector<Body> objects(std::string_view key, std::size_t count_max);

    void require(std::string_view key);
    /// The first of a key is told: what is no text is not missing as well.
    void fault(std::string_view key, Text what);
    /// 422 `invalid` with every fault and every key that nobody took; nothing when all is well.
    std::optional<http::Response> refusal(const Call& call) const;

    struct Document;
    struct Node;

  private:
    Body(std::shared_ptr<Document> document, Node* node) : document_(std::move(document)), node_(node) {}
    std::optional<std::int64_t> integer_in(std::string_view key, std::int64_t min, std::int64_t max);
    std::shared_ptr<Document> document_;
    Node* node_;
};

}  // namespace chicane::web::api
