// The devices' page in a window, on the fake server: what its tests begin with.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "demo_devices.hpp"
#include "desk_window.hpp"
#include "ui/models/devices.hpp"

namespace chicane::ui::test {

inline constexpr QSize wide{1920, 1080};
inline constexpr QSize small{1366, 768};

inline void devices_ready(DeskWindow& window, int sources) {
    REQUIRE(window.enter("devices"));
    auto* devices = window.desk().devices();
    REQUIRE(until(
        [&] { return window.desk().control()->devices()->count() == sources && window.desk().control()->ready(); }));
    REQUIRE(until([&] {
        return devices->tags()->count() > 0 && devices->bytes()->count() > 0 && devices->revision() >= sources;
    }));
}

struct Page {
    explicit Page(Loops loops, QSize size = small, const QString& language = "en", Kind kind = Kind::ordinary) {
        fill(server, kind);
        fill_devices(server, loops, kind);
        window = std::make_unique<DeskWindow>(server, size, language);
        devices_ready(*window, loops == Loops::in_setup ? 7 : 6);
        devices = window->desk().devices();
    }
    void choose(const QString& id) {
        devices->choose(id);
        REQUIRE(until([&] { return server.count("GET", "devices/" + id + "/bytes") > 0; }));
    }
    void clean() const { CHECK(window->qml_warnings().join('\n').toStdString() == ""); }

    FakeServer server;
    std::unique_ptr<DeskWindow> window;
    chicane::ui::models::Devices* devices = nullptr;
};

inline std::string name_of(const char* state, QSize size) {
    return "devices-" + std::string(state) + "-" + std::to_string(size.width());
}

}  // namespace chicane::ui::test
