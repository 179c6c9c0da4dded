// Everything of a running centre, put together once, in order of what needs what: feeds, timing thread, store, API, server. The web
// thread is the one that calls run().
#pragma once

#include <boost/asio/io_context.hpp>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "centre/store/store.hpp"
#include "web/api/api.hpp"
#include "web/host/clock_log.hpp"
#include "web/host/config.hpp"
#include "web/host/data_folder.hpp"
#include "web/host/feeds.hpp"
#include "web/host/log.hpp"
#include "web/host/past_results.hpp"
#include "web/host/print_at_end.hpp"
#include "web/host/printer.hpp"
#include "web/host/prober.hpp"
#include "web/host/timing_thread.hpp"
#include "web/http/server.hpp"
#include "web/http/static_files.hpp"

namespace chicane::web::host {

class RunningCentre {
  public:
    explicit RunningCentre(Config config);
    ~RunningCentre();

    /// Opens the databases of `data`, the ports, and takes up where the journal ends; or one line that says why not. `web`: the
    /// folder of the built web client.
    std::expected<void, std::string> open(const std::string& data, const std::string& web);

    /// Where people look, once the ports are open.
    std::string page_url() const;

    /// `ready` is called with the addresses once connections are accepted; returns after SIGTERM or SIGINT.
    void run(const std::function<void(const std::string& addresses)>& ready);

    /// For whoever asks from inside, as a client would. On the web thread.
    const http::Router& router() const { return router_; }
    boost::asio::io_context& io() { return io_; }
    Log& log() { return log_; }

  private:
    api::Ports api_ports();
    api::DevicePorts device_ports();
    api::PrintPorts print_ports();
    void print_at_end(const TrackConfig& track, const std::string& session);
    void print_and_keep(const std::string& session, sheets::Kind kind, sheets::Facts facts);
    /// Those of centre.db; or one line: an id is in both places.
    std::expected<std::vector<AddedDevice>, std::string> added_devices();
    void watch_feeds();
    void stop();

    const Config config_;
    Log log_;
    ClockLog clock_log_;
    boost::asio::io_context io_{1};
    Prober prober_{io_};
    http::Router router_;
    http::StaticFiles files_;
    Feeds feeds_;
    std::optional<DataFolder> folder_;  ///< before the databases in it: it goes after them
    std::unique_ptr<centre::store::Store> store_;
    std::unique_ptr<api::Api> api_;
    PastResults past_{io_};
    TimingThread timing_;
    http::Server server_;
    Printer printer_;
    EndWatch ends_;
    std::string data_;  ///< the data folder's path
};

}  // namespace chicane::web::host
