// See device_commands.hpp.
#include "ui/models/device_commands.hpp"

namespace chicane::ui::models {

void DeviceCommands::start(const QString& device) {
    leave();
    if (device.isEmpty()) return;
    device_ = device;
    emit changed();
    api_.get(QStringLiteral("devices/%1/commands").arg(device_), this, [this, asked = asked_](const Answer& answer) {
        if (asked != asked_) return;
        if (answer.problem) {
            error_ = answer.problem->text();
            emit changed();
            return;
        }
        heard_ = true;
        protocol_ = answer.body[u"protocol"].toString();
        items_ = answer.body[u"items"].toArray();
        if (!items_.isEmpty()) chosen_ = items_.first()[u"command"].toString();
        emit offerChanged();
        emit changed();
    });
}

void DeviceCommands::leave() {
    ++asked_;
    device_.clear();
    protocol_.clear();
    items_ = {};
    chosen_.clear();
    sent_.clear();
    error_.clear();
    heard_ = sending_ = false;
    emit offerChanged();
    emit changed();
}

void DeviceCommands::choose(const QString& command) {
    if (sending_ || command == chosen_ || item(command).isEmpty()) return;
    chosen_ = command;
    sent_.clear();
    error_.clear();
    emit offerChanged();
    emit changed();
}

QJsonObject DeviceCommands::item(const QString& command) const {
    for (const auto& value : items_)
        if (value[u"command"].toString() == command) return value.toObject();
    return {};
}

/// What is no number is sent as it was typed: the server says what it expected.
void DeviceCommands::send(const QVariantMap& arguments) {
    const auto meant = item(chosen_);
    if (sending_ || meant.isEmpty()) return;
    QJsonObject body{{"command", chosen_}};
    if (meant[u"confirm"].toBool()) body[u"confirm"] = true;
    for (const auto& value : meant[u"arguments"].toArray()) {
        const auto name = value[u"name"].toString();
        const auto typed = arguments.value(name).toString().trimmed();
        bool is_number = false;
        const int number = typed.toInt(&is_number);
        body[name] = is_number && value[u"kind"] == QLatin1String("integer") ? QJsonValue(number) : QJsonValue(typed);
    }
    sending_ = true;
    sent_.clear();
    error_.clear();
    emit changed();
    const Ask ask{.verb = "POST", .path = QStringLiteral("devices/%1/commands").arg(device_), .body = body};
    api_.send(ask, this, [this, asked = asked_](const Answer& answer) {
        if (asked == asked_) answered(answer);
    });
}

void DeviceCommands::answered(const Answer& answer) {
    sending_ = false;
    if (answer.problem)
        error_ = answer.problem->text();
    else
        sent_ = chosen_;
    emit changed();
}

}  // namespace chicane::ui::models
