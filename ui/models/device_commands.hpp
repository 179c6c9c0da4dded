// What the decoder of a source can be told, and telling it. Which commands there are and what each may cost is the server's to say, and so
// is why one is refused; a refusal stands until something else is done. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

class DeviceCommands : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the devices")
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString device READ device NOTIFY changed)
    Q_PROPERTY(bool heard READ heard NOTIFY changed)
    Q_PROPERTY(QString protocol READ protocol NOTIFY offerChanged)
    Q_PROPERTY(QVariantList items READ items NOTIFY offerChanged)
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY offerChanged)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(QString sent READ sent NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit DeviceCommands(ApiClient& api, QObject* parent = nullptr) : QObject(parent), api_(api) {}

    Q_INVOKABLE void start(const QString& device);
    Q_INVOKABLE void leave();
    /// The command that is meant; nothing is sent.
    Q_INVOKABLE void choose(const QString& command);
    /// Sends it, with what was typed for each of its arguments. Whoever calls has shown what it may cost.
    Q_INVOKABLE void send(const QVariantMap& arguments);

    bool open() const { return !device_.isEmpty(); }
    QString device() const { return device_; }
    /// The server has said what there is; it may be nothing.
    bool heard() const { return heard_; }
    /// Empty: nobody is there to be told.
    QString protocol() const { return protocol_; }
    QVariantList items() const { return items_.toVariantList(); }
    QVariantMap chosen() const { return item(chosen_).toVariantMap(); }
    bool sending() const { return sending_; }
    /// The command that was sent last; empty once another is chosen.
    QString sent() const { return sent_; }
    QString error() const { return error_; }

  signals:
    void changed();
    /// What there is, or which is meant: fields are made anew by it, so what happens to a command that is sent is no part of it.
    void offerChanged();

  private:
    QJsonObject item(const QString& command) const;
    void answered(const Answer& answer);

    ApiClient& api_;
    QString device_;
    QString protocol_;
    QJsonArray items_;
    QString chosen_;
    QString sent_;
    QString error_;
    int asked_ = 0;  ///< rises with each opening: answers to earlier ones are passed over
    bool heard_ = false;
    bool sending_ = false;
};

}  // namespace chicane::ui::models
