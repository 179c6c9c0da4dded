// A fresh centre.db for a test, gone afterwards.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "centre/store/claims_table.hpp"
#include "centre/store/sessions_table.hpp"
#include "centre/store/store.hpp"

namespace chicane::centre::store {

class Folder {
  public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "chicane-centre-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()));
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file() const { return path_ + "/centre.db"; }

  private:
    std::string path_;
};

struct StoreCase {
    Folder folder;
    std::unique_ptr<Connection> owner = open(folder.file());
    Connection& db = *owner;
    Stamp stamp{1'000'000, "anna", "127.0.0.1"};
    DayOf day_of = [](std::int64_t us) { return static_cast<int>(us / 86'400'000'000LL); };

    static std::unique_ptr<Connection> open(const std::string& file) {
        auto connection = open_centre(file);
        if (!connection) FAIL(connection.error());
        return std::move(*connection);
    }

    std::int64_t add_session(int capacity, std::int64_t start_us = 0) {
        bookings::Session session;
        session.track = "main";
        session.name = "Session";
        session.capacity = capacity;
        session.planned_start_us = start_us;
        return insert_session(db, stamp, session).head.id;
    }

    std::int64_t count(const std::string& sql) {
        auto rows = db.query(sql);
        return rows.step() ? rows.integer(0) : -1;
    }
};

}  // namespace chicane::centre::store
