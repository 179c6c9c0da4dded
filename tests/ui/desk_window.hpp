// The whole desk in a test: the program's composition with a fake server, a window off screen, keys and clicks, pictures.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QUrl>
#include <functional>
#include <memory>

#include "fake_server.hpp"
#include "ui/models/desk.hpp"

namespace chicane::ui::test {

inline constexpr int patience_ms = 5'000;

/// Lets events run until it is so; false after the deadline.
bool until(const std::function<bool()>& condition, int wait_max_ms = patience_ms);

class DeskWindow {
  public:
    /// Opens the window on the sign-in page, at this size and in this language, with this user's name in it.
    DeskWindow(const QUrl& server, QSize size, const QString& language = QStringLiteral("en"),
               const QString& user = QStringLiteral("lea.morin"));
    DeskWindow(const FakeServer& server, QSize size, const QString& language = QStringLiteral("en"))
        : DeskWindow(server.url(), size, language) {}

    /// Signs in and opens a page: race-control, desk, devices, setup.
    bool enter(const QString& page, const QString& password = QStringLiteral("secret"));

    models::Desk& desk() { return *desk_; }
    QQuickWindow& window() { return *window_; }
    QString page() const { return window_->property("page").toString(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(QQuickItem& item);
    void hover(QQuickItem& item);
    /// The first visible item whose property has this value; null: none.
    QQuickItem* find(const char* property, const QVariant& value) const;
    /// … whose text begins so.
    QQuickItem* with_text(const QString& begin) const;
    /// Writes a picture into CHICANE_SCREENS (default build/screens) once motion has ended; false: nothing to see.
    bool picture(const QString& name);
    QStringList qml_warnings() const { return warnings_; }

  private:
    void come_forward();
    QTemporaryDir folder_;
    std::unique_ptr<QSettings> settings_;
    std::unique_ptr<models::Desk> desk_;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window_ = nullptr;
    QStringList warnings_;
};

}  // namespace chicane::ui::test
