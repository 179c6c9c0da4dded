// Commands to a decoder on the devices' page, driven by keys: what is offered, what asks first, what is sent, and a refusal in words.
#include <catch2/catch.hpp>

#include "devices_page.hpp"

using namespace chicane::ui::test;
using chicane::ui::models::DeviceCommands;

namespace {

/// The page with the commands of a source open.
struct CommandsPage : Page {
    explicit CommandsPage(const QString& source, QSize size = small, const QString& language = "en")
        : Page(Loops::healthy, size, language), commands(*devices->commands()) {
        choose(source);
        window->press(Qt::Key_K);
        REQUIRE(commands.open());
        REQUIRE(until([&] { return commands.heard(); }));
    }
    QString chosen() const { return commands.chosen()["command"].toString(); }
    qsizetype sent(const QString& source) const { return server.count("POST", "devices/" + source + "/commands"); }
    /// What sends it, also where no key does.
    QQuickItem* button() const {
        const auto* pane = window->find("dangerous", commands.chosen()["confirm"].toBool());
        for (auto* item : pane->findChildren<QQuickItem*>())
            if (item->property("kind").isValid() && item->property("text") == "Set a detection level") return item;
        return nullptr;
    }
    DeviceCommands& commands;
};

}  // namespace

TEST_CASE("a decoder's commands are listed with what each does, and Enter sends one that costs nothing") {
    const auto size = GENERATE(wide, small);
    CommandsPage page("pit", size);
    CHECK(page.chosen() == "set_time");
    CHECK(page.window->with_text("It shows this centre’s time.") != nullptr);
    CHECK(page.window->picture(QString::fromStdString(name_of("commands", size))));
    page.server.answer("POST", "devices/pit/commands",
                       {{"device", "pit"}, {"command", "set_time"}, {"arguments", QJsonObject()}, {"at_us", 1}});
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return page.commands.sent() == "set_time"; }));
    const auto asked = page.server.last("POST", "devices/pit/commands");
    CHECK(asked.body["command"].toString() == "set_time");
    CHECK_FALSE(asked.body.contains("confirm"));
    CHECK(page.window->with_text("Sent: Set the clock") != nullptr);
    page.clean();
}

TEST_CASE("what may cost passings says what would be lost, and no key sends it") {
    CommandsPage page("sf");
    CHECK(page.chosen() == "clear");
    REQUIRE(until([&] { return page.window->with_text("Passings that it alone has are lost for good.") != nullptr; }));
    page.window->press(Qt::Key_Return);
    page.window->press(Qt::Key_Escape);
    CHECK_FALSE(page.commands.open());
    CHECK(page.sent("sf") == 0);
    page.clean();
}

TEST_CASE("a level is sent for its loop once it is typed, as one who saw its cost") {
    CommandsPage page("pit");
    for (int i = 0; i < 2; ++i) page.window->press(Qt::Key_Down);
    REQUIRE(page.chosen() == "set_level");
    CHECK(page.window->with_text("Weak tags may be heard no more, and their passings are lost.") != nullptr);
    CHECK(page.window->picture("devices-commands-level-1366"));
    page.server.answer("POST", "devices/pit/commands", {{"command", "set_level"}});
    page.commands.send({{"loop", "BOX"}, {"level", " 30 "}});
    REQUIRE(until([&] { return page.commands.sent() == "set_level"; }));
    const auto body = page.server.last("POST", "devices/pit/commands").body;
    CHECK(body["loop"].toString() == "BOX");
    CHECK(body["level"].toInt() == 30);
    CHECK(body["confirm"].toBool());
    page.clean();
}

TEST_CASE("four fields leave room for the list, and the main button waits for all of them") {
    CommandsPage page("pit", small, "fr");
    page.commands.choose("set_address");
    REQUIRE(page.chosen() == "set_address");
    CHECK(page.window->picture("devices-commands-address-1366"));
    page.clean();
}

