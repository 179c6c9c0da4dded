#include "decoders/recording/clean_p3.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "decoders/codec/p3_crc.hpp"
#include "decoders/codec/p3_frame.hpp"

namespace chicane::decoders::recording {

namespace {

namespace p3 = codec::p3;

constexpr std::uint32_t first_pseudonym = 1'000'001;
constexpr std::size_t held_bytes_max = 4 * p3::frame_bytes_max;  ///< twice what the longest frame can be; more is noise
constexpr std::size_t text_run_min = 4;                          ///< fewer letters in a row are no name
constexpr std::size_t crc_at = 4;
constexpr std::byte blank{'x'};

bool is_letter(std::byte byte) {
    const auto c = std::to_integer<unsigned char>(byte);
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == ' ';
}

/// Fields of a passing that are known, and say nothing of whose it is.
bool stays_in_passing(std::uint8_t id) {
    namespace field = p3::field::passing;
    constexpr std::array known = {field::number, field::time, field::strength, field::hits, field::flags};
    return std::ranges::find(known, id) != known.end() || id == p3::field::general::decoder;
}

bool is_impersonal(p3::Type type) {
    switch (type) {
        case p3::Type::status:
        case p3::Type::version:
        case p3::Type::resend:
        case p3::Type::clear_passing:
        case p3::Type::get_time:
        case p3::Type::error:
            return true;
        case p3::Type::passing:
        case p3::Type::first_contact:
            break;
    }
    return false;
}

std::uint32_t number_of(std::span<const std::byte> value) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < value.size(); ++i) number |= std::to_integer<std::uint32_t>(value[i]) << (8 * i);
    return number;
}

/// Walks the fields of a body and clears what is not to stay.
void clean_body(std::span<std::byte> body, bool passing, Pseudonyms* pseudonyms) {
    while (body.size() >= 2) {
        const auto id = std::to_integer<std::uint8_t>(body[0]);
        const auto value = body.subspan(2, std::min(body.size() - 2, std::to_integer<std::size_t>(body[1])));
        const bool tag = passing && id == p3::field::passing::transponder && value.size() == sizeof(std::uint32_t);
        if (tag && pseudonyms) {
            const std::uint32_t other = pseudonyms->of(number_of(value));
            for (std::size_t i = 0; i < value.size(); ++i) value[i] = static_cast<std::byte>(other >> (8 * i));
        } else if (!tag && !(passing ? stays_in_passing(id) : id == p3::field::general::decoder)) {
            std::ranges::fill(value, std::byte{0});
        }
        body = body.subspan(2 + value.size());
    }
}

Bytes unescaped(std::span<const std::byte> wire) {
    Bytes frame;
    for (std::size_t i = 0; i < wire.size(); ++i) {
        const bool escaped = wire[i] == p3::escape && i + 1 < wire.size();
        frame.push_back(escaped ? static_cast<std::byte>(std::to_integer<unsigned>(wire[++i]) - p3::escape_offset)
                                : wire[i]);
    }
    return frame;
}

}  // namespace

std::uint32_t Pseudonyms::of(std::uint32_t tag) {
    return given_.emplace(tag, first_pseudonym + static_cast<std::uint32_t>(given_.size())).first->second;
}

Bytes CleanP3::feed(std::span<const std::byte> bytes) {
    held_.insert(held_.end(), bytes.begin(), bytes.end());
    framer_.feed(bytes, *this);
    if (held_.size() > held_bytes_max) framer_.finish(*this);
    return std::exchange(clean_, {});
}

Bytes CleanP3::finish() {
    framer_.finish(*this);
    on_garbage({held_.size(), codec::GarbageReason::frame});
    return std::exchange(clean_, {});
}

void CleanP3::on_frame(const p3::Frame& frame) {
    const Bytes wire = taken(frame.wire_bytes);
    if (is_impersonal(frame.type)) {
        clean_.insert(clean_.end(), wire.begin(), wire.end());
        return;
    }
    Bytes bare = unescaped(wire);
    clean_body(std::span(bare).subspan(p3::header_bytes, bare.size() - p3::frame_bytes_min),
               frame.type == p3::Type::passing, pseudonyms_);
    bare[crc_at] = bare[crc_at + 1] = std::byte{0};
    const std::uint16_t crc = codec::p3_crc(bare);
    bare[crc_at] = static_cast<std::byte>(crc & 0xFF);
    bare[crc_at + 1] = static_cast<std::byte>(crc >> 8);
    const Bytes again = p3::escaped(bare);
    clean_.insert(clean_.end(), again.begin(), again.end());
}

/// May be a damaged frame: runs of letters may be a name, and with pseudonyms any four bytes may be a tag.
void CleanP3::on_garbage(const codec::Garbage& garbage) {
    Bytes bytes = taken(garbage.bytes);
    if (pseudonyms_) std::ranges::fill(bytes, std::byte{0});
    for (auto run = bytes.begin(); run != bytes.end();) {
        run = std::find_if(run, bytes.end(), is_letter);
        const auto end = std::find_if_not(run, bytes.end(), is_letter);
        if (static_cast<std::size_t>(end - run) >= text_run_min) std::fill(run, end, blank);
        run = end;
    }
    clean_.insert(clean_.end(), bytes.begin(), bytes.end());
}

Bytes CleanP3::taken(std::size_t bytes) {
    const auto end = held_.begin() + static_cast<std::ptrdiff_t>(std::min(bytes, held_.size()));
    Bytes front(held_.begin(), end);
    held_.erase(held_.begin(), end);
    return front;
}

}  // namespace chicane::decoders::recording
