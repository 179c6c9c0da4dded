#include "decoders/link/capture_file.hpp"

#include <cerrno>
#include <fstream>
#include <map>
#include <system_error>

#include "decoders/codec/hex.hpp"
#include "decoders/recording/read.hpp"

namespace chicane::decoders::link {

namespace {

using Outcome = std::expected<CaptureGaps, CaptureError>;

std::unexpected<CaptureError> refused(std::string detail) { return std::unexpected(CaptureError{std::move(detail)}); }

std::unexpected<CaptureError> refused(const std::filesystem::path& file, int error) {
    return refused(file.string() + ": " + std::generic_category().message(error));
}

Outcome read_hex(const std::filesystem::path& file, std::ifstream& in, const PieceSink* sink,
                 const std::stop_token& stop) {
    std::string line;
    for (std::size_t number = 1; !stop.stop_requested() && std::getline(in, line); ++number) {
        const auto bytes = line.size() > 2 * capture_piece_bytes_max ? std::nullopt : codec::bytes_of_hex(line);
        if (!bytes)
            return refused(file.string() + ":" + std::to_string(number) +
                           ": expected a frame in pairs of hexadecimal digits");
        if (sink && !bytes->empty()) (*sink)({*bytes, true});
    }
    return {};
}

Outcome read_bytes(const std::filesystem::path& file, std::ifstream& in, const PieceSink& sink,
                   const std::stop_token& stop) {
    codec::Bytes piece(capture_piece_bytes_max);
    while (
        !stop.stop_requested() &&
        (in.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0))
        sink({std::span(piece).first(static_cast<std::size_t>(in.gcount()))});
    if (in.bad()) return refused(file, EIO);
    sink({{}, true});
    return {};
}

/// What came in, cut where a connection or the recording has a break: two halves of a record that are none stay two.
class Received final : public recording::ScanSink {
  public:
    explicit Received(const PieceSink& sink) : sink_(sink) {}

    void on_facts(const recording::Facts&) override {}
    void on_entry(const recording::Entry& entry) override {
        using recording::EntryKind;
        if (entry.kind == EntryKind::received) sink_({entry.bytes, false, entry.peer, entry.steady_us});
        if (entry.kind == EntryKind::opened || entry.kind == EntryKind::closed) sink_({{}, true, entry.peer});
        if (entry.kind == EntryKind::lost) {
            gaps.lost_bytes += recording::hole_bytes(entry);
            sink_({{}, true, entry.peer});
        }
    }
    /// The damage may hold anything of any stream; only the first is told, as most links have no other.
    void on_damage(std::uint64_t bytes) override {
        gaps.damaged_bytes += bytes;
        sink_({{}, true});
    }

    CaptureGaps gaps;

  private:
    const PieceSink& sink_;
};

Outcome read_recording(const std::filesystem::path& file, const PieceSink& sink, const std::stop_token& stop) {
    Received received(sink);
    recording::Scanner scanner(received);
    if (auto why = recording::feed_file(file, scanner, stop)) return refused(*why);
    scanner.finish();
    sink({{}, true});
    return received.gaps;
}

/// A codec a stream, until it ends.
class StreamReader {
  public:
    StreamReader(std::string_view protocol, const RecordsSink& sink) : protocol_(protocol), sink_(sink) {}

    void take(const CapturePiece& piece) {
        auto at = codecs_.find(piece.stream);
        if (at == codecs_.end()) {
            if (piece.bytes.empty()) return;
            if (codecs_.size() >= capture_streams_max) finish(codecs_.begin());
            at = codecs_.emplace(piece.stream, *codec::make_codec(protocol_)).first;
        }
        at->second->feed(piece.bytes, records_);
        if (piece.ends) return finish(at);
        tell();
    }
    void finish_all() {
        while (!codecs_.empty()) finish(codecs_.begin());
    }

  private:
    using Codecs = std::map<std::uint32_t, std::unique_ptr<codec::Codec>>;

    void finish(Codecs::iterator at) {
        at->second->finish(records_);
        codecs_.erase(at);
        tell();
    }
    void tell() {
        if (!records_.empty()) sink_(records_);
        records_.clear();
    }

    std::string_view protocol_;
    const RecordsSink& sink_;
    Codecs codecs_;
    std::vector<codec::Record> records_;
};

}  // namespace

std::string gaps_text(const CaptureGaps& gaps) {
    std::string text;
    if (gaps.damaged_bytes > 0) text = std::to_string(gaps.damaged_bytes) + " bytes are damaged and were skipped";
    if (gaps.damaged_bytes > 0 && gaps.lost_bytes > 0) text += "; ";
    if (gaps.lost_bytes > 0) text += std::to_string(gaps.lost_bytes) + " bytes could not be recorded";
    return text;
}

Outcome read_capture(const std::filesystem::path& file, const PieceSink& sink, const std::stop_token& stop) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return refused(file, EISDIR);
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) return refused(file, errno ? errno : EIO);
    if (recording::is_recording(file)) return read_recording(file, sink, stop);
    if (file.extension() != ".hex") return read_bytes(file, in, sink, stop);
    if (auto sound = read_hex(file, in, nullptr, stop); !sound) return sound;
    in.clear();
    in.seekg(0);
    return read_hex(file, in, &sink, stop);
}

Outcome read_records(const std::filesystem::path& file, std::string_view protocol, const RecordsSink& sink) {
    if (auto codec = codec::make_codec(protocol); !codec) return refused(file.string() + ": " + codec.error().detail);
    StreamReader streams(protocol, sink);
    auto read = read_capture(file, [&](const CapturePiece& piece) { streams.take(piece); });
    streams.finish_all();
    return read;
}

std::expected<std::string, CaptureError> protocol_of(const std::filesystem::path& file, std::string_view given) {
    if (!given.empty())
        if (auto codec = codec::make_codec(given); !codec) return refused("--protocol: " + codec.error().detail);
    const auto facts = recording::is_recording(file) ? recording::facts_of(file) : std::nullopt;
    // What was recorded raw may be in a protocol that is known by now, and whatever was recorded has bytes to look at.
    const bool raw = given == "raw" || (facts && facts->protocol == "raw");
    if (facts && !given.empty() && facts->protocol != given && !raw)
        return refused("--protocol: " + file.string() + " was recorded from \"" + facts->protocol + "\", not \"" +
                       std::string(given) + "\"");
    if (!given.empty()) return std::string(given);
    if (facts && !facts->protocol.empty()) return facts->protocol;
    std::error_code missing;
    if (!std::filesystem::exists(file, missing)) return refused(file, ENOENT);
    return refused("--protocol is missing: " + file.string() + " does not say what its decoder spoke");
}

std::expected<DeviceUri, CaptureError> with_protocol(DeviceUri uri) {
    const auto* file = std::get_if<FileTarget>(&uri.target);
    if (!file || !uri.protocol.empty()) return uri;
    auto recorded = recording::facts_of(file->path);
    if (!recorded) return refused(file->path + ": does not say what its decoder spoke: add protocol=p3");
    if (auto known = codec::make_codec(recorded->protocol); !known)
        return refused(file->path + ": " + known.error().detail);
    uri.protocol = recorded->protocol;
    return uri;
}

}  // namespace chicane::decoders::link
