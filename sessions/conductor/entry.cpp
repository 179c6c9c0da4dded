#include "sessions/conductor/entry.hpp"

namespace chicane::sessions::conductor {

std::string session_of(const EntryBody& body) {
    return std::visit(
        [](const auto& kept) -> std::string {
            if constexpr (requires { kept.session; }) {
                return kept.session;
            } else if constexpr (requires { kept.setup.id; }) {
                return kept.setup.id;
            } else {
                return {};
            }
        },
        body);
}

}  // namespace chicane::sessions::conductor
