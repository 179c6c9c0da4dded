// Choosing a server and a window, and signing in. UI thread.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include "ui/models/server_list.hpp"

namespace chicane::ui::models {

class ApiClient;

class SignIn : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(chicane::ui::models::ServerList* servers READ servers CONSTANT)
    Q_PROPERTY(QUrl server READ server NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString user READ user WRITE set_user NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    SignIn(ApiClient& api, QSettings& settings, QObject* parent = nullptr);

    ServerList* servers() { return &servers_; }
    QUrl server() const { return server_; }
    /// The chosen server as people read it; empty: none is chosen.
    QString address() const { return server_.authority(); }
    QString user() const { return user_; }
    void set_user(const QString& user);
    bool busy() const { return busy_; }
    QString error() const { return error_; }

    Q_INVOKABLE void chooseServer(const QUrl& server);
    /// Signs in at the chosen server; `signedIn` or an error follows. The password is not kept.
    Q_INVOKABLE void signIn(const QString& password);

  signals:
    void changed();
    void signedIn();

  private:
    ApiClient& api_;
    QSettings& settings_;
    ServerList servers_;
    QUrl server_;
    QString user_;
    QString error_;
    bool busy_ = false;
};

}  // namespace chicane::ui::models
