// Devices that screens set up.
#include "centre/store/devices_table.hpp"

#include <catch2/catch.hpp>

#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;
using chicane::timing::LoopRole;

namespace {

DeviceRow pit() { return {{}, "pit", "main", "tcp://192.0.2.9:5403?protocol=p3", LoopRole::pit_in, 0, true}; }

}  // namespace

TEST_CASE_METHOD(StoreCase, "a device is kept, changed by its version, and removed") {
    auto row = *insert_device(db, stamp, pit());
    CHECK(all_devices(db) == std::vector{row});
    row.uri = "sim:?protocol=p3";
    row.test = false;
    row = *update_device(db, stamp, row);
    CHECK(row.head.version == 2);
    CHECK(find_device(db, "pit") == row);
    row.head.version = 1;
    CHECK(update_device(db, stamp, row).error().code == RefusalCode::version_mismatch);
    CHECK(delete_device(db, stamp, "pit", 1).error().code == RefusalCode::version_mismatch);
    REQUIRE(delete_device(db, stamp, "pit", 2));
    CHECK(delete_device(db, stamp, "pit", 2).error().code == RefusalCode::not_found);
    CHECK(all_devices(db).empty());
}

TEST_CASE_METHOD(StoreCase, "a device's name is taken once, and each change is audited, its end too") {
    auto row = *insert_device(db, stamp, pit());
    CHECK(insert_device(db, stamp, pit()).error().code == RefusalCode::name_taken);
    row.uri = "sim:?protocol=p3";
    REQUIRE(update_device(db, stamp, row));
    REQUIRE(delete_device(db, stamp, "pit", 2));
    CHECK(count("SELECT count(*) FROM audit WHERE subject = 'devices'") == 3);
    CHECK(count("SELECT count(*) FROM audit WHERE before LIKE '%192.0.2.9%' AND after LIKE '%sim:%'") == 1);
    CHECK(count("SELECT count(*) FROM audit WHERE before LIKE '%sim:%' AND after IS NULL") == 1);
}

TEST_CASE_METHOD(StoreCase,
                 "the loops inside a device are kept with it in their order, blanks in their names and all") {
    DeviceRow row = pit();
    row.loops = {{"BOX 2", LoopRole::sector, 12}, {"STA", LoopRole::finish, 0}};
    row = *insert_device(db, stamp, row);
    CHECK(find_device(db, "pit") == row);
    row.loops = {{"BOX 2", LoopRole::pit_out, 0}};
    row = *update_device(db, stamp, row);
    CHECK(find_device(db, "pit") == row);
    CHECK(
        count("SELECT count(*) FROM audit WHERE before LIKE '%sector 12 BOX 2%' AND after LIKE '%pit_out 0 BOX 2%'") ==
        1);
}
