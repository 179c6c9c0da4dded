// See desk_window.hpp.
#include "desk_window.hpp"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <set>

namespace chicane::ui::test {

namespace {

constexpr int motion_ms = 200;  ///< longer than a row takes to its place, shorter than the board's tick

QQuickItem* find_below(QQuickItem* item, const std::function<bool(QQuickItem&)>& fits) {
    if (!item->isVisible()) return nullptr;
    if (fits(*item)) return item;
    for (auto* child : item->childItems()) {
        if (auto* found = find_below(child, fits)) return found;
    }
    return nullptr;
}

QPoint middle(QQuickItem& item) { return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint(); }

int colours_of(const QImage& image) {
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4) colours.insert(image.pixel(x, y));
    }
    return static_cast<int>(colours.size());
}

}  // namespace

bool until(const std::function<bool()>& condition, int wait_max_ms) { return QTest::qWaitFor(condition, wait_max_ms); }

DeskWindow::DeskWindow(const QUrl& server, QSize size, const QString& language, const QString& user) {
    settings_ = std::make_unique<QSettings>(folder_.filePath("desk.ini"), QSettings::IniFormat);
    settings_->setValue("language", language);
    settings_->setValue("servers", QStringList{server.toString()});
    settings_->setValue("user", user);
    desk_ = std::make_unique<models::Desk>(*settings_);
    engine_ = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(engine_.get(), &QQmlEngine::warnings, [this](const QList<QQmlError>& list) {
        for (const auto& warning : list) warnings_.append(warning.toString());
    });
    QObject::connect(desk_.get(), &models::Desk::languageChanged, engine_.get(), &QQmlEngine::retranslate);
    engine_->setInitialProperties({{"desk", QVariant::fromValue(desk_.get())}, {"wanted", ""}});
    engine_->load(QUrl("qrc:/qt-project.org/imports/Chicane/Screens/screens/Main.qml"));
    if (engine_->rootObjects().isEmpty()) throw std::runtime_error("Main.qml does not load");
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().first());
    window_->resize(size);
    come_forward();
}

bool DeskWindow::enter(const QString& page, const QString& password) {
    if (auto* signing = find("opening", "race-control")) signing->setProperty("opening", page);
    type(password);
    press(Qt::Key_Return);
    return until([&] { return this->page() == page; });
}

// Keys go to the window that people look at; of two desks in one test that is the last one pressed.
void DeskWindow::come_forward() {
    if (window_->isActive()) return;
    window_->requestActivate();
    (void)QTest::qWaitForWindowActive(window_);
}

void DeskWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    come_forward();
    QTest::keyClick(window_, key, modifiers);
}

void DeskWindow::type(const QString& text) {
    come_forward();
    for (const auto letter : text) QTest::keyClick(window_, letter.toLatin1());
}

void DeskWindow::click(QQuickItem& item) { QTest::mouseClick(window_, Qt::LeftButton, {}, middle(item)); }

void DeskWindow::hover(QQuickItem& item) { QTest::mouseMove(window_, middle(item)); }

QQuickItem* DeskWindow::find(const char* property, const QVariant& value) const {
    return find_below(window_->contentItem(), [&](QQuickItem& item) {
        return item.property(property).isValid() && item.property(property) == value;
    });
}

QQuickItem* DeskWindow::with_text(const QString& begin) const {
    return find_below(window_->contentItem(),
                      [&](QQuickItem& item) { return item.property("text").toString().startsWith(begin); });
}

bool DeskWindow::picture(const QString& name) {
    QImage before;
    QElapsedTimer unchanged;
    const auto still = [&] {
        const auto now = window_->grabWindow();
        if (std::exchange(before, now) != now) unchanged.start();
        return unchanged.elapsed() > motion_ms;
    };
    until(still);
    const auto folder = qEnvironmentVariable("CHICANE_SCREENS", QStringLiteral(CHICANE_BIN_DIR "/../screens"));
    QDir().mkpath(folder);
    return before.save(folder + '/' + name + ".png") && colours_of(before) > 8;
}

}  // namespace chicane::ui::test
