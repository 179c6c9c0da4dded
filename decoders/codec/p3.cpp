#include "decoders/codec/p3.hpp"

#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p3_fields.hpp"

namespace chicane::decoders::codec {

namespace {

class RecordSink final : public p3::FrameSink {
  public:
    explicit RecordSink(std::vector<Record>& records) : records_(records) {}
    void on_frame(const p3::Frame& frame) override { p3::read_record(frame, records_); }
    void on_garbage(const Garbage& garbage) override { records_.emplace_back(garbage); }

  private:
    std::vector<Record>& records_;
};

}  // namespace

void P3::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    RecordSink sink(records);
    framer_.feed(bytes, sink);
}

void P3::finish(std::vector<Record>& records) {
    RecordSink sink(records);
    framer_.finish(sink);
}

Bytes P3::ask_version() const { return p3::version_request(); }
Bytes P3::ask_clock() const { return p3::clock_request(); }
Bytes P3::ask_again(std::uint32_t from, std::uint32_t until) const { return p3::resend_request(from, until); }

}  // namespace chicane::decoders::codec
