// Sheets that are printed by themselves when a session is over (`print_at_end` of a track): when that is, and where they go. What a
// correction changes later is printed by whoever asks for it.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>

#include "timing/board.hpp"
#include "web/host/config.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::host {

inline constexpr const char* prints_folder = "prints";

/// Sees when a planned session is over, once for each. On the web thread.
class EndWatch {
  public:
    /// The session that this board says is over, which it did not say before.
    std::optional<std::string> ended(const std::string& track, const timing::Board& board);

  private:
    std::map<std::string, std::string> last_;  ///< by track
};

/// A centre's own words on its sheets; race control's are read into the rest.
sheets::Facts facts_of_config(const Config& config, const TrackConfig& track);

/// Into `folder`/prints, whole or not at all; the file's name, or why not.
std::expected<std::string, std::string> keep_print(const std::string& folder, const std::string& session,
                                                   sheets::Kind kind, const std::string& pdf);

}  // namespace chicane::web::host
