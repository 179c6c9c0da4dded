// Strips poured into pages.
#pragma once

#include <vector>

#include "ui/print/strip.hpp"

namespace chicane::ui::print {

using Page = Items;

class Pages {
  public:
    /// Every page but the first begins with `again`; what is poured ends above `bottom`.
    Pages(Strip first, Strip again, double bottom);

    void pour(const Strips& strips);
    /// At the foot of the last page, or on one more where there is no room.
    void close(const Strip& strip);
    /// A page that holds nothing else.
    void whole(Items items);

    bool too_many() const { return too_many_; }
    std::vector<Page> take() { return std::move(pages_); }
    std::size_t count() const { return pages_.size(); }

  private:
    void next_page();
    void put(const Strip& strip);
    bool fits(double height) const { return y_ + height <= bottom_; }

    Strip again_;
    double bottom_;
    double y_ = 0;
    double begin_ = 0;  ///< where the page's own content begins
    bool too_many_ = false;
    std::vector<Page> pages_;
};

}  // namespace chicane::ui::print
