#include "web/host/commands/decode.hpp"

#include <ostream>

#include "decoders/link/capture_file.hpp"
#include "web/host/commands/record_line.hpp"

namespace chicane::web::host {

int decode(const DecodeOptions& options, std::ostream& out, std::ostream& err) {
    auto codec = decoders::codec::make_codec(options.protocol);
    if (!codec) {
        err << "chicane decode: --protocol: " << codec.error().detail << '\n';
        return 2;
    }
    std::string lines;
    const auto print = [&](std::span<const decoders::codec::Record> records) {
        lines.clear();
        for (const auto& record : records) append_record_line(record, lines);
        out << lines;
    };
    if (const auto read = decoders::link::read_records(options.file, **codec, print); !read) {
        err << "chicane decode: " << read.error().detail << '\n';
        return 2;
    }
    out.flush();
    if (out) return 0;
    err << "chicane decode: standard output: cannot be written to its end\n";
    return 1;
}

}  // namespace chicane::web::host
