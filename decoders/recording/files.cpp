#include "decoders/recording/files.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace chicane::decoders::recording {

namespace {

constexpr std::size_t digits = 6;

/// A device's id as part of a file's name.
std::string file_word(std::string device) {
    for (char& c : device) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!plain) c = '_';
    }
    return device;
}

}  // namespace

std::filesystem::path file_path(const std::filesystem::path& folder, const std::string& device, std::uint64_t number) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return folder / (file_word(device) + "-" + text + file_suffix);
}

std::vector<std::uint64_t> file_numbers(const std::filesystem::path& folder, const std::string& device) {
    const std::string begin = file_word(device) + "-", end = file_suffix;
    std::vector<std::uint64_t> numbers;
    std::error_code error;
    for (auto at = std::filesystem::directory_iterator(folder, error); !error && at != decltype(at)();
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.size() <= begin.size() + end.size() || !name.starts_with(begin) || !name.ends_with(end)) continue;
        const char* last = name.data() + name.size() - end.size();
        std::uint64_t number = 0;
        const auto read = std::from_chars(name.data() + begin.size(), last, number);
        if (read.ec == std::errc{} && read.ptr == last) numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

}  // namespace chicane::decoders::recording
