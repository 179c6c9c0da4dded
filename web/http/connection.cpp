// One connection: reads a request, finds who answers it, writes the answer, keeps alive; or becomes a WebSocket.
#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <fmt/chrono.h>
#include <optional>

#include "web/http/forwarded.hpp"
#include "web/http/handshake.hpp"
#include "web/http/problem.hpp"
#include "web/http/shared.hpp"
#include "web/http/target.hpp"

namespace chicane::web::http {
namespace {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using tcp = boost::asio::ip::tcp;
using boost::system::error_code;

constexpr int no_content = 204;
constexpr int not_modified = 304;

std::optional<Method> method_of(bhttp::verb verb) {
    switch (verb) {
        case bhttp::verb::get:
            return Method::get;
        case bhttp::verb::head:
            return Method::head;
        case bhttp::verb::post:
            return Method::post;
        case bhttp::verb::put:
            return Method::put;
        case bhttp::verb::patch:
            return Method::patch;
        case bhttp::verb::delete_:
            return Method::del;
        default:
            return std::nullopt;
    }
}

/// What every answer has: the time, by which a page tells the age of what it shows, and the security headers.
void add_common_headers(bhttp::fields& answer, bool secure) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    answer.set(bhttp::field::date, fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now)));
    answer.set("Content-Security-Policy",
               "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Referrer-Policy", "no-referrer");
    answer.set("Cross-Origin-Opener-Policy", "same-origin");
    answer.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (secure) answer.set("Strict-Transport-Security", "max-age=31536000");
}

class Connection : public Closable, public std::enable_shared_from_this<Connection> {
  public:
    Connection(std::shared_ptr<Server::Shared> shared, tcp::socket socket, std::string peer)
        : shared_(std::move(shared)),
          stream_(std::move(socket)),
          peer_(peer),
          seat_(std::in_place, shared_, this, std::move(peer)) {}

