#include "web/host/tar_header.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "timing/ensure.hpp"

namespace chicane::web::host {
namespace {

struct Field {
    std::size_t at;
    std::size_t bytes;
};
constexpr Field name_field{0, 100};
constexpr Field mode_field{100, 8};
constexpr Field user_field{108, 8};
constexpr Field group_field{116, 8};
constexpr Field size_field{124, 12};
constexpr Field time_field{136, 12};
constexpr Field sum_field{148, 8};
constexpr Field type_field{156, 1};
constexpr Field magic_field{257, 8};
constexpr std::string_view magic{"ustar\00000", 8};
constexpr char plain_file = '0';

// Sizes that eleven octal digits do not hold are written as GNU tar does: a mark, then the number in binary.
constexpr std::uint64_t octal_size_max = (std::uint64_t{1} << 33U) - 1;
constexpr unsigned char binary_mark = 0x80;

void put(TarBlock& block, Field field, std::string_view text) {
    std::ranges::copy(text.substr(0, field.bytes), block.begin() + static_cast<std::ptrdiff_t>(field.at));
}

void put_octal(TarBlock& block, Field field, std::uint64_t value) {
    for (std::size_t i = field.bytes - 1; i-- > 0; value /= 8)
        block[field.at + i] = static_cast<char>('0' + static_cast<int>(value % 8));
}

void put_size(TarBlock& block, std::uint64_t bytes) {
    if (bytes <= octal_size_max) return put_octal(block, size_field, bytes);
    block[size_field.at] = static_cast<char>(binary_mark);
    for (std::size_t i = size_field.bytes; i-- > 1; bytes >>= 8U)
        block[size_field.at + i] = static_cast<char>(bytes & 0xFFU);
}

std::optional<std::uint64_t> octal(const TarBlock& block, Field field) {
    const char* begin = block.data() + field.at;
    const char* end = begin + field.bytes;
    while (begin < end && *begin == ' ') ++begin;
    std::uint64_t value = 0;
    const auto read = std::from_chars(begin, end, value, 8);
    if (read.ec != std::errc{} || (read.ptr < end && *read.ptr != '\0' && *read.ptr != ' ')) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> size_of(const TarBlock& block) {
    if (static_cast<unsigned char>(block[size_field.at]) != binary_mark) return octal(block, size_field);
    std::uint64_t value = 0;
    for (std::size_t i = size_field.bytes - sizeof value; i < size_field.bytes; ++i)
        value = value << 8U | static_cast<unsigned char>(block[size_field.at + i]);
    return value;
}

/// Of all bytes, the sum's own field read as blanks.
std::uint64_t sum_of(const TarBlock& block) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const bool own = i >= sum_field.at && i < sum_field.at + sum_field.bytes;
        sum += own ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(block[i]);
    }
    return sum;
}

}  // namespace

TarBlock tar_header(const TarEntry& entry, std::int64_t modified_s) {
    timing::ensure(!entry.name.empty() && entry.name.size() <= tar_name_bytes_max, "a tar header holds the name");
    TarBlock block{};
    put(block, name_field, entry.name);
    put_octal(block, mode_field, 0600);
    put_octal(block, user_field, 0);
    put_octal(block, group_field, 0);
    put_size(block, entry.bytes);
    put_octal(block, time_field, static_cast<std::uint64_t>(std::max<std::int64_t>(modified_s, 0)));
    block[type_field.at] = plain_file;
    put(block, magic_field, magic);
    put_octal(block, {sum_field.at, sum_field.bytes - 1}, sum_of(block));
    block[sum_field.at + sum_field.bytes - 1] = ' ';
    return block;
}

std::optional<TarEntry> parse_tar_header(const TarBlock& block) {
    if (octal(block, sum_field) != sum_of(block) || block[type_field.at] != plain_file) return std::nullopt;
    const auto bytes = size_of(block);
    const std::string name(block.data(), strnlen(block.data(), name_field.bytes));
    if (!bytes || name.empty() || name.size() > tar_name_bytes_max) return std::nullopt;
    return TarEntry{name, *bytes};
}

}  // namespace chicane::web::host
