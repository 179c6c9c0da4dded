#include "web/sheets/facts.hpp"

#include <algorithm>

namespace chicane::web::sheets {

std::optional<Kind> kind_of(std::string_view word) {
    const auto* found = std::ranges::find(kind_words, word);
    if (found == kind_words.end()) return std::nullopt;
    return static_cast<Kind>(found - kind_words.begin());
}

const std::string& name_of(const Facts& facts, const sessions::ClassifiedRow& row) {
    return facts.names == Names::full ? row.name : row.public_name;
}

const std::string& name_of(const Facts& facts, const sessions::EntrantSetup& entrant) {
    return facts.names == Names::full ? entrant.name : entrant.public_name;
}

std::string drivers_text(const Facts& facts, const sessions::EntrantSetup& entrant) {
    std::string text;
    for (const auto& driver : entrant.drivers) {
        if (!text.empty()) text += ", ";
        text += facts.names == Names::full ? driver.name : driver.public_name;
    }
    return text;
}

}  // namespace chicane::web::sheets
