// What other posts of race control did, of the actions that a track tells: each is told once, what was done here never, and what was there
// when one began to look neither. Pure.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <optional>

namespace chicane::ui::models {

class OtherPosts {
  public:
    /// Begins to look anew, at another track.
    void forget() { *this = OtherPosts(); }
    /// Something was done here, under this number.
    void did_here(qint64 seq) { here_.insert(seq); }
    /// What is new in these actions, oldest first; of what was taken back, with `undone`. `me`: the account here. While something that
    /// was done here has no answer yet (`waiting`), an action of that account may be it, and waits, too.
    QList<QJsonObject> look(const QJsonArray& actions, const QString& me, bool waiting);

  private:
    bool is_here(qint64 seq) const {
        return here_.contains(seq) || here_.contains(seq + 1);
    }  // arming closes, then arms

    std::optional<qint64> newest_;
    QSet<qint64> undone_;
    QSet<qint64> here_;
};

}  // namespace chicane::ui::models
