// See sign_in.hpp.
#include "ui/models/sign_in.hpp"

#include <QSettings>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

namespace {

const auto user_key = QStringLiteral("user");

}  // namespace

SignIn::SignIn(ApiClient& api, QSettings& settings, QObject* parent)
    : QObject(parent),
      api_(api),
      settings_(settings),
      servers_(settings),
      server_(servers_.urlAt(0)),
      user_(settings.value(user_key).toString()) {}

void SignIn::set_user(const QString& user) {
    if (user == user_) return;
    user_ = user;
    emit changed();
}

void SignIn::chooseServer(const QUrl& server) {
    server_ = server;
    error_.clear();
    emit changed();
}

void SignIn::signIn(const QString& password) {
    if (busy_ || server_.isEmpty()) return;
    busy_ = true;
    error_.clear();
    emit changed();
    api_.set_server(server_);
    api_.sign_in(user_, password, this, [this](const Answer& answer) {
        busy_ = false;
        error_ = answer.problem ? answer.problem->text() : QString();
        emit changed();
        if (answer.problem) return;
        servers_.remember(server_);
        settings_.setValue(user_key, user_);
        emit signedIn();
    });
}

}  // namespace chicane::ui::models
