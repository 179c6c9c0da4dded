// What is tried to make a loop quiet, and what each trial gained: its noise before and after. Pure; the screen has the words.
#pragma once

#include <QVariantList>
#include <array>
#include <optional>

namespace chicane::ui::models {

inline constexpr int loop_hints = 3;  ///< plugs, cable, surroundings, in the order in which they are worth trying

class LoopHints {
  public:
    /// From now on the noise is this trial's; one that was being tried has ended. Trying again begins it anew.
    void begin(int hint, int noise, int at);
    /// A reading came.
    void read(int noise);
    /// The readings on the line moved by one to the left.
    void shift();
    void clear() { *this = {}; }

    /// Each hint in its order: tried, now (it is being tried), before, after (null: nothing was read since), at (place on the line; -1: none).
    QVariantList rows() const;

  private:
    struct Trial {
        int before = 0;
        std::optional<int> after;
        int at = 0;
    };
    std::array<std::optional<Trial>, loop_hints> trials_;
    int now_ = -1;
};

}  // namespace chicane::ui::models
