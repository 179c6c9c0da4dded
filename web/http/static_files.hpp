// The files of the web client, read once at start: a page is answered from memory, and no path of a request ever reaches the disk.
#pragma once

#include <expected>
#include <map>
#include <string>

#include "web/http/message.hpp"

namespace chicane::web::http {

inline constexpr std::size_t files_max = 500;             ///< of a built client; it has some twenty
inline constexpr std::size_t file_bytes_max = 4'000'000;  ///< the largest font is a tenth

class StaticFiles {
  public:
    /// All files below a folder; or one line that says why not.
    static std::expected<StaticFiles, std::string> read(const std::string& folder);

    /// A file by its path; for a path that names none and looks like a page (no dot in its last segment) the index.
    Response answer(const Request& request) const;

  private:
    struct File {
        std::string content_type;
        std::string etag;
        std::string bytes;
    };
    std::map<std::string, File, std::less<>> files_;  ///< by path, `/assets/index.js`
};

}  // namespace chicane::web::http
