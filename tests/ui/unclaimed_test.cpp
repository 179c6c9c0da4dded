// Which tags and crossings wait for their kart, and in which order.
#include "ui/models/unclaimed.hpp"

#include <QJsonArray>
#include <catch2/catch.hpp>

using namespace chicane::ui::models;

namespace {

QJsonObject crossing(int seq, qint64 time_us, const QJsonValue& session) {
    return {{"seq", seq},       {"time_us", time_us}, {"device", "cell"},
            {"role", "finish"}, {"string", ""},       {"session", session}};
}

QString ids(const QList<QJsonObject>& rows) {
    QStringList all;
    for (const auto& row : rows) all.append(row[u"kind"].toString() + ' ' + row[u"id"].toString());
    return all.join(u", ");
}

}  // namespace

TEST_CASE("tags and crossings wait together, newest first") {
    const QJsonObject view{
        {"current", "ses_2"},
        {"unknown", QJsonArray{QJsonObject{{"transponder", 7}, {"passings", 2}, {"first_us", 10}, {"last_us", 200}}}},
        {"crossings", QJsonArray{crossing(3, 300, "ses_2"), crossing(1, 100, "ses_2")}}};
    CHECK(ids(unclaimed_of(view)).toStdString() == "crossing 3, tag 7, crossing 1");
}

TEST_CASE(
    "a crossing waits where it can be given to somebody: in the session of its time, not in practice or between two") {
    QJsonObject view{{"current", "ses_2"},
                     {"crossings", QJsonArray{crossing(4, 400, QJsonValue()), crossing(3, 300, "ses_2"),
                                              crossing(1, 100, "ses_1")}}};
    CHECK(ids(unclaimed_of(view)).toStdString() == "crossing 3");
    view["current"] = "open_main_1";
    view["crossings"] = QJsonArray{crossing(3, 300, "open_main_1")};
    CHECK(unclaimed_of(view).isEmpty());
}

TEST_CASE("a crossing of a server that tells no session is taken for one of the session that is shown") {
    auto old = crossing(3, 300, "ses_2");
    old.remove(u"session");
    CHECK(ids(unclaimed_of({{"current", "ses_2"}, {"crossings", QJsonArray{old}}})).toStdString() == "crossing 3");
}
