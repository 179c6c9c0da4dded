#include "tests/web/api/centre_case.hpp"

#include <arpa/inet.h>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <filesystem>
#include <future>
#include <mutex>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "centre/staff/sign_in_token.hpp"
#include "centre/store/staff_table.hpp"
#include "decoders/codec/p3_encode.hpp"
#include "web/api/api.hpp"
#include "web/host/prober.hpp"
#include "web/http/server.hpp"

namespace chicane::web::api {

namespace asio = boost::asio;
namespace conductor = sessions::conductor;

namespace {

/// Everything is on disk at once.
class MemoryJournal : public conductor::Journal {
  public:
    bool append(const conductor::Entry& entry) override {
        last_ = entry.seq;
        return true;
    }
    std::uint64_t durable() const override { return last_; }
    std::int64_t lag_ms() const override { return 0; }
    std::optional<std::string> fault() const override { return std::nullopt; }

  private:
    std::uint64_t last_ = 0;
};

class TestClock : public conductor::Clock {
  public:
    timing::HostTime now() const override { return timing::HostTime{now_us.load()}; }
    void wake_at(timing::HostTime) override {}
    std::atomic<std::int64_t> now_us{CentreCase::start_us};
};

/// Keeps each track's last view on the web thread.
class Views : public conductor::Sink {
  public:
    explicit Views(asio::io_context& web) : web_(web) {}
    void on_board(const std::string&, std::shared_ptr<const timing::Board>) override {}
    void on_view(const std::string& track, std::shared_ptr<const conductor::TrackView> view) override {
        asio::post(web_, [this, track, view] { last_[track] = view; });
    }
    void on_sessions(const std::string&) override {}
    /// Ends the test program: nothing in it may break a check.
    void on_broken(const std::string& what) override { throw std::logic_error(what); }
    const conductor::TrackView* find(const std::string& track) const {
        const auto found = last_.find(track);
        return found == last_.end() ? nullptr : found->second.get();
    }

