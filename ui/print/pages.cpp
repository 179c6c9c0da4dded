#include "ui/print/pages.hpp"

#include "ui/print/limits.hpp"

namespace chicane::ui::print {

Pages::Pages(Strip first, Strip again, double bottom) : again_(std::move(again)), bottom_(bottom), pages_(1) {
    y_ = margin_top;
    put(first);
    begin_ = y_;
}

void Pages::put(const Strip& strip) {
    append(pages_.back(), moved(strip.items, margin_side, y_));
    y_ += strip.height;
}

void Pages::next_page() {
    too_many_ = too_many_ || pages_.size() >= pages_max;
    if (too_many_) return;
    pages_.emplace_back();
    y_ = margin_top;
    put(again_);
    begin_ = y_;
}

void Pages::pour(const Strips& strips) {
    if (y_ > begin_) y_ += strips.space_before;
    const double head = strips.head ? strips.head->height : 0;
    bool head_due = strips.head.has_value();
    for (std::size_t i = 0; i < strips.rows.size() && !too_many_; ++i) {
        // A title comes with what it is the title of.
        double wanted = strips.rows[i].height + (head_due ? head : 0);
        for (std::size_t j = i; j + 1 < strips.rows.size() && strips.rows[j].with_next; ++j)
            wanted += strips.rows[j + 1].height;
        if (!fits(wanted) && y_ > begin_) {
            next_page();
            head_due = strips.head.has_value();
        }
        // Over a table stands its title, then its head.
        if (head_due && !strips.rows[i].with_next) {
            put(*strips.head);
            head_due = false;
        }
        put(strips.rows[i]);
    }
    if (head_due && strips.rows.empty()) put(*strips.head);
}

void Pages::close(const Strip& strip) {
    if (strip.items.empty()) return;
    if (!fits(strip.height)) next_page();
    if (bottom_ - strip.height > y_) y_ = bottom_ - strip.height;
    put(strip);
}

void Pages::whole(Items items) {
    if (!pages_.back().empty()) pages_.emplace_back();
    pages_.back() = std::move(items);
    too_many_ = too_many_ || pages_.size() > pages_max;
}

}  // namespace chicane::ui::print
