#include "decoders/link/recorded_link.hpp"

#include "decoders/link/host_clock.hpp"

namespace chicane::decoders::link {

namespace {

using recording::EntryKind;

class RecordedLink final : public Link, private LinkEvents {
  public:
    RecordedLink(std::shared_ptr<recording::Line> line, LinkEvents& events, const LinkMaker& make)
        : line_(std::move(line)), events_(events), link_(make(*this)) {}
    ~RecordedLink() override { link_->stop(); }
    RecordedLink(const RecordedLink&) = delete;
    RecordedLink& operator=(const RecordedLink&) = delete;

    void start() override { link_->start(); }
    void stop() override { link_->stop(); }
    void reopen() override { link_->reopen(); }
    void send(codec::Bytes bytes) override {
        keep(EntryKind::sent, bytes, host_moment());
        link_->send(std::move(bytes));
    }

  private:
    void on_open() override {
        keep(EntryKind::opened, {}, host_moment());
        events_.on_open();
    }
    /// Handed over first: the copy costs less than a look at it would, and an answer stands behind what it answers.
    void on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) override {
        keep(EntryKind::received, bytes, read_at);
        events_.on_bytes(bytes, read_at);
    }
    void on_closed(std::string_view why) override {
        keep(EntryKind::closed, recording::bytes_of(why), host_moment());
        events_.on_closed(why);
    }

    void keep(EntryKind kind, std::span<const std::byte> bytes, const HostMoment& at) {
        if (bytes.empty() && (kind == EntryKind::sent || kind == EntryKind::received)) return;
        line_->keep({kind, 0, at.wall, at.steady_us, bytes});
    }

    std::shared_ptr<recording::Line> line_;
    LinkEvents& events_;
    std::shared_ptr<Link> link_;
};

}  // namespace

std::shared_ptr<Link> recorded_link(std::shared_ptr<recording::Line> line, LinkEvents& events, const LinkMaker& make) {
    if (!line) return make(events);
    return std::make_shared<RecordedLink>(std::move(line), events, make);
}

}  // namespace chicane::decoders::link
