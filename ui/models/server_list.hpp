// The servers this desk knows, remembered between runs, each with its state as /health says it. UI thread.
#pragma once

#include <QNetworkAccessManager>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include "ui/models/keyed_list_model.hpp"

class QSettings;

namespace chicane::ui::models {

inline constexpr int servers_max = 12;           ///< more would not be read; the oldest goes
inline constexpr int probe_wait_max_ms = 3'000;  ///< a server of the house answers in a few ms

class ServerList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by SignIn")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* rows READ rows CONSTANT)

  public:
    explicit ServerList(QSettings& settings, QObject* parent = nullptr);

    KeyedListModel* rows() { return &rows_; }
    /// Adds what was typed (`192.168.10.5:8080`, `https://…`) and asks for its state. Empty: it cannot be an address.
    Q_INVOKABLE QUrl add(const QString& typed);
    Q_INVOKABLE static bool fits(const QString& typed);
    Q_INVOKABLE void probeAll();
    Q_INVOKABLE QUrl urlAt(int row) const;
    Q_INVOKABLE int rowOf(const QUrl& url) const { return rows_.indexOf(url.toString()); }
    /// The server that was used goes to the top.
    void remember(const QUrl& server);

  private:
    struct Known {
        QString url = {};
        QString status = QStringLiteral("asking");  // asking, ok, degraded, lost
        QString version = {};
        qint64 answer_ms = 0;
    };
    void probe(const QString& url);
    void save();
    void show();

    QSettings& settings_;
    QNetworkAccessManager network_;
    QList<Known> known_;
    KeyedListModel rows_{{"url", "address", "status", "version", "answerMs", "here"}};
};

/// The address of a server from what somebody types; http and port 8080 unless said. Empty where it is none.
QUrl server_url(const QString& typed);

}  // namespace chicane::ui::models
