#include "decoders/codec/chronelec.hpp"

#include <utility>

#include "decoders/codec/chronelec_commands.hpp"
#include "decoders/codec/chronelec_fields.hpp"

namespace chicane::decoders::codec {

namespace {

/// Noise on the wire changes from repeat to repeat; a passing that is wrong in the decoder does not.
constexpr int refusals_max = 3;

}  // namespace

void Chronelec::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    records_ = &records;
    framer_.feed({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, *this);
    records_ = nullptr;
}

void Chronelec::finish(std::vector<Record>& records) {
    records_ = &records;
    framer_.finish(*this);
    records_ = nullptr;
    refused_.clear();
    refusals_ = 0;
    replies_.clear();
}

Bytes Chronelec::take_replies() { return std::exchange(replies_, {}); }
Bytes Chronelec::acknowledge(const Passing&) const { return chronelec::acknowledgement(); }
Bytes Chronelec::ask_version() const { return chronelec::config_request(); }
Bytes Chronelec::ask_clock() const { return chronelec::status_request(); }

void Chronelec::on_frame(const chronelec::Frame& frame) {
    switch (frame.kind) {
        case chronelec::FrameKind::passing:
            records_->push_back(chronelec::read_passing(frame.body, frame.wire_bytes));
            if (std::holds_alternative<Garbage>(records_->back())) refuse(frame.body);
            return;
        case chronelec::FrameKind::status:
            return chronelec::read_status(frame.body, frame.wire_bytes, *records_);
        case chronelec::FrameKind::config:
            records_->push_back(chronelec::read_config(frame.body, frame.wire_bytes));
            return;
    }
}

void Chronelec::on_garbage(const Garbage& garbage) { records_->emplace_back(garbage); }

void Chronelec::refuse(std::string_view passing) {
    refusals_ = passing == refused_ ? refusals_ + 1 : 1;
    refused_ = passing;
    if (refusals_ <= refusals_max) return;
    refusals_ = 0;
    replies_ = chronelec::acknowledgement();
}

}  // namespace chicane::decoders::codec
