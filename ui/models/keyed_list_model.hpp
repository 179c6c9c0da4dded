// A list whose rows have a key: new rows are compared with the shown ones, and what differs becomes the smallest set of
// inserts, removes, moves and role changes, so that a view can animate a change of place and touches nothing else. UI thread.
#pragma once

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace chicane::ui::models {

/// One row: its key, and a value for each role in the order of the model's roles.
struct KeyedRow {
    QString key;
    QVariantList values;
    friend bool operator==(const KeyedRow&, const KeyedRow&) = default;
};

class KeyedListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the models that own it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool held READ held WRITE set_held NOTIFY heldChanged)
    Q_PROPERTY(bool waiting READ waiting NOTIFY heldChanged)

  public:
    explicit KeyedListModel(QByteArrayList roles, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(rows_.size()); }
    const QList<KeyedRow>& rows() const { return rows_; }
    /// Shows these rows; of two with one key, the first. While the order is held, rows keep their places and only their values change.
    void set_rows(QList<KeyedRow> rows);

    bool held() const { return held_; }
    /// Holds the order: nothing changes place under the pointer. Letting go brings the latest order.
    void set_held(bool held);
    /// A new order waits for the hold to end.
    bool waiting() const { return waiting_; }

    Q_INVOKABLE int indexOf(const QString& key) const;
    Q_INVOKABLE QString keyAt(int row) const;
    Q_INVOKABLE QVariant valueAt(int row, const QString& role) const;

  signals:
    void countChanged();
    void heldChanged();

  private:
    void remove_absent(const QList<KeyedRow>& rows);
    void place(int to, const KeyedRow& row);
    void update(int at, const KeyedRow& row);
    QList<KeyedRow> in_held_order(const QList<KeyedRow>& rows) const;

    QByteArrayList roles_;
    QList<KeyedRow> rows_;
    QList<KeyedRow> latest_;
    bool held_ = false;
    bool waiting_ = false;
};

}  // namespace chicane::ui::models
