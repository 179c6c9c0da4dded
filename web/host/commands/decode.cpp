#include "web/host/commands/decode.hpp"

#include <ostream>

#include "decoders/link/capture_file.hpp"
#include "web/host/commands/record_line.hpp"

namespace chicane::web::host {

int decode(const DecodeOptions& options, std::ostream& out, std::ostream& err) {
    const auto protocol = decoders::link::protocol_of(options.file, options.protocol);
    if (!protocol) {
        err << "chicane decode: " << protocol.error().detail << '\n';
        return 2;
    }
    std::string lines;
    const auto print = [&](std::span<const decoders::codec::Record> records) {
        lines.clear();
        for (const auto& record : records) append_record_line(record, lines);
        out << lines;
    };
    const auto read = decoders::link::read_records(options.file, *protocol, print);
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
