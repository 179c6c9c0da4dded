// See keyed_list_model.hpp.
#include "ui/models/keyed_list_model.hpp"

#include <QSet>
#include <algorithm>
#include <utility>

namespace chicane::ui::models {

namespace {

constexpr int first_role = Qt::UserRole + 1;

QList<KeyedRow> with_one_key_each(QList<KeyedRow> rows) {
    QSet<QString> seen;
    rows.removeIf([&](const KeyedRow& row) {
        const auto before = seen.size();
        seen.insert(row.key);
        return seen.size() == before;
    });
    return rows;
}

}  // namespace

KeyedListModel::KeyedListModel(QByteArrayList roles, QObject* parent)
    : QAbstractListModel(parent), roles_(std::move(roles)) {}

int KeyedListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant KeyedListModel::data(const QModelIndex& index, int role) const {
    const auto at = role - first_role;
    if (!index.isValid() || index.row() >= count() || at < 0) return {};
    return rows_[index.row()].values.value(at);
}

QHash<int, QByteArray> KeyedListModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < roles_.size(); ++i) names.insert(first_role + i, roles_[i]);
    return names;
}

int KeyedListModel::indexOf(const QString& key) const {
    const auto found = std::ranges::find(rows_, key, &KeyedRow::key);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QString KeyedListModel::keyAt(int row) const { return row >= 0 && row < count() ? rows_[row].key : QString(); }

QVariant KeyedListModel::valueAt(int row, const QString& role) const {
    const auto at = roles_.indexOf(role.toUtf8());
    return row >= 0 && row < count() && at >= 0 ? rows_[row].values.value(at) : QVariant();
}

void KeyedListModel::set_rows(QList<KeyedRow> rows) {
    latest_ = with_one_key_each(std::move(rows));
    const auto shown = held_ ? in_held_order(latest_) : latest_;
    const auto before = count();
    remove_absent(shown);
    for (int i = 0; i < shown.size(); ++i) place(i, shown[i]);
    if (before != count()) emit countChanged();
    const bool waits = held_ && !std::ranges::equal(shown, latest_, {}, &KeyedRow::key, &KeyedRow::key);
    if (std::exchange(waiting_, waits) != waits) emit heldChanged();
}

void KeyedListModel::set_held(bool held) {
    if (held_ == held) return;
    held_ = held;
    waiting_ = false;
    if (!held_) set_rows(latest_);
    emit heldChanged();
}

void KeyedListModel::remove_absent(const QList<KeyedRow>& rows) {
    QSet<QString> wanted;
    for (const auto& row : rows) wanted.insert(row.key);
    for (int i = count() - 1; i >= 0; --i) {
        if (wanted.contains(rows_[i].key)) continue;
        beginRemoveRows({}, i, i);
        rows_.removeAt(i);
        endRemoveRows();
    }
}

// Rows before `to` are already right, so a row is found at its place or behind it.
void KeyedListModel::place(int to, const KeyedRow& row) {
    const auto at = to < count() && rows_[to].key == row.key ? to : indexOf(row.key);
    if (at < 0) {
        beginInsertRows({}, to, to);
        rows_.insert(to, row);
        endInsertRows();
        return;
    }
    if (at != to) {
        beginMoveRows({}, at, at, {}, to > at ? to + 1 : to);
        rows_.move(at, to);
        endMoveRows();
    }
    update(to, row);
}

void KeyedListModel::update(int at, const KeyedRow& row) {
    QList<int> changed;
    for (int i = 0; i < roles_.size(); ++i) {
        if (rows_[at].values.value(i) != row.values.value(i)) changed.append(first_role + i);
    }
    if (changed.isEmpty()) return;
    rows_[at] = row;
    emit dataChanged(index(at), index(at), changed);
}

QList<KeyedRow> KeyedListModel::in_held_order(const QList<KeyedRow>& rows) const {
    QList<KeyedRow> kept, fresh;
    for (const auto& shown : rows_) {
        const auto found = std::ranges::find(rows, shown.key, &KeyedRow::key);
        if (found != rows.end()) kept.append(*found);
    }
    for (const auto& row : rows) {
        if (indexOf(row.key) < 0) fresh.append(row);
    }
    return kept + fresh;
}

}  // namespace chicane::ui::models
