// The passings of one entrant as an official corrects them: each with its lap, the verdict, what was said of it, and whether it should be
// looked at. The first that should be is chosen, else the newest. UI thread.
#pragma once

#include <QJsonArray>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;

extern const QByteArrayList lap_roles;
/// JSON of the API (EntrantPassing) to rows: of the loops that end laps, and what was taken out of them.
QList<KeyedRow> lap_rows(const QJsonArray& passings);

class EntrantLaps : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* rows READ rows CONSTANT)
    Q_PROPERTY(int chosen READ chosen WRITE choose NOTIFY changed)
    Q_PROPERTY(QVariantMap passing READ passing NOTIFY changed)
    Q_PROPERTY(double longestUs READ longest_us NOTIFY changed)
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit EntrantLaps(ApiClient& api, QObject* parent = nullptr);

    void show(const QString& session, const QString& entrant);
    /// Fetches anew what is shown; the chosen passing stays chosen.
    void refresh();
    void clear();

    KeyedListModel* rows() { return &rows_; }
    int chosen() const { return rows_.indexOf(chosen_); }
    /// Holds to the ends of the list.
    void choose(int row);
    /// The chosen one by the names of the rows; empty: none.
    QVariantMap passing() const;
    /// Of the laps that are listed, for bars.
    double longest_us() const;
    bool loading() const { return loading_; }
    QString error() const { return error_; }

  signals:
    void changed();

  private:
    void take(const QJsonArray& passings);

    ApiClient& api_;
    KeyedListModel rows_;
    QString session_;
    QString entrant_;
    QString chosen_;
    QString error_;
    bool loading_ = false;
};

}  // namespace chicane::ui::models
