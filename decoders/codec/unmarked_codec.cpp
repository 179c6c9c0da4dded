#include "decoders/codec/unmarked_codec.hpp"

namespace chicane::decoders::codec {

void UnmarkedCodec::feed(std::span<const std::byte> bytes, std::vector<Record>& records) {
    kept_.insert(kept_.end(), bytes.begin(), bytes.end());
    scan(false, records);
}

void UnmarkedCodec::finish(std::vector<Record>& records) {
    scan(true, records);
    end_noise(records);
    forget();
}

void UnmarkedCodec::scan(bool ended, std::vector<Record>& records) {
    std::span<const std::byte> rest = kept_;
    while (!rest.empty()) {
        const Judged judged = judge(rest);
        if (judged.what == Judged::What::unfinished && !ended) break;
        std::size_t used = 1;
        if (judged.what == Judged::What::frame) {
            end_noise(records);
            read_frame(rest.first(judged.bytes), records);
            used = judged.bytes;
        } else if (noise_ > 0 || !read_byte(rest.front(), records)) {
            take_noise(judged.reason);
        }
        rest = rest.subspan(used);
    }
    kept_.erase(kept_.begin(), kept_.end() - static_cast<std::ptrdiff_t>(rest.size()));
}

void UnmarkedCodec::take_noise(GarbageReason reason) {
    if (noise_++ == 0) noise_reason_ = reason;
}

void UnmarkedCodec::end_noise(std::vector<Record>& records) {
    if (noise_ > 0) records.emplace_back(Garbage{noise_, noise_reason_});
    noise_ = 0;
}

}  // namespace chicane::decoders::codec
