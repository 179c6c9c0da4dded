#include "decoders/recording/read.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "decoders/recording/files.hpp"

namespace chicane::decoders::recording {

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t facts_within_bytes = 2 * payload_bytes_max;  ///< of a file's begin

std::size_t read_piece(std::ifstream& in, Bytes& piece) {
    in.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(piece.size()));
    return static_cast<std::size_t>(in.gcount());
}

struct FirstFacts final : ScanSink {
    void on_facts(const Facts& facts) override {
        if (!found) found = facts;
    }
    void on_entry(const Entry&) override {}
    void on_damage(std::uint64_t) override {}
    std::optional<Facts> found;
};

}  // namespace

bool is_recording(const std::filesystem::path& file) {
    if (file.extension() == file_suffix) return true;
    std::ifstream in(file, std::ios::binary);
    Bytes begin(file_magic.size());
    return read_piece(in, begin) == begin.size() && std::memcmp(begin.data(), file_magic.data(), begin.size()) == 0;
}

std::optional<std::string> feed_file(const std::filesystem::path& file, Scanner& scanner, const std::stop_token& stop) {
    std::error_code ignored;
    const auto failed = [&](int error) { return file.string() + ": " + std::generic_category().message(error); };
    if (std::filesystem::is_directory(file, ignored)) return failed(EISDIR);
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) return failed(errno ? errno : EIO);
    Bytes piece(piece_bytes);
    while (const std::size_t size = stop.stop_requested() ? 0 : read_piece(in, piece))
        scanner.feed(std::span(piece).first(size));
    if (in.bad()) return failed(EIO);
    return std::nullopt;
}

std::optional<Facts> facts_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    FirstFacts facts;
    Scanner scanner(facts);
    Bytes piece(facts_within_bytes);
    scanner.feed(std::span(piece).first(read_piece(in, piece)));
    return facts.found;
}

}  // namespace chicane::decoders::recording
