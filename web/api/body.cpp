#include "web/api/body.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <deque>
#include <set>

#include "centre/customers/customer.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::api {

namespace json = boost::json;

struct Body::Node {
    const json::object* object = nullptr;
    std::string pointer;
    std::set<std::string, std::less<>> taken;

    const json::value* take(std::string_view key) {
        taken.emplace(key);
        return object->if_contains(json::string_view(key.data(), key.size()));
    }
    /// RFC 6901: `~` and `/` of a key are escaped.
    std::string at(std::string_view key) const {
        std::string escaped;
        for (const char c : key) c == '~' ? escaped += "~0" : c == '/' ? escaped += "~1" : escaped += c;
        return pointer + "/" + escaped;
    }
};

struct Body::Document {
    struct Fault {
        std::string pointer;
        Text what;
    };
    json::value root;
    json::object nothing;
    std::deque<Node> nodes;  // their addresses stay
    std::vector<Fault> faults;
};

namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

/// What turns or breaks a line where a name is shown: U+2028 to U+202E, U+2066 to U+2069, in UTF-8.
bool turns_the_line(std::string_view text) {
    for (std::size_t at = 0; (at = text.find('\xE2', at)) != std::string_view::npos && at + 2 < text.size(); ++at) {
        const char middle = text[at + 1];
        const auto last = static_cast<unsigned char>(text[at + 2]);
        if ((middle == '\x80' && last >= 0xA8 && last <= 0xAE) || (middle == '\x81' && last >= 0xA6 && last <= 0xA9))
            return true;
    }
    return false;
}

std::optional<std::string> read_text(const json::value& value, std::size_t letters_max) {
    if (!value.is_string()) return std::nullopt;
    std::string_view text(value.get_string().data(), value.get_string().size());
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (std::ranges::any_of(text, is_control) || turns_the_line(text)) return std::nullopt;
    if (centre::customers::letters(text) > letters_max) return std::nullopt;
    return std::string(text);
}

std::optional<std::int64_t> read_integer(const json::value& value, std::int64_t min, std::int64_t max) {
    std::int64_t number = 0;
    if (value.is_int64()) {
        number = value.get_int64();
    } else if (value.is_double()) {
        // JavaScript and Qt write large whole numbers as 1.5e15.
        const double given = value.get_double();
        if (given < -9e15 || given > 9e15 || given != static_cast<double>(static_cast<std::int64_t>(given)))
            return std::nullopt;
        number = static_cast<std::int64_t>(given);
    } else {
        return std::nullopt;
    }
    if (number < min || number > max) return std::nullopt;
    return number;
}

std::optional<std::int64_t> read_id(const json::value& value, std::string_view prefix) {
    if (!value.is_string()) return std::nullopt;
    return parse_id(prefix, {value.get_string().data(), value.get_string().size()});
}

Text expected_text(std::size_t letters_max) {
    const std::string max = std::to_string(letters_max);
    return {"a text of at most " + max + " letters was expected", "un texte d’au plus " + max + " lettres est attendu"};
}

Text expected_integer(std::int64_t min, std::int64_t max) {
    const std::string from = std::to_string(min), to = std::to_string(max);
    return {"a whole number from " + from + " to " + to + " was expected",
            "un nombre entier de " + from + " à " + to + " est attendu"};
}

Text expected_id(std::string_view prefix) {
    const std::string example = std::string(prefix) + "1";
    return {"an id like " + example + " was expected", "un identifiant comme " + example + " est attendu"};
}

Text expected_list(std::size_t count_max) {
    const std::string max = std::to_string(count_max);
    return {"a list of at most " + max + " was expected", "une liste d’au plus " + max + " est attendue"};
}

}  // namespace

