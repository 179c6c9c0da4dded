#include "web/host/commands/decode.hpp"

#include <ostream>

#include "decoders/link/capture_file.hpp"
#include "web/host/commands/description_lines.hpp"
#include "web/host/commands/record_line.hpp"

namespace chicane::web::host {

namespace {

constexpr std::string_view undescribed = "raw";

using Outcome = std::expected<decoders::link::CaptureGaps, decoders::link::CaptureError>;

Outcome print_records(const std::string& file, const std::string& protocol, std::ostream& out) {
    std::string lines;
    return decoders::link::read_records(file, protocol, [&](std::span<const decoders::codec::Record> records) {
        lines.clear();
        for (const auto& record : records) append_record_line(record, lines);
        out << lines;
    });
}

Outcome print_description(const std::string& file, std::ostream& out) {
    RawCapture capture;
    auto read =
        decoders::link::read_capture(file, [&](const decoders::link::CapturePiece& piece) { capture.take(piece); });
    if (read) out << description_lines(capture);
    return read;
}

}  // namespace

int decode(const DecodeOptions& options, std::ostream& out, std::ostream& err) {
    const auto protocol = decoders::link::protocol_of(options.file, options.protocol);
    if (!protocol) {
        err << "chicane decode: " << protocol.error().detail << '\n';
        return 2;
    }
    const auto read =
        *protocol == undescribed ? print_description(options.file, out) : print_records(options.file, *protocol, out);
    if (!read) {
        err << "chicane decode: " << read.error().detail << '\n';
        return 2;
    }
    if (const std::string gaps = decoders::link::gaps_text(*read); !gaps.empty())
        err << "chicane decode: " << options.file << ": " << gaps << '\n';
    out.flush();
    if (out) return 0;
    err << "chicane decode: standard output: cannot be written to its end\n";
    return 1;
}

}  // namespace chicane::web::host