  private:
    asio::io_context& web_;
    std::map<std::string, std::shared_ptr<const conductor::TrackView>> last_;
};

std::vector<conductor::TrackOptions> tracks() {
    conductor::TrackOptions options;
    options.id = "main";
    options.min_lap_us = 15'000'000;
    options.sync_transponder = timing::TransponderId{9'999};
    options.devices = {{"sf", "sim:", timing::LoopRole::finish, 0, 1, true, false}};
    options.next_morning = [](timing::DecoderTime after) { return timing::later_by(after, 86'400'000'000); };
    return {options};
}

}  // namespace

std::string Answer::at(std::string_view pointer) const {
    boost::json::error_code error;
    const auto root = boost::json::parse(body, error);
    if (error) return {};
    const auto* value = root.find_pointer({pointer.data(), pointer.size()}, error);
    if (!value) return {};
    return value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
}

std::string Answer::code() const {
    const std::string type = at("/type");
    return type.substr(type.rfind(':') + 1);
}

Client::Client(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("connect");
}

Client::~Client() { close(socket_); }

Answer Client::ask(const std::string& method, const std::string& path, const std::string& body,
                   const std::vector<std::string>& more) {
    std::string text =
        method + " " + (path.starts_with("/") ? path : "/api/v1/" + path) + " HTTP/1.1\r\nHost: test\r\n";
    for (const auto* lines : {&std::as_const(headers), &more})
        for (const std::string& line : *lines) text += line + "\r\n";
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    if (send(socket_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("send");
    std::string got;
    const auto more_bytes = [&] {
        char buffer[65536];
        const ssize_t size = recv(socket_, buffer, sizeof buffer, 0);
        if (size <= 0) throw std::runtime_error("no answer to " + method + " " + path);
        got.append(buffer, static_cast<std::size_t>(size));
    };
    while (got.find("\r\n\r\n") == std::string::npos) more_bytes();
    Answer answer;
    answer.status = std::stoi(got.substr(9, 3));
    const std::size_t head = got.find("\r\n\r\n");
    for (std::size_t at = got.find("\r\n") + 2; at < head;) {
        const std::size_t end = got.find("\r\n", at), colon = got.find(':', at);
        std::string name = got.substr(at, colon - at);
        for (char& c : name) c = static_cast<char>(std::tolower(c));
        answer.headers[name] = got.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    const auto length = answer.headers.find("content-length");
    const std::size_t size = length == answer.headers.end() ? 0 : std::stoul(length->second);
    while (got.size() < head + 4 + size) more_bytes();
    answer.body = got.substr(head + 4, size);
    return answer;
}

struct CentreCase::Parts {
    Parts() {
        std::string pattern = (std::filesystem::temp_directory_path() / "chicane-api-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp");
        folder = pattern;
    }
    ~Parts() { std::filesystem::remove_all(folder); }

    /// Race control without sources; the last bytes are always the same.
    DevicePorts devices() {
        using Done = DevicePorts::Done;
        return {
            [this](const std::string& track, const conductor::DeviceOptions& device, const std::string& by, Done done) {
                if (is_busy) return false;
                asio::post(timing_io, [this, track, device, by, done] {
                    asio::post(web_io, [done, outcome = race->put_device(track, device, by)] { done(outcome); });
                });
                return true;
            },
            [this](const std::string& id, Done done) {
                asio::post(timing_io, [this, id, done] {
                    asio::post(web_io, [done, outcome = race->remove_device(id)] { done(outcome); });
                });
                return true;
            },
            [this](const std::string& id, auto done) {
                auto heard = std::make_shared<DeviceTraffic>("p3", decoders::link::Traffic{});
                heard->traffic.note(CentreCase::last_bytes(), {CentreCase::start_us});
                asio::post(web_io, [done, heard, known = id == "sf"] { done(known ? heard : nullptr); });
                return true;
            },
            [this](const std::string& track, const std::string& id, const decoders::codec::Command& command,
                   const DevicePorts::Told& done) {
                const std::lock_guard lock(telling);
                if (command_refusal) {
                    asio::post(web_io, [done, why = *command_refusal] { done(std::unexpected(why)); });
                    return true;
                }
                told.push_back(track + ' ' + id + ' ' + std::string(decoders::codec::word(command.word)));
                asio::post(web_io, [done] { done({}); });
                return true;
            }};
    }

    Ports ports() {
        return {*store,
                {{"main", 15'000'000}},
                [this](std::function<void(conductor::Conductor&)> question) {
                    asio::post(timing_io, [this, question = std::move(question)] { question(*race); });
                    return true;
                },
                [this](const std::string& session, bool, auto done) {
                    if (!past) return false;
                    asio::post(web_io, [done, found = past(session)] { done(found); });
                    return true;
                },
                devices(),
                prober.ports(),
                [this](std::function<void()> task) { asio::post(web_io, std::move(task)); },
                [this](const std::string& track) { return views.find(track); },
                [](const std::string&) { return std::size_t{0}; },
                [this] { return clock.now_us.load(); },
                [](std::int64_t) { return 3600; }};
    }

    std::string folder;
    asio::io_context web_io{1}, timing_io{1};
    host::Prober prober{web_io, {.listen_ms = 1'000}};
    asio::executor_work_guard<asio::io_context::executor_type> web_work = asio::make_work_guard(web_io),
                                                               timing_work = asio::make_work_guard(timing_io);
    MemoryJournal journal;
    Views views{web_io};
    TestClock clock;
    std::unique_ptr<conductor::Conductor> race;
    std::unique_ptr<centre::store::Store> store;
    std::unique_ptr<Api> api;
    http::Router router;
    std::unique_ptr<http::Server> server;
    std::thread web, timing;
    std::atomic<bool> is_busy = false;
    mutable std::mutex telling;
    std::vector<std::string> told;  ///< under telling, as is the next
    std::optional<decoders::link::CommandRefusal> command_refusal;
    CentreCase::PastOf past = [](const std::string&) { return std::nullopt; };
};

void CentreCase::set_past(PastOf past) { parts_->past = std::move(past); }

void CentreCase::let_timing_be_busy(bool busy) { parts_->is_busy = busy; }

std::vector<std::string> CentreCase::told() const {
    const std::lock_guard lock(parts_->telling);
    return parts_->told;
}

void CentreCase::refuse_commands(const decoders::link::CommandRefusal& refusal) {
    const std::lock_guard lock(parts_->telling);
    parts_->command_refusal = refusal;
}

decoders::codec::Bytes CentreCase::last_bytes() {
    decoders::codec::Passing passing;
    passing.number = 41207;
    passing.transponder = timing::TransponderId{5705103};
    passing.strength = 121;
    passing.hits = 42;
    decoders::codec::Status status;
    status.noise = 31;
    status.temperature_c = 23;
    status.voltage_dv = 118;
    auto bytes = decoders::codec::p3::encode(passing);
    const auto more = decoders::codec::p3::encode(status);
    bytes.insert(bytes.end(), more.begin(), more.end());
    return bytes;
}

void CentreCase::pass(std::uint64_t tag, std::int32_t hits) { pass_at(tag, ++passed_ * 20'000'000 + start_us, hits); }

void CentreCase::pass_at(std::uint64_t tag, std::int64_t time_us, std::int32_t hits) {
    decoders::link::ReceivedPassing received;
    received.passing.transponder.value = tag;
    received.passing.hits = hits;
    received.passing.time_us = time_us;
    received.received = timing::HostTime{received.passing.time_us};
    std::promise<void> done;
    asio::post(parts_->timing_io, [&] {
        parts_->race->on_passing("sf", received);
        decoders::link::SourceHealth health;
        health.state = decoders::link::SourceState::up;
        health.last_status.noise = 31;
        health.last_status_at = parts_->clock.now();
        parts_->race->on_health("sf", health);
        done.set_value();
    });
    done.get_future().wait();
}

CentreCase::CentreCase() : parts_(std::make_unique<Parts>()) {
    Parts& parts = *parts_;
    {
        auto db = centre::store::open_centre(file());
        if (!db) FAIL(db.error());
        for (const centre::staff::Role role : centre::staff::all_roles()) {
            const std::string name(centre::staff::word(role));
            const auto made = centre::store::insert_staff(
                **db, {start_us, "test", ""}, {{}, name, centre::store::free_initials(**db, name), {role}, true, ""});
            tokens_[name] = centre::staff::make_token();
            centre::store::add_sign_in(**db, centre::staff::hash_token(tokens_[name]), made->head.id, start_us);
        }
    }
    auto store = centre::store::Store::open(
        file(), [&parts](std::function<void()> task) { asio::post(parts.web_io, std::move(task)); });
    if (!store) FAIL(store.error());
    parts.store = std::move(*store);
    parts.race = std::make_unique<conductor::Conductor>(tracks(), parts.journal, parts.views, parts.clock);
    parts.race->restore({});
    auto api = Api::make(parts.ports());
    if (!api) FAIL(api.error());
    parts.api = std::move(*api);
    parts.api->add_to(parts.router);
    parts.server = std::make_unique<http::Server>(parts.web_io, http::ServerOptions{"127.0.0.1", 0, {}}, parts.router,
                                                  [](const http::Request&, const http::Reply&) {});
    if (auto listening = parts.server->listen(); !listening) FAIL(listening.error());
    parts.web = std::thread([&parts] { parts.web_io.run(); });
    parts.timing = std::thread([&parts] { parts.timing_io.run(); });
    admin_ = client("admin");
}

CentreCase::~CentreCase() {
    Parts& parts = *parts_;
    admin_.reset();
    asio::post(parts.web_io, [&parts] {
        parts.prober.stop();
        parts.server->stop();
    });
    parts.store.reset();  // what was queued is answered while the threads still run
    parts.timing_work.reset();
    parts.timing.join();
    parts.web_work.reset();
    parts.web.join();
    parts.server.reset();
}

std::uint16_t CentreCase::port() const { return parts_->server->port(); }
std::string CentreCase::file() const { return parts_->folder + "/centre.db"; }
void CentreCase::set_now_us(std::int64_t now_us) { parts_->clock.now_us = now_us; }

std::string CentreCase::key() {
    static std::atomic<int> next{0};
    return "Idempotency-Key: key-" + std::to_string(++next);
}

std::unique_ptr<Client> CentreCase::client(const std::string& role) const {
    auto made = std::make_unique<Client>(port());
    if (!role.empty()) made->headers.push_back("Authorization: Bearer " + token(role));
    return made;
}

Answer CentreCase::admin(const std::string& method, const std::string& path, const std::string& body,
                         const std::vector<std::string>& more) {
    return admin_->ask(method, path, body, more);
}

std::string CentreCase::make_session(int capacity, const std::string& more, std::int64_t at_us) {
    const Answer made = admin("POST", "sessions",
                              R"({"track":"main","name":"Session","planned_start_us":)" + std::to_string(at_us) +
                                  R"(,"capacity":)" + std::to_string(capacity) + more + "}",
                              {key()});
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.at("/id");
}

std::string CentreCase::make_kart(const std::string& number, const std::string& transponders) {
    const Answer made =
        admin("POST", "karts", R"({"number":")" + number + R"(","transponders":[)" + transponders + "]}", {key()});
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.at("/id");
}

std::vector<CentreCase::RouteFacts> CentreCase::routes() const {
    std::vector<RouteFacts> all;
    for (const Route& route : parts_->api->routes().all()) {
        const auto* right = std::get_if<centre::staff::Right>(&route.access);
        all.push_back({std::string(http::word(route.method)), route.pattern, static_cast<int>(route.access.index()),
                       right ? static_cast<int>(*right) : -1});
    }
    return all;
}

}  // namespace chicane::web::api