std::expected<Body, http::Response> Body::of(const Call& call) {
    auto document = std::make_shared<Document>();
    if (!call.request.body.empty()) {
        json::parse_options options;
        options.max_depth = json_depth_max;
        json::error_code error;
        document->root = json::parse(call.request.body, error, {}, options);
        if (error)
            return std::unexpected(problem(
                call, 400, "syntax",
                {"The body is not JSON: " + error.message(), "Le corps n’est pas du JSON : " + error.message()}));
        if (!document->root.is_object())
            return std::unexpected(
                problem(call, 400, "syntax", {"The body is not a JSON object.", "Le corps n’est pas un objet JSON."}));
    }
    const json::object* root = document->root.is_object() ? &document->root.get_object() : &document->nothing;
    Node* node = &document->nodes.emplace_back(root, "");
    return Body(std::move(document), node);
}

std::optional<Body> Body::of_text(std::string_view text) {
    auto document = std::make_shared<Document>();
    json::error_code error;
    document->root = json::parse({text.data(), text.size()}, error);
    if (error || !document->root.is_object()) return std::nullopt;
    Node* node = &document->nodes.emplace_back(&document->root.get_object(), "");
    return Body(std::move(document), node);
}

bool Body::has(std::string_view key) const {
    return node_->object->contains(json::string_view(key.data(), key.size()));
}

void Body::fault(std::string_view key, Text what) {
    std::string pointer = node_->at(key);
    const auto& told = document_->faults;
    if (std::ranges::find(told, pointer, &Document::Fault::pointer) != told.end()) return;
    document_->faults.push_back({std::move(pointer), std::move(what)});
}

void Body::require(std::string_view key) {
    if (!has(key)) fault(key, {"is missing", "manque"});
}

void Body::text(std::string_view key, std::string& into, std::size_t letters_max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    if (auto text = read_text(*value, letters_max))
        into = std::move(*text);
    else
        fault(key, expected_text(letters_max));
}

void Body::secret(std::string_view key, std::string& into, std::size_t bytes_max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    if (!value->is_string() || value->get_string().size() > bytes_max) return fault(key, expected_text(bytes_max));
    into.assign(value->get_string().data(), value->get_string().size());
}

void Body::maybe_text(std::string_view key, std::optional<std::string>& into, std::size_t letters_max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    auto text = value->is_null() ? std::optional(std::string()) : read_text(*value, letters_max);
    if (!text) return fault(key, expected_text(letters_max));
    into = text->empty() ? std::nullopt : std::move(text);
}

std::optional<std::int64_t> Body::integer_in(std::string_view key, std::int64_t min, std::int64_t max) {
    const json::value* value = node_->take(key);
    if (!value) return std::nullopt;
    const auto number = read_integer(*value, min, max);
    if (!number) fault(key, expected_integer(min, max));
    return number;
}

void Body::maybe_integer(std::string_view key, std::optional<std::int64_t>& into, std::int64_t min, std::int64_t max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    into.reset();
    if (!value->is_null()) into = integer_in(key, min, max);
}

void Body::boolean(std::string_view key, bool& into) {
    const json::value* value = node_->take(key);
    if (!value) return;
    if (!value->is_bool()) return fault(key, {"true or false was expected", "true ou false est attendu"});
    into = value->get_bool();
}

void Body::id(std::string_view key, std::string_view prefix, std::int64_t& into) {
    const json::value* value = node_->take(key);
    if (!value) return;
    const auto found = read_id(*value, prefix);
    if (!found) return fault(key, expected_id(prefix));
    into = *found;
}

void Body::maybe_id(std::string_view key, std::string_view prefix, std::optional<std::int64_t>& into) {
    const json::value* value = node_->take(key);
    if (!value) return;
    into = value->is_null() ? std::nullopt : read_id(*value, prefix);
    if (!into && !value->is_null()) fault(key, expected_id(prefix));
}

std::optional<std::size_t> Body::word_index(std::string_view key, std::span<const std::string_view> known) {
    const json::value* value = node_->take(key);
    if (!value) return std::nullopt;
    if (value->is_string()) {
        const std::string_view text(value->get_string().data(), value->get_string().size());
        const auto found = std::ranges::find(known, text);
        if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    }
    std::string all;
    for (const std::string_view word : known) all += (all.empty() ? "" : ", ") + std::string(word);
    fault(key, {"one of these was expected: " + all, "un de ces mots est attendu : " + all});
    return std::nullopt;
}

