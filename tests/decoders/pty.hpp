// A pseudo-terminal as a serial device: the test holds the device's end, a link opens the other one by a path that stays. Unplugging
// takes path and device away, plugging in gives another device under the same path.
#pragma once

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <termios.h>
#include <unistd.h>

#include "tests/decoders/scratch.hpp"

namespace chicane::decoders::test {

class Pty {
  public:
    Pty() { plug(); }
    ~Pty() { unplug(); }
    Pty(const Pty&) = delete;
    Pty& operator=(const Pty&) = delete;

    void plug() {
        device_ = ::posix_openpt(O_RDWR | O_NOCTTY);
        if (device_ < 0 || ::grantpt(device_) != 0 || ::unlockpt(device_) != 0)
            throw std::runtime_error("no pseudo-terminal for a test");
        std::filesystem::create_symlink(::ptsname(device_), path());
    }
    void unplug() {
        if (device_ < 0) return;
        std::filesystem::remove(path());
        ::close(device_);
        device_ = -1;
    }

    std::string path() const { return (folder_.folder() / "decoder").string(); }
    std::string uri() const { return "serial://" + path(); }
    int device() const { return device_; }

    void say(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(device_, bytes.data(), bytes.size());
            if (written <= 0) throw std::runtime_error("the pseudo-terminal takes no bytes");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    /// What has come by now.
    std::string heard() const {
        char bytes[4'096];
        pollfd ready{device_, POLLIN, 0};
        if (::poll(&ready, 1, 0) != 1 || !(ready.revents & POLLIN)) return "";
        const auto count = ::read(device_, bytes, sizeof bytes);
        return {bytes, count > 0 ? static_cast<std::size_t>(count) : 0};
    }
    /// The speed that whoever opened it has set.
    speed_t speed() const {
        termios settings{};
        return ::tcgetattr(device_, &settings) == 0 ? ::cfgetospeed(&settings) : B0;
    }

  private:
    Scratch folder_;
    int device_ = -1;
};

}  // namespace chicane::decoders::test
