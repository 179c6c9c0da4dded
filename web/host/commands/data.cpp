#include "web/host/commands/data.hpp"

#include <filesystem>
#include <ostream>

#include "sessions/journal/journal.hpp"

namespace chicane::web::host {

int verify(const std::string& data, std::ostream& out, std::ostream& err) {
    const std::string journal = data + "/journal.db";
    if (!std::filesystem::exists(journal)) {
        err << "chicane: " << journal << ": there is none\n";
        return 2;
    }
    if (const auto fault = sessions::journal::verify_journal(journal)) {
        err << "chicane: " << *fault << '\n';
        return 1;
    }
    out << journal << ": sound\n";
    return 0;
}

}  // namespace chicane::web::host
