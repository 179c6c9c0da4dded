#include "decoders/link/capture_file.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "decoders/codec/hex.hpp"

namespace chicane::decoders::link {

namespace {

using Outcome = std::expected<void, CaptureError>;

std::unexpected<CaptureError> refused(std::string detail) { return std::unexpected(CaptureError{std::move(detail)}); }

std::unexpected<CaptureError> refused(const std::filesystem::path& file, int error) {
    return refused(file.string() + ": " + std::generic_category().message(error));
}

Outcome read_hex(const std::filesystem::path& file, std::ifstream& in, const PieceSink* sink) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const auto bytes = line.size() > 2 * capture_piece_bytes_max ? std::nullopt : codec::bytes_of_hex(line);
        if (!bytes)
            return refused(file.string() + ":" + std::to_string(number) +
                           ": expected a frame in pairs of hexadecimal digits");
        if (sink && !bytes->empty()) (*sink)(*bytes, true);
    }
    return {};
}

Outcome read_bytes(const std::filesystem::path& file, std::ifstream& in, const PieceSink& sink) {
    codec::Bytes piece(capture_piece_bytes_max);
    while (in.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(piece.size())) ||
           in.gcount() > 0)
        sink(std::span(piece).first(static_cast<std::size_t>(in.gcount())), false);
    if (in.bad()) return refused(file, EIO);
    sink({}, true);
    return {};
}

}  // namespace

Outcome read_capture(const std::filesystem::path& file, const PieceSink& sink) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return refused(file, EISDIR);
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) return refused(file, errno ? errno : EIO);
    if (file.extension() != ".hex") return read_bytes(file, in, sink);
    if (auto sound = read_hex(file, in, nullptr); !sound) return sound;
    in.clear();
    in.seekg(0);
    return read_hex(file, in, &sink);
}

Outcome read_records(const std::filesystem::path& file, codec::Codec& codec, const RecordsSink& sink) {
    std::vector<codec::Record> records;
    return read_capture(file, [&](std::span<const std::byte> bytes, bool ends) {
        codec.feed(bytes, records);
        if (ends) codec.finish(records);
        sink(records);
        records.clear();
    });
}

}  // namespace chicane::decoders::link
