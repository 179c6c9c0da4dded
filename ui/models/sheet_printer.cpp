// See sheet_printer.hpp.
#include "ui/models/sheet_printer.hpp"

#include <QDesktopServices>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

SheetPrinter::SheetPrinter(ApiClient& api, QObject* parent)
    : QObject(parent),
      api_(api),
      folder_(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)),
      open_(QDesktopServices::openUrl) {}

void SheetPrinter::print(const QString& session, const QString& kind) {
    if (busy_) return;
    set_busy(true);
    const auto name = QStringLiteral("%1-%2.pdf").arg(session, kind);
    const Ask ask{.path = QStringLiteral("sessions/%1/sheet.pdf?kind=%2").arg(session, kind),
                  .wait_max_ms = sheet_wait_max_ms};
    api_.send(ask, this, [this, name](const Answer& answer) {
        set_busy(false);
        answer.problem ? emit refused(answer.problem->text()) : take(name, answer.bytes);
    });
}

void SheetPrinter::take(const QString& name, const QByteArray& pdf) {
    const auto path = QDir(folder_).filePath(name);
    QDir().mkpath(folder_);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit()) {
        emit refused(tr("%1 cannot be written: %2").arg(path, file.errorString()));
        return;
    }
    open_(QUrl::fromLocalFile(path));
    emit printed(path);
}

void SheetPrinter::set_busy(bool busy) {
    if (busy_ == busy) return;
    busy_ = busy;
    emit busyChanged();
}

}  // namespace chicane::ui::models
