#include "web/host/commands/serve.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>
#include <random>
#include <sys/resource.h>

#include "decoders/link/host_clock.hpp"
#include "web/api/api.hpp"
#include "web/host/demo.hpp"
#include "web/host/local_time.hpp"
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
        if (options.demo) {
            auto password = make_demo_users(*folder);
            if (!password) return std::unexpected(password.error());
            demo_password_ = *password;
        }
        if (auto opened = open_api(*folder); !opened) return opened;
        add_public_routes(router_, config_, feeds_, timing_);
        add_live_feeds(server_, feeds_);
        add_control_feeds(server_, feeds_, *api_);
        if (auto opened = server_.listen(); !opened) return opened;
        if (auto opened = feeds_.listen(); !opened) return opened;
        return timing_.open(*folder);
    }

    void run(std::ostream& out) {
        boost::asio::signal_set signals(io_, SIGTERM, SIGINT);
        signals.async_wait([this](const boost::system::error_code&, int) { stop(); });
        timing_.start();
        if (!demo_password_.empty()) {
            out << fmt::format("demo: sign in as admin, control or desk with the password {}\n", demo_password_);
            demo_.emplace(router_, config_.tracks.front().id, decoders::link::host_now().us);
            demo_->make(demo_password_);
        }
        out << fmt::format("ready web={}:{}{}\n", config_.web.host, server_.port(), feeds_.addresses()) << std::flush;
        io_.run();
    }

  private:
    std::expected<void, std::string> open_api(const std::string& folder) {
        const auto post = [this](std::function<void()> task) { boost::asio::post(io_, std::move(task)); };
        auto store = centre::store::Store::open(folder + "/centre.db", post);
        if (!store) return std::unexpected(store.error());
        store_ = std::move(*store);
        std::vector<api::TrackFacts> tracks;
        for (const TrackConfig& track : config_.tracks) tracks.push_back({track.id, track.min_lap_us});
        auto api = api::Api::make({
            .store = *store_,
            .tracks = std::move(tracks),
            .ask_timing = [this](auto question) { return timing_.ask(std::move(question)); },
            .post = post,
            .view = [this](const std::string& track) { return feeds_.view(track); },
            .viewers = [this](const std::string& track) { return feeds_.find(track)->viewers(); },
            .now_us = [] { return decoders::link::host_now().us; },
            .utc_offset_s = [this](std::int64_t at_us) { return utc_offset_s(config_.timezone, at_us); },
        });
        if (!api) return std::unexpected(api.error());
        api_ = std::move(*api);
        api_->add_to(router_);
        return {};
    }

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
    std::unique_ptr<centre::store::Store> store_;
    std::unique_ptr<api::Api> api_;
    std::string demo_password_;
    std::optional<DemoDay> demo_;
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
