// See other_posts.hpp.
#include "ui/models/other_posts.hpp"

namespace chicane::ui::models {

QList<QJsonObject> OtherPosts::look(const QJsonArray& actions, const QString& me, bool waiting) {
    const bool first = !newest_;
    QList<QJsonObject> told;
    if (first) newest_ = 0;
    for (auto i = actions.size(); i > 0; --i) {
        const auto action = actions[i - 1].toObject();
        const auto seq = action[u"seq"].toInteger();
        if (seq > *newest_) {
            const bool mine = action[u"by"].toString() == me;
            if (!first && mine && waiting) break;
            newest_ = seq;
            if (!first && !(mine && is_here(seq))) told.append(action);
            if (action[u"undone"].toBool()) undone_.insert(seq);
        } else if (action[u"undone"].toBool() && !undone_.contains(seq)) {
            undone_.insert(seq);
            if (action[u"undone_by"].toString() != me) told.append(action);
        }
    }
    return told;
}

}  // namespace chicane::ui::models
