#include "decoders/recording/disk.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace chicane::decoders::recording {

namespace {

class RealFile final : public DiskFile {
  public:
    explicit RealFile(int descriptor) : descriptor_(descriptor) {}
    ~RealFile() override { ::close(descriptor_); }
    RealFile(const RealFile&) = delete;
    RealFile& operator=(const RealFile&) = delete;

    bool append(std::span<const std::byte> bytes) override {
        std::span<const std::byte> rest = bytes;
        while (!rest.empty()) {
            const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return undo();
            rest = rest.subspan(static_cast<std::size_t>(written));
        }
        size_ += static_cast<off_t>(bytes.size());
        return true;
    }

    bool sync() override { return ::fdatasync(descriptor_) == 0; }

  private:
    /// Where even this fails, a reader skips the torn block.
    bool undo() {
        if (::ftruncate(descriptor_, size_) != 0) return false;
        return false;
    }

    int descriptor_;
    off_t size_ = 0;
};

class RealDisk final : public Disk {
  public:
    std::unique_ptr<DiskFile> create(const std::filesystem::path& path) override {
        std::error_code ignored;
        std::filesystem::create_directories(path.parent_path(), ignored);
        // Transponders are people's: nobody else on the machine reads them.
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
        return file < 0 ? nullptr : std::make_unique<RealFile>(file);
    }
};

}  // namespace

std::unique_ptr<Disk> real_disk() { return std::make_unique<RealDisk>(); }

}  // namespace chicane::decoders::recording
