#include "web/host/backup_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

#include "web/host/sha256.hpp"

namespace chicane::web::host {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sums_name = "SHA256SUMS";
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::uint64_t sums_bytes_max = backup_files_max * (64 + 2 + tar_name_bytes_max + 1);
constexpr int end_blocks = 2;  ///< blocks of zeros at the end of an archive

std::string reason() { return errno != 0 ? std::strerror(errno) : "it cannot be read or written"; }

/// `bytes` of `in`, a piece at a time; false: there are fewer, or `sink` failed.
template <class Sink>
bool in_pieces(std::istream& in, std::uint64_t bytes, const Sink& sink) {
    std::array<char, piece_bytes> piece;
    while (bytes > 0) {
        const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, piece.size()));
        if (!in.read(piece.data(), static_cast<std::streamsize>(want))) return false;
        if (!sink(std::span<const char>(piece.data(), want))) return false;
        bytes -= want;
    }
    return true;
}

class Packing {
  public:
    explicit Packing(const fs::path& to) : out_(to, std::ios::binary) {}

    bool begin(const TarEntry& entry) { return put(tar_header(entry, std::time(nullptr))); }
    bool put(std::span<const char> bytes) {
        return static_cast<bool>(out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size())));
    }
    bool pad(std::uint64_t bytes) { return put(std::span(zeros_).first(tar_padding_bytes(bytes))); }

    std::expected<void, std::string> add(const FileToPack& file) {
        std::ifstream in(file.path, std::ios::binary);
        std::error_code error;
        const std::uint64_t bytes = fs::file_size(file.path, error);
        if (!in || error) return std::unexpected(file.path.string() + ": cannot be read: " + reason());
        Sha256 sum;
        const bool kept = begin({file.name, bytes}) &&
                          in_pieces(in, bytes,
                                    [&](std::span<const char> piece) {
                                        sum.add(piece);
                                        return put(piece);
                                    }) &&
                          pad(bytes);
        if (!kept) return std::unexpected(file.name + ": cannot be packed: " + reason());
        sums_ += sum.finish() + "  " + file.name + "\n";
        return {};
    }

    bool finish() {
        bool kept = begin({std::string(sums_name), sums_.size()}) && put(sums_) && pad(sums_.size());
        for (int i = 0; i < end_blocks; ++i) kept = kept && put(zeros_);
        out_.close();
        return kept && !out_.fail();
    }

  private:
    std::ofstream out_;
    std::string sums_;
    const TarBlock zeros_{};
};

bool on_disk(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

/// A file's own name, or one in captures/: a backup lays nothing anywhere else.
bool is_safe(const std::string& name) {
    const std::size_t slash = name.find('/');
    const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
    if (slash != std::string::npos && name.substr(0, slash) != "captures") return false;
    return !last.empty() && last.front() != '.' && last.find('/') == std::string::npos;
}

class Reading {
  public:
    Reading(const fs::path& from, const fs::path* unpack_to)
        : from_(from), unpack_to_(unpack_to), in_(from, std::ios::binary) {}

    std::expected<std::vector<TarEntry>, std::string> run() {
        if (!in_ || fs::is_directory(from_))
            return fault("cannot be read: " + (in_ ? std::strerror(EISDIR) : reason()));
        while (files_.size() <= backup_files_max) {
            TarBlock block{};
            if (!in_.read(block.data(), block.size())) return fault(files_.empty() ? no_backup : cut_off);
            const auto entry = parse_tar_header(block);
            if (!entry) return fault(files_.empty() ? no_backup : damaged);
            if (entry->name == sums_name) return check(*entry);
            if (!is_safe(entry->name)) return fault("holds " + entry->name + ", which no backup of Chicane does");
            if (auto taken = take(*entry); !taken) return std::unexpected(taken.error());
            in_.ignore(static_cast<std::streamsize>(tar_padding_bytes(entry->bytes)));
        }
        return fault("holds more than " + std::to_string(backup_files_max) + " files");
    }

  private:
    static constexpr const char* no_backup = "is no backup of Chicane";
    static constexpr const char* cut_off = "is cut off; take another backup";
    static constexpr const char* damaged = "is damaged; take another backup";

    std::unexpected<std::string> fault(const std::string& what) const {
        return std::unexpected(from_.string() + ": " + what);
    }

    std::expected<void, std::string> take(const TarEntry& entry) {
        std::ofstream out;
        if (unpack_to_) {
            const fs::path path = *unpack_to_ / entry.name;
            std::error_code error;
            fs::create_directories(path.parent_path(), error);
            out.open(path, std::ios::binary);
            if (!out) return std::unexpected(path.string() + ": cannot be written: " + reason());
        }
        Sha256 sum;
        const bool whole = in_pieces(in_, entry.bytes, [&](std::span<const char> piece) {
            sum.add(piece);
            if (unpack_to_) out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
            return !out.fail();
        });
        out.close();
        if (unpack_to_ && out.fail())
            return std::unexpected((*unpack_to_ / entry.name).string() + ": cannot be written: " + reason());
        if (!whole) return fault(cut_off);
        files_.push_back(entry);
        sums_ += sum.finish() + "  " + entry.name + "\n";
        return {};
    }

    std::expected<std::vector<TarEntry>, std::string> check(const TarEntry& entry) {
        if (entry.bytes > sums_bytes_max) return fault(damaged);
        std::string sums(entry.bytes, '\0');
        if (!in_.read(sums.data(), static_cast<std::streamsize>(sums.size()))) return fault(cut_off);
        if (sums != sums_) return fault(damaged);
        return files_;
    }

    const fs::path from_;
    const fs::path* unpack_to_;
    std::ifstream in_;
    std::vector<TarEntry> files_;
    std::string sums_;
};

}  // namespace

std::expected<void, std::string> pack_backup(const fs::path& to, const std::vector<FileToPack>& files) {
    Packing packing(to);
    for (const FileToPack& file : files)
        if (auto added = packing.add(file); !added) return added;
    if (!packing.finish() || !on_disk(to)) return std::unexpected(to.string() + ": cannot be written: " + reason());
    return {};
}

std::expected<std::vector<TarEntry>, std::string> read_backup(const fs::path& from, const fs::path* unpack_to) {
    errno = 0;
    return Reading(from, unpack_to).run();
}

}  // namespace chicane::web::host