void Body::integers(std::string_view key, std::vector<std::int64_t>& into, std::int64_t min, std::int64_t max,
                    std::size_t count_max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    if (!value->is_array() || value->get_array().size() > count_max) return fault(key, expected_list(count_max));
    into.clear();
    for (const json::value& each : value->get_array()) {
        const auto number = read_integer(each, min, max);
        if (!number) return fault(key, expected_integer(min, max));
        into.push_back(*number);
    }
}

void Body::texts(std::string_view key, std::vector<std::string>& into, std::size_t letters_max, std::size_t count_max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    if (!value->is_array() || value->get_array().size() > count_max) return fault(key, expected_list(count_max));
    into.clear();
    for (const json::value& each : value->get_array()) {
        auto text = read_text(each, letters_max);
        if (!text) return fault(key, expected_text(letters_max));
        into.push_back(std::move(*text));
    }
}

void Body::ids(std::string_view key, std::string_view prefix, std::vector<std::int64_t>& into, std::size_t count_max) {
    const json::value* value = node_->take(key);
    if (!value) return;
    if (!value->is_array() || value->get_array().size() > count_max) return fault(key, expected_list(count_max));
    into.clear();
    for (const json::value& each : value->get_array()) {
        const auto found = read_id(each, prefix);
        if (!found) return fault(key, expected_id(prefix));
        into.push_back(*found);
    }
}

Body Body::object(std::string_view key) {
    const json::value* value = node_->take(key);
    if (value && !value->is_object()) fault(key, {"an object was expected", "un objet est attendu"});
    const json::object* found = value && value->is_object() ? &value->get_object() : &document_->nothing;
    // Two readers of one object share what they took.
    const auto known = std::ranges::find(document_->nodes, node_->at(key), &Node::pointer);
    if (known != document_->nodes.end()) return Body(document_, &*known);
    return Body(document_, &document_->nodes.emplace_back(found, node_->at(key)));
}

std::vector<Body> Body::objects(std::string_view key, std::size_t count_max) {
    std::vector<Body> found;
    const json::value* value = node_->take(key);
    if (!value) return found;
    if (!value->is_array() || value->get_array().size() > count_max) {
        fault(key, expected_list(count_max));
        return found;
    }
    for (const json::value& each : value->get_array()) {
        const std::string pointer = node_->at(key) + "/" + std::to_string(found.size());
        if (!each.is_object())
            document_->faults.push_back({pointer, {"an object was expected", "un objet est attendu"}});
        const json::object* object = each.is_object() ? &each.get_object() : &document_->nothing;
        found.push_back(Body(document_, &document_->nodes.emplace_back(object, pointer)));
    }
    return found;
}

std::optional<http::Response> Body::refusal(const Call& call) const {
    std::vector<Document::Fault> faults = document_->faults;
    for (const Node& node : document_->nodes)
        for (const auto& [key, value] : *node.object)
            if (!node.taken.contains(std::string_view(key.data(), key.size())))
                faults.push_back({node.at({key.data(), key.size()}), {"is not known", "n’est pas connu"}});
    if (faults.empty()) return std::nullopt;
    if (faults.size() > faults_told_max) faults.resize(faults_told_max);
    const bool french = http::language_of(call.request) == http::Language::fr;
    feed::JsonText json;
    json.begin_array();
    for (const auto& fault : faults) {
        json.begin_object().key("pointer").text(fault.pointer).key("detail");
        json.text(french ? fault.what.fr : fault.what.en).end_object();
    }
    json.end_array();
    const Text& first = faults.front().what;
    const std::string& where = faults.front().pointer;
    return problem(call, 422, "invalid", {where + " " + first.en, where + " " + first.fr}, "\"errors\":" + json.take());
}

}  // namespace chicane::web::api
