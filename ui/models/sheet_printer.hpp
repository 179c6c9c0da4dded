// Fetches a sheet of a session as a PDF, keeps it where downloads are kept, and opens it: printing is the viewer's, which knows the
// printers. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace chicane::ui::models {

class ApiClient;

inline constexpr int sheet_wait_max_ms = 30'000;  ///< the server may take 20 s for the sheet of a long race

class SheetPrinter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

  public:
    explicit SheetPrinter(ApiClient& api, QObject* parent = nullptr);

    /// `kind`: of docs/printing.md. While one is fetched another is not asked for.
    Q_INVOKABLE void print(const QString& session, const QString& kind);
    bool busy() const { return busy_; }

    /// Where files go, and who opens them; tests have their own.
    void set_folder(const QString& folder) { folder_ = folder; }
    void set_opener(std::function<bool(const QUrl&)> opener) { open_ = std::move(opener); }

  signals:
    void busyChanged();
    /// It lies in this file, and is open where there is a program for it.
    void printed(const QString& file);
    void refused(const QString& text);

  private:
    void take(const QString& name, const QByteArray& pdf);
    void set_busy(bool busy);

    ApiClient& api_;
    QString folder_;
    std::function<bool(const QUrl&)> open_;
    bool busy_ = false;
};

}  // namespace chicane::ui::models
