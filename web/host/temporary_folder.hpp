// A folder for work in progress, next to where its result goes; it and what is left in it go with the object.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <utility>

namespace chicane::web::host {

class TemporaryFolder {
  public:
    /// `prefix` with six letters after it; or one line that says why not.
    static std::expected<TemporaryFolder, std::string> make(const std::string& prefix);
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

}  // namespace chicane::web::host
