// See live_board.hpp.
#include "ui/models/live_board.hpp"

#include <algorithm>

namespace chicane::ui::models {

LiveBoard::Taken LiveBoard::take(const QJsonObject& message) {
    const auto type = message[u"type"].toString();
    const auto seq = message[u"seq"].toInteger();
    if (type == u"snapshot") {
        const auto board = message[u"board"].toObject();
        rows_.clear();
        take_heads(board);
        take_rows(board[u"rows"].toArray());
        stream_ = message[u"stream"].toString(stream_);
        seq_ = seq;
        ready_ = true;
        return Taken::yes;
    }
    if (type != u"delta") return Taken::ignored;
    if (!ready_ || seq > seq_ + 1) return Taken::gap;
    if (seq <= seq_) return Taken::ignored;
    take_heads(message);
    for (const auto& id : message[u"removed"].toArray()) {
        rows_.removeIf([&](const QJsonObject& row) { return row[u"id"] == id; });
    }
    take_rows(message[u"rows"].toArray());
    seq_ = seq;
    return Taken::yes;
}

void LiveBoard::take_heads(const QJsonObject& part) {
    if (part.contains(u"session")) session_ = part[u"session"].toObject();
    if (part.contains(u"clock")) clock_ = part[u"clock"].toObject();
    if (part.contains(u"flag")) flag_ = part[u"flag"].toString();
    if (part.contains(u"messages")) messages_ = part[u"messages"].toArray();
}

void LiveBoard::take_rows(const QJsonArray& changed) {
    for (const auto& value : changed) {
        const auto row = value.toObject();
        const auto id = row[u"id"].toString();
        const auto same = [&](const QJsonObject& shown) { return shown[u"id"].toString() == id; };
        const auto found = std::ranges::find_if(rows_, same);
        if (found == rows_.end()) {
            rows_.append(row);
        } else {
            *found = row;
        }
    }
    sort_rows();
}

void LiveBoard::sort_rows() {
    std::ranges::stable_sort(rows_, {}, [](const QJsonObject& row) { return row[u"position"].toInteger(); });
}

}  // namespace chicane::ui::models
