#include "web/host/commands/user.hpp"

#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>
#include <termios.h>
#include <unistd.h>

#include "web/host/accounts.hpp"

namespace chicane::web::host {
namespace {

constexpr int bad_input_status = 2;

/// Keeps what is typed off the screen for as long as it lives; nothing where no terminal types.
class HiddenTyping {
  public:
    HiddenTyping() {
        is_terminal_ = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!is_terminal_) return;
        termios hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    ~HiddenTyping() {
        if (is_terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;
    bool is_terminal() const { return is_terminal_; }

  private:
    termios before_{};
    bool is_terminal_ = false;
};

std::string read_password(std::istream& in, std::ostream& out) {
    std::string password;
    const HiddenTyping hidden;
    if (hidden.is_terminal()) out << "Password: " << std::flush;
    std::getline(in, password);
    if (hidden.is_terminal()) out << '\n';
    if (password.ends_with('\r')) password.pop_back();
    return password;
}

int refuse(std::ostream& err, const std::string& why) {
    err << "chicane: " << why << '\n';
    return bad_input_status;
}

template <class Answer>
int done(const std::expected<Answer, std::string>& answer, std::ostream& err) {
    return answer ? 0 : refuse(err, answer.error());
}

/// A mistyped folder must not become a centre of its own.
std::optional<std::string> no_centre(const std::string& data) {
    if (std::filesystem::exists(data + "/centre.db")) return std::nullopt;
    return data + "/centre.db: there is none";
}

}  // namespace

int user_add(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err) {
    const auto role = centre::staff::role_from(options.role);
    if (!role) {
        std::string words;
        for (const auto each : centre::staff::all_roles())
            words.append(words.empty() ? "" : ", ").append(centre::staff::word(each));
        return refuse(err, "--role: \"" + options.role + "\" is no role; known: " + words);
    }
    // The first user is made before the centre runs for the first time, so the database may be made here; its folder may not.
    if (!std::filesystem::is_directory(options.data)) return refuse(err, options.data + ": is no folder");
    return done(add_account(options.data, {options.name, *role, read_password(in, out)}), err);
}

int user_password(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err) {
    if (const auto why = no_centre(options.data)) return refuse(err, *why);
    return done(set_password(options.data, options.name, read_password(in, out)), err);
}

int user_remove(const UserOptions& options, std::ostream&, std::ostream& err) {
    if (const auto why = no_centre(options.data)) return refuse(err, *why);
    return done(close_account(options.data, options.name), err);
}

int user_list(const UserOptions& options, std::ostream& out, std::ostream& err) {
    if (const auto why = no_centre(options.data)) return refuse(err, *why);
    const auto lines = list_accounts(options.data);
    if (!lines) return refuse(err, lines.error());
    for (const AccountLine& line : *lines)
        out << line.name << '\t' << line.roles << '\t' << (line.active ? "active" : "closed") << '\n';
    return 0;
}

}  // namespace chicane::web::host
