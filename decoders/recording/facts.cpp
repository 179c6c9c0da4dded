#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>

#include "decoders/recording/entry.hpp"

namespace chicane::decoders::recording {

namespace {

constexpr std::array<std::string_view, 9> harmless_options = {"protocol", "speed",  "baud",   "karts",     "laps",
                                                              "seed",     "lap_ms", "grid_s", "first_kart"};

void read_text(const boost::json::object& from, std::string_view key, std::string& to) {
    if (const auto* value = from.if_contains(key); value && value->is_string()) to = value->as_string();
}

void read_number(const boost::json::object& from, std::string_view key, std::int64_t& to) {
    if (const auto* value = from.if_contains(key); value && value->is_int64()) to = value->as_int64();
}

}  // namespace

std::uint64_t hole_bytes(const Entry& lost) {
    std::uint64_t bytes = 0;
    const std::string digits = text_of(lost.bytes);
    std::from_chars(digits.data(), digits.data() + digits.size(), bytes);
    return bytes;
}

std::string without_secrets(std::string_view uri) {
    const std::size_t question = std::min(uri.find('?'), uri.size());
    std::string place(uri.substr(0, question));
    const std::size_t slashes = place.find("://");
    if (const std::size_t at = place.rfind('@');
        slashes != std::string::npos && at != std::string::npos && at > slashes)
        place.erase(slashes + 3, at + 1 - (slashes + 3));
    std::string_view query = uri.substr(std::min(question + 1, uri.size()));
    char mark = '?';
    while (!query.empty()) {
        const std::string_view item = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), item.size() + 1));
        if (std::ranges::find(harmless_options, item.substr(0, item.find('='))) == harmless_options.end()) continue;
        place += mark;
        place += item;
        mark = '&';
    }
    return place;
}

std::string facts_json(const Facts& facts) {
    boost::json::object json{{"format", "chicane capture"},
                             {"version", 1},
                             {"device", facts.device},
                             {"protocol", facts.protocol},
                             {"uri", facts.uri},
                             {"started_us", facts.started.us},
                             {"steady_us", facts.steady_us},
                             {"timezone", facts.timezone},
                             {"program", facts.program}};
    if (!facts.left_out.empty()) json["left_out"] = facts.left_out;
    return boost::json::serialize(json);
}

bool read_facts(std::string_view json, Facts& facts) {
    boost::json::error_code error;
    const auto read = boost::json::parse(boost::json::string_view(json.data(), json.size()), error);
    if (error || !read.is_object()) return false;
    const auto& object = read.get_object();
    read_text(object, "device", facts.device);
    read_text(object, "protocol", facts.protocol);
    read_text(object, "uri", facts.uri);
    read_text(object, "timezone", facts.timezone);
    read_text(object, "program", facts.program);
    read_text(object, "left_out", facts.left_out);
    read_number(object, "started_us", facts.started.us);
    read_number(object, "steady_us", facts.steady_us);
    return true;
}

}  // namespace chicane::decoders::recording
