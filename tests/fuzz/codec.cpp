// Hostile bytes into every codec of the table. Whatever they are: nothing throws, any cut gives the same records, at the stream's end
// nothing is pending, and garbage is never more than the bytes that came. The input's first byte says where to cut; then comes the word of the
// protocol that reads and a blank (so seeds are written, of tests/data/vectors), or a byte that chooses one. As chance hardly ever finds a right sum, the
// rest is also read as the body of a record whose sum is right. CHICANE_FUZZ_PROTOCOL names one protocol that reads all inputs.
#include "decoders/codec/codec.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <variant>

#include "decoders/codec/chronelec_fields.hpp"
#include "decoders/codec/laprf_frame.hpp"
#include "decoders/codec/llrp_message.hpp"
#include "decoders/codec/p3_frame.hpp"
#include "decoders/codec/p98_encode.hpp"
#include "decoders/codec/robitronic_encode.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/thcom.hpp"
#include "decoders/codec/toolkit_fields.hpp"

using namespace chicane::decoders::codec;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

std::vector<Record> read(const Protocol& protocol, std::span<const std::byte> bytes, std::size_t step) {
    const auto codec = protocol.make();
    std::vector<Record> records;
    codec->greet();
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        codec->feed(bytes.subspan(at, std::min(step, bytes.size() - at)), records);
        codec->take_replies();
        must(codec->pending() <= bytes.size());
    }
    codec->finish(records);
    must(codec->pending() == 0);
    for (const Record& record : records)
        if (const auto* passing = std::get_if<Passing>(&record)) codec->acknowledge(*passing);
    return records;
}

void try_stream(const Protocol& protocol, std::span<const std::byte> bytes, std::size_t step) {
    const auto whole = read(protocol, bytes, bytes.size() + 1);
    must(read(protocol, bytes, step) == whole);
    must(read(protocol, bytes, 1) == whole);
    std::size_t garbage = 0;
    for (const Record& record : whole)
        if (const auto* piece = std::get_if<Garbage>(&record)) garbage += piece->bytes;
    must(garbage <= bytes.size());
}

Bytes toolkit_store(std::string record) {
    record.resize(toolkit::v1_summed_bytes, ' ');
    return bytes_of("A@Store@" + record + hex_text(toolkit::sum_of(record), 2) + "@1@$");
}

/// A tag of the body's parameters, as the only one of a report; or an event, an answer.
Bytes llrp_message(std::span<const std::byte> body) {
    using namespace llrp;
    constexpr MessageType types[] = {MessageType::ro_access_report, MessageType::reader_event_notification,
                                     MessageType::add_rospec_response, MessageType::get_reader_capabilities_response};
    const std::size_t kind = std::to_integer<unsigned>(body[0]) % std::size(types);
    const auto fields = body.subspan(1, std::min<std::size_t>(body.size() - 1, 10'000));
    if (kind > 1) return message(types[kind], 0, fields);
    Bytes parameters;
    put(parameters, kind == 0 ? ParameterType::tag_report_data : ParameterType::reader_event_notification_data, fields);
    return message(types[kind], 0, parameters);
}

/// The body with a right sum around it, for the protocols that have one and whose writer takes any body.
Bytes summed(const Protocol& protocol, std::span<const std::byte> body) {
    const std::string_view text(reinterpret_cast<const char*>(body.data()), body.size());
    if (protocol.word == "p3") {
        constexpr p3::Type types[] = {p3::Type::passing, p3::Type::status, p3::Type::version, p3::Type::get_time,
                                      p3::Type::error};
        const auto fields = body.subspan(1, std::min<std::size_t>(body.size() - 1, 4'096));
        return p3::FrameBuilder(types[std::to_integer<unsigned>(body[0]) % std::size(types)]).raw(fields).build();
    }
    if (protocol.word == "laprf") {
        constexpr laprf::Type types[] = {laprf::Type::passing, laprf::Type::status, laprf::Type::time};
        const auto fields = body.subspan(1, std::min<std::size_t>(body.size() - 1, laprf::frame_bytes_max));
        return laprf::FrameBuilder(types[std::to_integer<unsigned>(body[0]) % std::size(types)]).raw(fields).build();
    }
    if (protocol.word == "chronelec")
        return bytes_of('<' + std::string(text) + digits_text(chronelec::sum_of(text), chronelec::sum_digits) + '>');
    if (protocol.word == "thcom") {
        const std::string pulse = "TN " + std::string(text);
        return bytes_of(pulse + ' ' + hex_text(thcom::sum_of(pulse), 4) + '\r');
    }
    if (protocol.word == "llrp") return llrp_message(body);
    if (protocol.word == "toolkit") return toolkit_store(std::string(text));
    if (protocol.word == "p98") return p98::line(text);
    if (protocol.word == "robitronic")
        return robitronic::packet(static_cast<robitronic::Type>(body[0]), body.subspan(1));
    return {};
}

/// The only one to try, if one was asked for; null: all.
const Protocol* asked_protocol() {
    const char* word = std::getenv("CHICANE_FUZZ_PROTOCOL");
    if (!word) return nullptr;
    const auto found = std::ranges::find(protocols(), std::string_view(word), &Protocol::word);
    must(found != protocols().end());
    return &*found;
}

/// Takes what names the protocol from the input's begin.
const Protocol& named_protocol(std::span<const std::byte>& input) {
    const std::string_view text(reinterpret_cast<const char*>(input.data()), input.size());
    const std::string_view word = text.substr(0, text.find(' '));
    for (const Protocol& protocol : protocols()) {
        if (protocol.word != word || word.size() + 1 >= input.size()) continue;
        input = input.subspan(word.size() + 1);
        return protocol;
    }
    const auto chosen = std::to_integer<std::size_t>(input[0]) % protocols().size();
    input = input.subspan(1);
    return protocols()[chosen];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::size_t step = 1 + data[0];
    auto bytes = std::as_bytes(std::span(data + 1, size - 1));
    static const Protocol* const asked = asked_protocol();
    const Protocol& named = named_protocol(bytes);
    const Protocol& protocol = asked ? *asked : named;
    try_stream(protocol, bytes, step);
    try_stream(protocol, summed(protocol, bytes), step);
    return 0;
}
