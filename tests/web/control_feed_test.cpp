// The control screens' feed: the newest view at once, gathered while a write is in flight.
#include "web/feed/control_feed.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "web/feed/control_json.hpp"

using namespace chicane::web::feed;
using namespace chicane::sessions::conductor;
namespace json = boost::json;

namespace {

class FakeScreen : public chicane::web::http::Viewer {
  public:
    bool busy() const override { return stuck; }
    void send(chicane::web::http::SharedFrame frame) override {
        const auto brace = frame->find('{');
        messages.push_back(json::parse(frame->substr(brace)).as_object());
    }
    void close() override {}
    std::vector<json::object> messages;
    bool stuck = false;
};

/// A track's view that the test changes, and its feed.
struct Control {
    TrackView view;
    ControlFeed feed{[this] { return control_message(view, 7); }};

    void show(std::size_t passings) {
        view.strip.resize(passings);
        feed.publish();
    }
};

}  // namespace

TEST_CASE("a control screen gets the view when it comes and at each change") {
    Control control;
    control.show(1);
    auto screen = std::make_shared<FakeScreen>();
    control.feed.join(screen);
    control.show(2);
    REQUIRE(screen->messages.size() == 2);
    CHECK(screen->messages[0].at("view").at("viewers") == 7);
    CHECK(screen->messages[1].at("view").at("strip").as_array().size() == 2);
}

TEST_CASE("a screen whose write is in flight gets the newest view once it is done, and the word on sessions") {
    Control control;
    control.show(1);
    auto screen = std::make_shared<FakeScreen>();
    control.feed.join(screen);
    screen->stuck = true;
    control.show(2);
    control.show(3);
    control.feed.publish_sessions();
    CHECK(screen->messages.size() == 1);
    screen->stuck = false;
    screen->on_drained();
    REQUIRE(screen->messages.size() == 3);
    CHECK(screen->messages[1].at("view").at("strip").as_array().size() == 3);
    CHECK(screen->messages[2].at("type") == "sessions");
}

TEST_CASE("what is not known of a device is null and never zero") {
    TrackView view;
    view.devices.resize(1);
    const auto device = json::parse(control_json(view, 0)).at("devices").at(0);
    for (const char* field : {"noise", "temperature_c", "voltage_dv", "last_byte_us", "clock_offset_us", "decoder"})
        CHECK(device.at(field).is_null());
    CHECK(device.at("state") == "connecting");
}

TEST_CASE("a device tells its place on its loop, its battery, and the loops inside it") {
    TrackView view;
    view.devices.resize(2);
    view.devices[0].place = DevicePlace::backup;
    view.devices[0].voltage_low = true;
    view.devices[0].loops = {{"BOX", chicane::timing::LoopRole::sector, 2}};
    const auto devices = json::parse(control_json(view, 0)).at("devices");
    CHECK(devices.at(0).at("place") == "backup");
    CHECK(devices.at(0).at("voltage_low") == true);
    CHECK(devices.at(0).at("loops") == json::parse(R"([{"name":"BOX","role":"sector","sector":2}])"));
    CHECK(devices.at(1).at("place").is_null());
    CHECK(devices.at(1).at("loops").as_array().empty());
}