    void read(int seconds) {
        parser_.emplace();
        parser_->header_limit(header_bytes_max);
        parser_->body_limit(body_bytes_max);
        stream_.expires_after(std::chrono::seconds(seconds));
        bhttp::async_read_header(
            stream_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
                if (error) return self->refuse(error);
                // The header came; the body has its own time, however long the connection was idle before.
                self->stream_.expires_after(std::chrono::seconds(request_s_max));
                bhttp::async_read(self->stream_, self->buffer_, *self->parser_, [self](error_code failed, std::size_t) {
                    if (failed) return self->refuse(failed);
                    self->handle();
                });
            });
    }

    void shut() override { stream_.close(); }

    /// From any thread: a reply may come from whoever worked on it. The connection is handed over, so that it ends on the web
    /// thread, however long the reply is kept elsewhere.
    static void answer(std::shared_ptr<Connection> connection, Response response) {
        const auto web = connection->stream_.get_executor();
        boost::asio::post(web, [self = std::move(connection), answered = std::move(response)]() mutable {
            self->write(std::move(answered));
        });
    }

    Response busy() const { return problem(request_, 503, "busy", "the request was not taken"); }

  private:
    void refuse(const error_code& error) {
        request_ = Request{};
        keep_alive_ = false;
        if (error == bhttp::error::header_limit)
            return write(problem(request_, 431, "too_large", "header longer than 16 KiB"));
        if (error == bhttp::error::body_limit)
            return write(problem(request_, 413, "too_large", "body longer than 1 MiB"));
        if (error.category() == bhttp::make_error_code(bhttp::error::end_of_stream).category() &&
            error != bhttp::error::end_of_stream && error != bhttp::error::partial_message)
            return write(problem(request_, 400, "syntax", "not HTTP: " + error.message()));
        stream_.close();
    }

    bool make_request() {
        const auto& message = parser_->get();
        const auto method = method_of(message.method());
        auto target = parse_target(message.target());
        keep_alive_ = message.keep_alive();
        request_ = Request{};
        copy_headers(message);
        request_.peer = client_address(peer_, request_.header("x-forwarded-for"), shared_->options.trusted_proxies);
        request_.secure =
            is_trusted(peer_, shared_->options.trusted_proxies) && request_.header("x-forwarded-proto") == "https";
        if (!method || !target) {
            write(method ? problem(request_, 400, "syntax", "the path cannot be decoded")
                         : problem(request_, 405, "method_not_allowed", std::string(message.method_string())));
            return false;
        }
        request_.method = *method;
        request_.path = std::move(target->path);
        request_.query = std::move(target->query);
        request_.body = std::move(parser_->get().body());
        return true;
    }

    /// A header that comes twice is one list: who adds his own line in front of a proxy's is not believed.
    void copy_headers(const bhttp::request<bhttp::string_body>& message) {
        for (const auto& field : message) {
            std::string name(field.name_string());
            std::ranges::transform(name, name.begin(),
                                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            const std::string_view between = name == "cookie" ? "; " : ", ";
            const auto [known, added] = request_.headers.try_emplace(std::move(name), std::string(field.value()));
            if (!added) known->second.append(between).append(field.value());
        }
    }

    void handle() {
        if (!make_request()) return;
        const bool is_handshake = asks_for_websocket(request_);
        auto live = shared_->live_patterns.match(request_.method, request_.path);
        if (live.route) {
            const auto index = static_cast<std::size_t>(live.route - shared_->live_patterns.routes().data());
            const LiveRoute& route = shared_->live[index];
            request_.params = std::move(live.params);
            if ((route.wire == Wire::websocket) == is_handshake) return let_in(route);
        }
        if (is_handshake) return write(problem(request_, 404, "not_found", "no live feed here"));
        stream_.expires_never();
        auto match = shared_->router.match(request_.method, request_.path);
        request_.params = std::move(match.params);
        if (match.route) return call(match.route->handler);
        if (match.allowed.empty()) return call(shared_->fallback);
        Response refused = problem(request_, 405, "method_not_allowed", word(request_.method));
        std::string allowed;
        for (const Method method : match.allowed) allowed += (allowed.empty() ? "" : ", ") + std::string(word(method));
        refused.headers.emplace_back("Allow", allowed);
        write(std::move(refused));
    }

    /// A fault of ours must not end the centre: one request is refused, and the log says why.
    void call(const Handler& handler) {
        const Reply answer_once = reply();
        try {
            handler(request_, answer_once);
        } catch (const std::exception& fault) {
            if (shared_->options.on_fault) shared_->options.on_fault(request_.path + ": " + fault.what());
            answer_once(problem(request_, 500, "internal", "the fault is in the server's log"));
        }
    }

    /// A reply that answers once, and `busy` if it is dropped unanswered.
    Reply reply() {
        struct Once {
            std::shared_ptr<Connection> connection;
            std::atomic_flag answered;
            explicit Once(std::shared_ptr<Connection> of) : connection(std::move(of)) {}
            void answer(Response response) {
                if (!answered.test_and_set()) Connection::answer(std::move(connection), std::move(response));
            }
            ~Once() {
                if (connection) answer(connection->busy());
            }
        };
        return [once = std::make_shared<Once>(shared_from_this())](Response response) {
            once->answer(std::move(response));
        };
    }

    void write(Response response) {
        auto answer =
            std::make_shared<bhttp::response<bhttp::string_body>>(static_cast<bhttp::status>(response.status), 11);
        const bool has_body = response.status != no_content && response.status != not_modified;
        if (has_body) answer->set(bhttp::field::content_type, response.content_type);
        answer->set(bhttp::field::cache_control, "no-store");
        add_common_headers(*answer, request_.secure);
        for (const auto& [name, value] : response.headers)
            beast::iequals(name, "set-cookie") ? answer->insert(name, value) : answer->set(name, value);
        answer->keep_alive(keep_alive_);
        if (has_body) answer->body() = std::move(response.body);
        answer->prepare_payload();
        if (request_.method == Method::head) answer->body().clear();
        stream_.expires_after(std::chrono::seconds(request_s_max));
        bhttp::async_write(stream_, *answer, [self = shared_from_this(), answer](error_code error, std::size_t) {
            if (error || !self->keep_alive_ || self->shared_->stopped) return self->part();
            self->read(idle_s_max);
        });
    }

    /// Closes so that the answer arrives: what the peer still sends is read away for a while, else its kernel would drop both.
    void part() {
        error_code error;
        stream_.socket().shutdown(tcp::socket::shutdown_send, error);
        if (error || shared_->stopped) return stream_.close();
        stream_.expires_after(std::chrono::seconds(parting_s_max));
        read_away();
    }

    void read_away() {
        buffer_.clear();
        stream_.async_read_some(buffer_.prepare(header_bytes_max),
                                [self = shared_from_this()](error_code error, std::size_t size) {
                                    self->parting_bytes_ += size;
                                    if (error || self->parting_bytes_ > body_bytes_max) return self->stream_.close();
                                    self->read_away();
                                });
    }

    void let_in(const LiveRoute& route) {
        const bool is_websocket = route.wire == Wire::websocket;
        const auto accept = accept_key(request_);
        if (is_websocket && !accept)
            return write(problem(request_, 400, "syntax", "not a WebSocket handshake of version 13"));
        if (auto refused = route.admit(request_)) return write(std::move(*refused));
        auto answer = std::make_shared<bhttp::response<bhttp::empty_body>>();
        answer->version(11);
        if (is_websocket) {
            answer->result(bhttp::status::switching_protocols);
            answer->set(bhttp::field::upgrade, "websocket");
            answer->set(bhttp::field::connection, "Upgrade");
            answer->set("Sec-WebSocket-Accept", *accept);
        } else {
            // No length: the stream ends with the connection. Proxies are told not to hold it back.
            answer->set(bhttp::field::content_type, "text/event-stream");
            answer->set(bhttp::field::cache_control, "no-store");
            answer->set(bhttp::field::connection, "close");
            answer->set("X-Accel-Buffering", "no");
            add_common_headers(*answer, request_.secure);
        }
        stream_.expires_after(std::chrono::seconds(request_s_max));
        bhttp::async_write(stream_, *answer,
                           [self = shared_from_this(), answer, &route](error_code error, std::size_t) {
                               if (!error && !self->shared_->stopped) self->hand_over(route);
                           });
    }

    void hand_over(const LiveRoute& route) {
        stream_.expires_never();
        // Bytes behind the request are in the buffer already; they are the viewer's first.
        std::string early(static_cast<const char*>(buffer_.data().data()), buffer_.size());
        seat_.reset();
        auto viewer = open_viewer(shared_, route.wire, stream_.release_socket(), peer_);
        route.take(request_, viewer);
        start_viewer(viewer, std::move(early));
    }

    std::shared_ptr<Server::Shared> shared_;
    beast::tcp_stream stream_;
    std::string peer_;
    std::optional<Seat> seat_;
    beast::flat_buffer buffer_{header_bytes_max + body_bytes_max};
    std::optional<bhttp::request_parser<bhttp::string_body>> parser_;
    Request request_;
    bool keep_alive_ = false;
    std::size_t parting_bytes_ = 0;
};

}  // namespace

void serve_connection(std::shared_ptr<Server::Shared> shared, tcp::socket socket, std::string peer) {
    std::make_shared<Connection>(std::move(shared), std::move(socket), std::move(peer))->read(request_s_max);
}

}  // namespace chicane::web::http
