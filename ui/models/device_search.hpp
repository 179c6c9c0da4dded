// Where a decoder may be: the serial ports of the server, what a look on its network found, and what was heard at a place. The owner
// starts each look; it only listens, unless he says that it may ask. UI thread.
#pragma once

#include <QJsonArray>
#include <QObject>
#include <QTimer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include "ui/models/keyed_list_model.hpp"

namespace chicane::ui::models {

class ApiClient;

inline constexpr int look_time_max_s = 25;                               ///< the server ends a look by itself
inline constexpr int look_wait_max_ms = (look_time_max_s + 10) * 1'000;  ///< longer is "does not answer"

extern const QByteArrayList place_roles;

class DeviceSearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the set-up")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* places READ places CONSTANT)
    Q_PROPERTY(bool portsKnown READ ports_known NOTIFY changed)
    Q_PROPERTY(QString network READ network NOTIFY changed)
    Q_PROPERTY(bool scanning READ scanning NOTIFY changed)
    Q_PROPERTY(bool scanned READ scanned NOTIFY changed)
    Q_PROPERTY(bool whole READ whole NOTIFY changed)
    Q_PROPERTY(int onNetwork READ on_network NOTIFY changed)
    Q_PROPERTY(QString listening READ listening NOTIFY changed)
    Q_PROPERTY(int seconds READ seconds NOTIFY changed)
    Q_PROPERTY(QVariantMap heard READ heard NOTIFY changed)
    Q_PROPERTY(QString portsError READ ports_error NOTIFY changed)
    Q_PROPERTY(QString scanError READ scan_error NOTIFY changed)
    Q_PROPERTY(QString probeError READ probe_error NOTIFY changed)

  public:
    DeviceSearch(ApiClient& api, QObject* parent);

    /// Begins anew; `devices` say which network is proposed. The serial ports are listed, which touches none of them.
    void begin(const QJsonArray& devices);
    Q_INVOKABLE void scan(const QString& network);
    /// `ask`: says first what the protocol of the address says first.
    Q_INVOKABLE void listen(const QString& uri, bool ask);
    /// What was heard is no longer of the address.
    Q_INVOKABLE void forgetHeard();

    KeyedListModel* places() { return &places_; }
    /// The server has said which ports it has, or why it does not.
    bool ports_known() const { return ports_known_; }
    QString network() const { return network_; }
    bool scanning() const { return scanning_; }
    /// The look on the network is over.
    bool scanned() const { return scanned_; }
    /// All of it was looked at.
    bool whole() const { return whole_; }
    int on_network() const { return static_cast<int>(found_.size()); }
    /// The address that is listened at; empty: none.
    QString listening() const { return listening_; }
    /// Since the look began.
    int seconds() const { return seconds_; }
    /// What a probe came to, as the API says it, and `asked`; empty: none yet.
    QVariantMap heard() const { return heard_; }
    QString ports_error() const { return ports_error_; }
    QString scan_error() const { return scan_error_; }
    QString probe_error() const { return probe_error_; }

  signals:
    void changed();

  private:
    void fetch_ports();
    void show_places();
    void look_begins();
    void look_ends();

    ApiClient& api_;
    KeyedListModel places_{place_roles};
    QTimer second_;
    int round_ = 0;  ///< an answer of a look before the last begin is nobody's
    int seconds_ = 0;
    QString network_;
    QJsonArray ports_, found_;
    bool ports_known_ = false;
    bool scanning_ = false, scanned_ = false, whole_ = true;
    QString listening_;
    QVariantMap heard_;
    QString ports_error_, scan_error_, probe_error_;
};

/// The /24 that most of the sources are in; empty: none has an address of IPv4.
QString network_of(const QJsonArray& devices);

}  // namespace chicane::ui::models
