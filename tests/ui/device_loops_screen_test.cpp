// The loop of a device that is set up: what each hint gained; and the loops inside one device, with their roles.
#include <QDateTime>

#include "devices_page.hpp"
#include "ui/models/loop_hints.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::DeviceSetup;
using chicane::ui::models::LoopHints;

namespace {

struct Guide : Page {
    explicit Guide(QSize size = small, const QString& language = "en") : Page(Loops::in_setup, size, language) {
        choose("pit_out");
        REQUIRE(until([&] { return devices->facts()["id"] == "pit_out"; }));
        window->press(Qt::Key_R);
        setup = devices->setup();
        REQUIRE(until([&] { return setup->speaks(); }));
        last_us = QDateTime::currentMSecsSinceEpoch() * 1'000;
    }
    void read(std::initializer_list<int> noises) {
        for (const int noise : noises) {
            last_us += 2'000'000;
            setup->hear(source("pit_out", "pit_out",
                               {{"test", true}, {"noise", noise}, {"decoder", 268'330}, {"last_byte_us", last_us}}));
        }
    }
    DeviceSetup* setup = nullptr;
    qint64 last_us = 0;
};

}  // namespace

TEST_CASE("the guide says of each hint that was followed what it gained, and which were not needed") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Guide page(size, language);
    DeskWindow& window = *page.window;
    window.press(Qt::Key_1);  // not in this step
    window.press(Qt::Key_Return);
    REQUIRE(page.setup->step() == DeviceSetup::Loop);
    page.read({61, 61, 60, 61});
    window.press(Qt::Key_1);
    CHECK(window.with_text(language == "en" ? "from 61…" : "de 61…") != nullptr);
    page.read({58, 54, 55, 54});
    window.press(Qt::Key_2);
    page.read({46, 43, 41});
    CHECK(window.picture(QString::fromStdString(name_of("hints", size) + "-") + language));
    page.read({39, 38, 37, 37, 36, 36, 36, 36, 36, 36, 36});
    CHECK(window.with_text(language == "en" ? "61 to 54" : "de 61 à 54") != nullptr);
    CHECK(window.with_text(language == "en" ? "54 to 36" : "de 54 à 36") != nullptr);
    REQUIRE(page.setup->quiet());
    CHECK(window.with_text(language == "en" ? "not needed" : "inutile") != nullptr);
    CHECK(window.picture(QString::fromStdString(name_of("hints-quiet", size) + "-") + language));
    page.clean();
}

TEST_CASE("a hint that gained nothing says so, and tried again it begins anew") {
    LoopHints hints;
    const auto row = [&](int hint) { return hints.rows()[hint].toMap(); };
    hints.read(61);  // nothing is tried yet
    CHECK_FALSE(row(0)["tried"].toBool());
    hints.begin(0, 61, 3);
    CHECK(row(0)["now"].toBool());
    CHECK(row(0)["after"].isNull());
    hints.read(63);
    CHECK(row(0)["before"] == 61);
    CHECK(row(0)["after"] == 63);
    hints.begin(1, 63, 9);
    hints.read(50);
    CHECK(row(0)["after"] == 63);
    hints.begin(0, 50, 12);
    hints.read(47);
    CHECK(row(0)["before"] == 50);
    CHECK(row(0)["after"] == 47);
    CHECK(row(1)["after"] == 50);
    for (int i = 0; i < 12; ++i) hints.shift();
    CHECK(row(0)["at"] == 0);
    CHECK(row(1)["at"] == -1);
    hints.begin(7, 1, 1);
    CHECK(hints.rows().size() == 3);
}

TEST_CASE(
    "the loops that were heard inside a device get a role by arrows, one more is added by its name, and all are sent") {
    const QString language = GENERATE("en", "fr");
    const auto size = GENERATE(wide, small);
    Guide page(size, language);
    DeskWindow& window = *page.window;
    const auto status = [&](qint64 at_us, const QString& loop) {
        return QJsonObject{{"at_us", at_us}, {"type", "status"}, {"loop", loop}};
    };
    page.setup->hear_records({status(page.last_us + 60'000'000, "STA"), status(page.last_us + 59'000'000, "BOX")}, {});
    page.setup->next();
    page.setup->next();
    REQUIRE(page.setup->step() == DeviceSetup::Use);
    CHECK(page.setup->loops().size() == 2);
    auto* box = window.with_text("BOX");
    REQUIRE(box != nullptr);
    window.click(*box);
    window.press(Qt::Key_Right);
    window.press(Qt::Key_Right);
    CHECK(page.setup->loops()[0].toMap()["role"] == "pit_in");
    window.press(Qt::Key_Tab);
    window.press(Qt::Key_Tab);
    window.type("MID");
    window.press(Qt::Key_Return);
    CHECK(page.setup->step() == DeviceSetup::Use);
    REQUIRE(page.setup->loops().size() == 3);
    page.setup->setLoop("MID", "sector", 2);
    CHECK(window.picture(QString::fromStdString(name_of("loops-inside", size) + "-") + language));
    page.setup->accept();
    REQUIRE(until([&] { return page.setup->step() == DeviceSetup::Closed; }));
    const auto loops = page.server.last("PATCH", "devices/pit_out").body["loops"].toArray();
    REQUIRE(loops.size() == 2);  // STA counts as the device
    CHECK(loops[0] == QJsonObject{{"name", "BOX"}, {"role", "pit_in"}, {"sector", 0}});
    CHECK(loops[1] == QJsonObject{{"name", "MID"}, {"role", "sector"}, {"sector", 2}});
    page.clean();
}

TEST_CASE("a set-up that goes on knows the roles that loops inside the device had, and may take one away") {
    Guide page;
    page.devices->hear({source(
        "reader", "finish",
        {{"test", true}, {"loops", QJsonArray{QJsonObject{{"name", "2"}, {"role", "sector"}, {"sector", 3}}}}})});
    page.setup->resume("reader", "tcp://192.0.2.9:5084?protocol=llrp", "finish", 0);
    REQUIRE(page.setup->loops().size() == 1);
    CHECK(page.setup->loops()[0].toMap()["sector"] == 3);
    page.setup->setLoop("2", "", 0);
    page.server.answer("GET", "devices/reader", {{"version", 5}});
    page.server.answer("PATCH", "devices/reader", {{"version", 6}});
    page.setup->accept();
    REQUIRE(until([&] { return page.server.count("PATCH", "devices/reader") == 1; }));
    const auto asked = page.server.last("PATCH", "devices/reader").body;
    CHECK(asked["loops"].isArray());
    CHECK(asked["loops"].toArray().isEmpty());
}

TEST_CASE("a loop inside a device is a loop of the track, beside those that have a device of their own") {
    Page page(Loops::healthy);
    const QJsonArray inside{QJsonObject{{"name", "2"}, {"role", "sector"}, {"sector", 3}},
                            QJsonObject{{"name", "3"}, {"role", "finish"}, {"sector", 0}}};
    page.devices->hear({source("sf", "finish"), source("reader", "pit_in", {{"loops", inside}, {"state", "silent"}}),
                        source("tried", "pit_out", {{"test", true}, {"loops", inside}})});
    const auto loops = page.devices->loops();
    REQUIRE(loops.size() == 3);
    CHECK(loops[0].toMap()["sources"] == 2);
    CHECK(loops[0].toMap()["up"].toBool());
    CHECK_FALSE(loops[0].toMap()["all"].toBool());
    CHECK(loops[2].toMap()["sector"] == 3);
    CHECK_FALSE(loops[2].toMap()["up"].toBool());
}
