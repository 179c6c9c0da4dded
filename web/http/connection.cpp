// One connection: reads a request, finds who answers it, writes the answer, keeps alive; or becomes a WebSocket.
#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <optional>
#include <set>

#include "web/http/beast_message.hpp"
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

class Connection : public Closable, public std::enable_shared_from_this<Connection> {
  public:
    Connection(std::shared_ptr<Server::Shared> shared, tcp::socket socket, std::string peer)
        : shared_(std::move(shared)),
          stream_(std::move(socket)),
          late_(stream_.get_executor()),
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
                if (!self->take_head()) return;
                beast::iequals(self->request_.header("expect"), "100-continue") ? self->ask_for_body()
                                                                                : self->read_body();
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

    /// The client waits for a word before it sends a long body.
    void ask_for_body() {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        boost::asio::async_write(stream_, boost::asio::buffer(go_on),
                                 [self = shared_from_this()](error_code error, std::size_t) {
                                     error ? self->stream_.close() : self->read_body();
                                 });
    }

    void read_body() {
        bhttp::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->request_.body = std::move(self->parser_->get().body());
            self->handle();
        });
    }

    /// All of the request but its body; false where it was refused already, which ends the connection: its body is not read.
    bool take_head() {
        const auto& message = parser_->get();
        const auto method = method_of(message);
        auto target = parse_target(message.target());
        keep_alive_ = false;
        request_ = request_of(message, peer_, shared_->options.trusted_proxies);
        const auto fault = target ? framing_fault(message) : "the path cannot be decoded";
        if (fault) return write(problem(request_, 400, "syntax", *fault)), false;
        request_.path = std::move(target->path);
        request_.query = std::move(target->query);
        if (!method) return refuse_method(message.method_string()), false;
        request_.method = *method;
        keep_alive_ = message.keep_alive();
        return true;
    }

    void refuse_method(std::string_view word_of_method) {
        std::set<Method> allowed;
        for (const Router* router : std::initializer_list<const Router*>{&shared_->live_patterns, &shared_->router})
            for (const Method method : router->match(Method::get, request_.path).allowed) allowed.insert(method);
        if (allowed.empty()) allowed.insert(Method::get);  // a page
        std::string words;
        for (const Method method : allowed) words += (words.empty() ? "" : ", ") + std::string(word(method));
        Response refused = problem(request_, 405, "method_not_allowed", word_of_method);
        refused.headers.emplace_back("Allow", words);
        write(std::move(refused));
    }

    void handle() {
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
        if (live.route) return write(upgrade_required());
        const bool is_known = !match.allowed.empty() || !live.allowed.empty();
        is_known ? refuse_method(word(request_.method)) : call(shared_->fallback);
    }

    Response upgrade_required() const {
        Response response = problem(request_, 426, "upgrade_required", "a WebSocket is here");
        response.headers.emplace_back("Upgrade", "websocket");
        return response;
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

    /// A reply that answers once, and `busy` if it is dropped unanswered or comes too late.
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
        const auto once = std::make_shared<Once>(shared_from_this());
        late_.expires_after(std::chrono::seconds(shared_->options.work_s_max));
        late_.async_wait([self = shared_from_this(), still_asked = std::weak_ptr<Once>(once)](error_code answered) {
            const auto asked = answered ? nullptr : still_asked.lock();
            if (asked) asked->answer(self->busy());
        });
        return [once](Response response) { once->answer(std::move(response)); };
    }

    void write(Response response) {
        late_.cancel();
        auto answer = std::make_shared<BeastResponse>(message_of(std::move(response), request_, keep_alive_));
        stream_.expires_after(std::chrono::seconds(answer_s_max));
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
        if (request_.method == Method::head)
            return write({.content_type = "text/event-stream", .headers = {}, .body = {}});
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
    boost::asio::steady_timer late_;  ///< while a handler works
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
