#include "web/host/commands/serve.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>
#include <random>
#include <sys/resource.h>

#include "web/host/public_routes.hpp"
#include "web/http/static_files.hpp"

namespace chicane::web::host {
namespace {

namespace fs = std::filesystem;

constexpr int bad_input_status = 2;

/// A thousand viewers are a thousand files.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// New at each start, so that nobody resumes a feed that is gone.
std::string new_stream() {
    std::random_device random;
    return fmt::format("{:08x}{:08x}", random(), random());
}

std::expected<std::string, std::string> data_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return std::unexpected(path + ": cannot be made: " + error.message());
    return path;
}

std::string web_folder(const std::string& given) {
    if (!given.empty()) return given;
    std::error_code error;
    return (fs::read_symlink("/proc/self/exe", error).parent_path().parent_path() / "share/chicane/web").string();
}

/// Everything of a running centre, in order of what needs what.
class Centre {
  public:
    explicit Centre(Config config)
        : config_(std::move(config)),
          feeds_(io_, config_, new_stream()),
          timing_(config_, feeds_),
          server_(io_, {config_.web.host, config_.web.port, config_.trusted_proxies}, router_,
                  [this](const http::Request& request, const http::Reply& reply) { reply(files_.answer(request)); }) {}

    std::expected<void, std::string> open(const ServeOptions& options) {
        auto folder = data_folder(options.data);
        if (!folder) return std::unexpected(folder.error());
        auto files = http::StaticFiles::read(web_folder(options.web));
        if (!files) return std::unexpected(files.error());
        files_ = std::move(*files);
        add_public_routes(router_, config_, feeds_, timing_);
        add_live_feeds(server_, feeds_);
        if (auto opened = server_.listen(); !opened) return opened;
        if (auto opened = feeds_.listen(); !opened) return opened;
        return timing_.open(*folder);
    }

    void run(std::ostream& out) {
        boost::asio::signal_set signals(io_, SIGTERM, SIGINT);
        signals.async_wait([this](const boost::system::error_code&, int) { stop(); });
        timing_.start();
        out << fmt::format("ready web={}:{}{}\n", config_.web.host, server_.port(), feeds_.addresses()) << std::flush;
        io_.run();
    }

  private:
    /// Decoders first, then what waits for the disk, then the viewers.
    void stop() {
        timing_.stop();
        feeds_.stop();
        server_.stop();
        io_.stop();
    }

    const Config config_;
    boost::asio::io_context io_{1};
    http::Router router_;
    http::StaticFiles files_;
    Feeds feeds_;
    TimingThread timing_;
    http::Server server_;
};

}  // namespace

int serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
    auto config = read_config(options.config);
    if (!config) {
        err << "chicane: " << config.error() << '\n';
        return bad_input_status;
    }
    raise_file_limit();
    Centre centre(std::move(*config));
    if (auto opened = centre.open(options); !opened) {
        err << "chicane: " << opened.error() << '\n';
        return bad_input_status;
    }
    centre.run(out);
    return 0;
}

}  // namespace chicane::web::host
