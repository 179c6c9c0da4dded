#include "decoders/link/recorder.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <system_error>
#include <vector>

namespace chicane::decoders::link {

namespace {

constexpr std::size_t digits = 6;
constexpr std::string_view suffix = ".bin";

/// A device's id as part of a file's name.
std::string file_word(std::string device) {
    for (char& c : device) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!plain) c = '_';
    }
    return device;
}

/// The numbers of a device's recordings, in order.
std::vector<std::uint64_t> numbers_in(const std::filesystem::path& folder, const std::string& device) {
    std::vector<std::uint64_t> numbers;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(device + "-") || !name.ends_with(suffix)) continue;
        const char* begin = name.data() + device.size() + 1;
        const char* end = name.data() + name.size() - suffix.size();
        std::uint64_t number = 0;
        if (begin < end && std::from_chars(begin, end, number).ptr == end) numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace

Recorder::Recorder(std::filesystem::path folder, std::string device, RecorderLimits limits)
    : folder_(std::move(folder)), device_(file_word(std::move(device))), limits_(limits) {}

void Recorder::write(std::span<const std::byte> bytes) {
    if (!file_.is_open() && !open()) {
        ++failures_;
        return;
    }
    file_.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    file_.flush();
    written_ += bytes.size();
    if (!file_) {
        ++failures_;
        file_.close();  // the same file is opened again with the next bytes: a full disk may have room then
    } else if (written_ >= limits_.file_bytes) {
        file_.close();
        number_ = 0;
    }
}

std::filesystem::path Recorder::path_of(std::uint64_t number) const {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return folder_ / (device_ + "-" + text + std::string(suffix));
}

bool Recorder::open() {
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    if (number_ == 0) {
        const auto numbers = numbers_in(folder_, device_);
        number_ = numbers.empty() ? 1 : numbers.back() + 1;
        written_ = 0;
    }
    file_.clear();
    file_.open(path_of(number_), std::ios::binary | std::ios::app);
    if (file_.is_open()) remove_oldest();
    return file_.is_open();
}

void Recorder::remove_oldest() {
    std::error_code ignored;
    std::uint64_t bytes = limits_.file_bytes;  // what is being written may grow so far
    std::size_t files = 0;
    for (const std::uint64_t number : numbers_in(folder_, device_) | std::views::reverse) {
        if (number == number_) continue;
        const auto size = std::filesystem::file_size(path_of(number), ignored);
        bytes += ignored ? 0 : size;
        if (++files >= limits_.files || bytes > limits_.all_bytes) std::filesystem::remove(path_of(number), ignored);
    }
}

}  // namespace chicane::decoders::link
