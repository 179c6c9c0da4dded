// The fleet from a file, and tags learned by driving over the loop. See session_setup.hpp.
#include <QFile>

#include "ui/models/api_client.hpp"
#include "ui/models/fleet_file.hpp"
#include "ui/models/session_setup.hpp"
#include "ui/models/setup_rows.hpp"

namespace chicane::ui::models {

namespace {

constexpr qint64 fleet_bytes_max = 256 * 1024;  ///< 500 karts are 20 KB; what is larger is no fleet

QString fault_text(const FleetFile& file) {
    switch (file.fault) {
        case FleetFile::Fault::none:
            return {};
        case FleetFile::Fault::no_number:
            return SessionSetup::tr("Line %1 has no kart number: %2").arg(file.bad_line).arg(file.bad_text);
        case FleetFile::Fault::bad_transponder:
            return SessionSetup::tr("Line %1 has a tag that is no number: %2").arg(file.bad_line).arg(file.bad_text);
        case FleetFile::Fault::too_many:
            return SessionSetup::tr("Line %1 is one too many: %2").arg(file.bad_line).arg(file.bad_text);
    }
    return {};
}

}  // namespace

void SessionSetup::previewFleet(const QUrl& file) {
    leaveFleet();
    QFile input(file.toLocalFile());
    if (!input.open(QIODevice::ReadOnly)) {
        fleet_fault_ = tr("%1 cannot be read: %2").arg(input.fileName(), input.errorString());
        emit fleetChanged();
        return;
    }
    const auto fleet = read_fleet(QString::fromUtf8(input.read(fleet_bytes_max)));
    fleet_fault_ = fault_text(fleet);
    fleet_rows_ = fleet.fault == FleetFile::Fault::none ? fleet.rows : QJsonArray();
    emit fleetChanged();
    if (!fleet_rows_.isEmpty()) ask_fleet(true);
}

int SessionSetup::fleet_changes() const {
    int changes = 0;
    for (int i = 0; i < fleet_preview_.count(); ++i) {
        const auto result = fleet_preview_.valueAt(i, QStringLiteral("result")).toString();
        if (result == u"new" || result == u"changed") ++changes;
    }
    return changes;
}

void SessionSetup::importFleet() { ask_fleet(false); }

void SessionSetup::leaveFleet() {
    fleet_rows_ = {};
    fleet_fault_.clear();
    fleet_preview_.set_rows({});
    emit fleetChanged();
}

void SessionSetup::ask_fleet(bool dry_run) {
    const QJsonObject body{{"rows", fleet_rows_}, {"dry_run", dry_run}};
    api_.send({.verb = "POST", .path = QStringLiteral("karts/import"), .body = body}, this,
              [this, dry_run](const Answer& answer) {
                  if (answer.problem) {
                      fleet_fault_ = answer.problem->text();
                  } else if (dry_run) {
                      fleet_preview_.set_rows(fleet_rows(fleet_rows_, answer.body[u"items"].toArray()));
                  } else {
                      leaveFleet();
                      fetch_karts();
                  }
                  emit fleetChanged();
              });
}

void SessionSetup::learn(const QString& kart) {
    learning_for_ = kart;
    learned_.clear();
    emit learningChanged();
}

void SessionSetup::stopLearning() { learn({}); }

// Only a tag that was not unknown before the learning began can be the one that has just been driven over the loop.
void SessionSetup::hear(const QJsonArray& unknown) {
    QStringList now;
    for (const auto& value : unknown) now.append(QString::number(value[u"transponder"].toInteger()));
    if (!learning_for_.isEmpty() && learned_.isEmpty()) {
        for (const auto& tag : now) {
            if (known_unknown_.contains(tag)) continue;
            learned_ = tag;
            emit learningChanged();
            break;
        }
    }
    known_unknown_ = now;
}

void SessionSetup::confirmLearned() {
    if (learned_.isEmpty()) return;
    const auto path = QStringLiteral("transponders/%1/assignment").arg(learned_);
    const QJsonObject body{
        {"kart", learning_for_}, {"session", QJsonValue()}, {"entrant", QJsonValue()}, {"from_us", QJsonValue()}};
    stopLearning();
    change("PUT", path, body, std::nullopt);
}

}  // namespace chicane::ui::models
