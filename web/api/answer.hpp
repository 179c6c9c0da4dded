// Answers and refusals. The one place where codes become a status and words in two languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "centre/store/refusal.hpp"
#include "sessions/conductor/command.hpp"
#include "web/api/call.hpp"

namespace chicane::web::api {

/// The same sentence in both languages of the house.
struct Text {
    std::string en;
    std::string fr;
};

http::Response ok(std::string json);
http::Response created(std::string json);
http::Response no_content();
/// `{"items":[…]}` of texts that are JSON already.
http::Response items(const std::vector<std::string>& each);

/// A table for a spreadsheet, to be kept under this name.
http::Response csv_file(std::string text, const std::string& name);

http::Response problem(const Call& call, int status, std::string_view code, const Text& detail,
                       std::string_view members = {});
http::Response not_found(const Call& call, std::string_view what);
/// `current`: the aggregate as it is, JSON.
http::Response version_mismatch(const Call& call, std::string_view current);
http::Response busy(const Call& call);
http::Response refused(const Call& call, const centre::store::Refusal& refusal);
http::Response refused(const Call& call, const sessions::conductor::Refusal& refusal);

/// The version that the client has seen: `If-Match: "3"`. Or the refusal of a request without it.
struct Version {
    std::optional<std::int64_t> number;
    std::optional<http::Response> refusal;
};
Version version_of(const Call& call);
/// The same where one may do without: no number then, and no refusal.
Version given_version(const Call& call);

}  // namespace chicane::web::api
