#include "web/host/print_at_end.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace chicane::web::host {

std::optional<std::string> EndWatch::ended(const std::string& track, const timing::Board& board) {
    if (!board.session || board.session->state != timing::SessionState::finished) return std::nullopt;
    const std::string& id = board.session->id;
    if (!id.starts_with("ses_") || last_[track] == id) return std::nullopt;
    last_[track] = id;
    return id;
}

sheets::Facts facts_of_config(const Config& config, const TrackConfig& track) {
    sheets::Facts facts;
    facts.centre = config.name;
    facts.logo = config.logo;
    facts.track = track.name;
    facts.length_m = track.length_m;
    facts.language = config.locale == "fr" ? sheets::Language::fr : sheets::Language::en;
    return facts;
}

std::expected<std::string, std::string> keep_print(const std::string& folder, const std::string& session,
                                                   sheets::Kind kind, const std::string& pdf) {
    const auto prints = std::filesystem::path(folder) / prints_folder;
    const std::string name = session + "-" + std::string(sheets::word(kind)) + ".pdf";
    std::error_code error;
    std::filesystem::create_directories(prints, error);
    const auto part = prints / (name + ".part");
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file << pdf << std::flush;
    if (!file) return std::unexpected(part.string() + " cannot be written");
    file.close();
    std::filesystem::rename(part, prints / name, error);
    if (error) return std::unexpected((prints / name).string() + ": " + error.message());
    return name;
}

}  // namespace chicane::web::host
