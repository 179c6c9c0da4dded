#include "ui/print/blocks.hpp"

#include <algorithm>

namespace chicane::ui::print {
namespace {

constexpr double space_between = 32;
constexpr double space_of_block = 10;

}  // namespace

Strips lay(const Beside& beside, double total) {
    Strip all;
    const double count = double(std::max<std::size_t>(1, beside.parts.size()));
    const double wide = (total - space_between * (count - 1)) / count;
    double x = 0;
    for (const auto& part : beside.parts) {
        const auto strips = lay(part, wide);
        double y = 0;
        const auto put = [&](const Strip& strip) {
            append(all.items, moved(strip.items, x, y));
            y += strip.height;
        };
        if (strips.head) put(*strips.head);
        for (const auto& strip : strips.rows) put(strip);
        all.height = std::max(all.height, y);
        x += wide + space_between;
    }
    Strips strips;
    strips.rows.push_back(std::move(all));
    return strips;
}

Strips lay(const Block& block, double total) {
    auto strips = std::visit([&](const auto& each) { return lay(each, total); }, block);
    strips.space_before = space_of_block;
    return strips;
}

}  // namespace chicane::ui::print