TEST_CASE("a refusal is said where the command was sent, in French, and goes with the next choice") {
    const auto size = GENERATE(wide, small);
    CommandsPage page("pit", size, "fr");
    page.server.answer("POST", "devices/pit/commands",
                       {{"status", 409},
                        {"type", "urn:chicane:problem:session_runs"},
                        {"title", "En course"},
                        {"detail", "Manche 2 est en piste : envoyez la commande quand la session sera finie."}},
                       409);
    page.window->press(Qt::Key_Return);
    REQUIRE(until([&] { return page.commands.error().contains("Manche 2 est en piste"); }));
    CHECK(page.window->picture(QString::fromStdString(name_of("commands-refused", size))));
    page.window->press(Qt::Key_Down);
    CHECK(page.commands.error().isEmpty());
    page.clean();
}

TEST_CASE("what was chosen and typed stays while it is sent, and after a refusal") {
    CommandsPage page("pit");
    for (int i = 0; i < 2; ++i) page.window->press(Qt::Key_Down);
    REQUIRE(page.chosen() == "set_level");
    auto* box = page.window->with_text("BOX");
    auto* level = page.window->find("placeholder", "0–99");
    REQUIRE(box);
    REQUIRE(level);
    // The fields have just been made: their place is found when the window next draws.
    REQUIRE(until([&] {
        page.window->click(*box);
        return page.window->find("value", "BOX") != nullptr;
    }));
    QMetaObject::invokeMethod(level, "take");
    page.window->type("30");
    REQUIRE(level->property("text") == "30");
    page.server.answer("POST", "devices/pit/commands",
                       {{"status", 409},
                        {"type", "urn:chicane:problem:not_connected"},
                        {"title", "Not connected"},
                        {"detail", "The decoder is not connected."}},
                       409);
    auto* button = page.button();
    REQUIRE(button);
    REQUIRE(button->isEnabled());
    page.window->click(*button);
    REQUIRE(until([&] { return page.commands.error().contains("not connected"); }));
    CHECK(page.server.last("POST", "devices/pit/commands").body["loop"].toString() == "BOX");
    CHECK(page.window->find("value", "BOX"));
    level = page.window->find("placeholder", "0–99");
    REQUIRE(level);
    CHECK(level->property("text") == "30");
    page.window->press(Qt::Key_Escape);
    page.clean();
}

TEST_CASE("a list of commands that could not be read is an error, not an empty list") {
    Page page(Loops::healthy, small);
    page.choose("sf");
    page.server.answer(
        "GET", "devices/sf/commands",
        {{"status", 503}, {"type", "urn:chicane:problem:busy"}, {"title", "Busy"}, {"detail", "Too many ask."}}, 503);
    page.window->press(Qt::Key_K);
    const auto& commands = *page.devices->commands();
    REQUIRE(until([&] { return commands.error().contains("Too many ask."); }));
    CHECK_FALSE(commands.heard());
    CHECK(page.window->with_text("It takes no commands") == nullptr);
    page.clean();
}

TEST_CASE("where nobody is there to be told, or no command is known, the page says which") {
    CommandsPage page("keyboard");
    CHECK(page.window->with_text("It takes no commands") != nullptr);
    CHECK(page.window->with_text("No decoder is there to be told.") != nullptr);
    page.server.answer("GET", "devices/sf/commands", {{"protocol", "ilap"}, {"items", QJsonArray()}});
    page.devices->choose("sf");
    page.window->press(Qt::Key_K);
    REQUIRE(until([&] { return page.commands.heard(); }));
    CHECK(page.window->with_text("None is publicly known for its protocol.") != nullptr);
    page.clean();
}

TEST_CASE("another source's page takes no key of the commands") {
    CommandsPage page("keyboard");
    page.window->press(Qt::Key_Return);
    page.devices->choose("sf");
    CHECK_FALSE(page.commands.open());
    CHECK(page.sent("keyboard") == 0);
    page.clean();
}
