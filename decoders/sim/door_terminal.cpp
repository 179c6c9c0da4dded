// A pseudo-terminal: the centre opens its other side like a serial port. Nobody there is told by the terminal hanging up; while it does,
// it is looked at again and again, and what the decoder says goes nowhere, as on a cable that ends in the air.
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "decoders/sim/door_parts.hpp"

namespace chicane::decoders::sim {

namespace {

namespace asio = boost::asio;
using Descriptor = asio::posix::stream_descriptor;
using TerminalClient = StreamClient<Descriptor>;

/// Every byte goes through as it is; also after nobody has had it open.
bool make_raw(const char* name) {
    const int other_side = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (other_side < 0) return false;
    termios settings{};
    const bool read = tcgetattr(other_side, &settings) == 0;
    cfmakeraw(&settings);
    const bool raw = read && tcsetattr(other_side, TCSANOW, &settings) == 0;
    ::close(other_side);
    return raw;
}

bool somebody_there(int master) {
    pollfd look{master, POLLOUT, 0};
    return ::poll(&look, 1, 0) >= 0 && (look.revents & POLLHUP) == 0;
}

class TerminalDoor final : public Door, public std::enable_shared_from_this<TerminalDoor> {
  public:
    TerminalDoor(asio::io_context& io, Terminal place, DoorEvents& events)
        : io_(io), place_(std::move(place)), events_(&events), timer_(io) {}
    ~TerminalDoor() override { unplug(); }

    std::expected<std::string, std::string> open() override {
        if (auto plugged = plug(); !plugged) return plugged;
        look_later(terminal_look_ms);
        return place_.path.empty() ? name_ : place_.path;
    }
    void close() override {
        events_ = nullptr;
        timer_.cancel();
        unplug();
    }

  private:
    std::expected<std::string, std::string> plug() {
        master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        const bool made = master_ >= 0 && ::grantpt(master_) == 0 && ::unlockpt(master_) == 0;
        const char* name = made ? ::ptsname(master_) : nullptr;
        if (!name || !make_raw(name)) return std::unexpected(std::string("a pseudo-terminal: ") + std::strerror(errno));
        name_ = name;
        if (place_.path.empty()) return name_;
        std::error_code error;
        if (std::filesystem::is_symlink(place_.path, error)) std::filesystem::remove(place_.path, error);
        std::filesystem::create_symlink(name_, place_.path, error);
        if (error) return std::unexpected(place_.path + ": " + error.message());
        return name_;
    }
    void unplug() {
        if (master_ >= 0) ::close(master_);
        master_ = -1;
        std::error_code ignored;
        if (!place_.path.empty() && std::filesystem::is_symlink(place_.path, ignored))
            std::filesystem::remove(place_.path, ignored);
    }
    void look_later(std::int64_t ms) {
        timer_.expires_after(std::chrono::milliseconds(ms));
        timer_.async_wait([self = shared_from_this()](const AsioError& error) {
            if (!error && self->events_) self->look();
        });
    }
    void look() {
        if (master_ < 0 && !plug()) return look_later(come_again_ms);
        if (!somebody_there(master_)) return look_later(terminal_look_ms);
        const auto client = std::make_shared<TerminalClient>(Descriptor(io_, ::dup(master_)));
        const auto id = events_->came(client);
        if (!id) return look_later(come_again_ms);
        client->read(*id, *events_, [self = shared_from_this(), id = *id] { self->gone(id); });
    }
    /// Whether its other side was closed or we hung up: a terminal with a lasting name is plugged out.
    void gone(ClientId id) {
        if (!events_) return;
        const bool hung_up = somebody_there(master_);
        if (hung_up && !place_.path.empty()) unplug();
        events_->left(id);
        look_later(hung_up ? come_again_ms : terminal_look_ms);
    }

    asio::io_context& io_;
    Terminal place_;
    DoorEvents* events_;  ///< null: closed
    asio::steady_timer timer_;
    int master_ = -1;
    std::string name_;
};

}  // namespace

std::shared_ptr<Door> make_terminal(asio::io_context& io, const Terminal& place, DoorEvents& events) {
    return std::make_shared<TerminalDoor>(io, place, events);
}

}  // namespace chicane::decoders::sim
