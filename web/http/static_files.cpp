#include "web/http/static_files.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <openssl/sha.h>

#include "web/http/problem.hpp"

namespace chicane::web::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view content_type_of(std::string_view path) {
    for (const auto& [ending, type] : content_types)
        if (path.ends_with(ending)) return type;
    return "application/octet-stream";
}

std::string etag_of(const std::string& bytes) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string text = "\"";
    for (std::size_t i = 0; i < 12; ++i) (text += hex[digest[i] >> 4]) += hex[digest[i] & 15];
    return text + "\"";
}

}  // namespace

std::expected<StaticFiles, std::string> StaticFiles::read(const std::string& folder) {
    namespace fs = std::filesystem;
    StaticFiles files;
    std::error_code error;
    for (fs::recursive_directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
        if (!each->is_regular_file() || each->file_size() > file_bytes_max) continue;
        if (files.files_.size() >= files_max)
            return std::unexpected(folder + ": more than " + std::to_string(files_max) + " files");
        std::ifstream stream(each->path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        const std::string path = "/" + fs::relative(each->path(), folder).generic_string();
        files.files_[path] = {std::string(content_type_of(path)), etag_of(bytes), std::move(bytes)};
    }
    if (error) return std::unexpected(folder + ": cannot be read: " + error.message());
    if (!files.files_.contains("/index.html"))
        return std::unexpected(folder + ": has no index.html; is the web client built?");
    return files;
}

Response StaticFiles::answer(const Request& request) const {
    auto file = files_.find(request.path);
    const bool page = request.path.find('.', request.path.rfind('/')) == std::string::npos;
    if (file == files_.end() && page && !request.path.starts_with("/api/")) file = files_.find("/index.html");
    if (file == files_.end()) return problem(request, 404, "not_found", request.path);
    if (request.method != Method::get && request.method != Method::head) {
        Response refused = problem(request, 405, "method_not_allowed", word(request.method));
        refused.headers.emplace_back("Allow", "GET, HEAD");
        return refused;
    }
    Response response;
    response.content_type = file->second.content_type;
    // Names below /assets/ hold a hash of what is in them, so they never change.
    const bool immutable = file->first.starts_with("/assets/");
    response.headers = {{"ETag", file->second.etag},
                        {"Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (request.header("if-none-match") == file->second.etag)
        response.status = 304;
    else
        response.body = file->second.bytes;
    return response;
}

}  // namespace chicane::web::http
