// The header of a tar entry: what one writes the other reads, and a file longer than the octal field holds keeps its length.
#include "web/host/tar_header.hpp"

#include <catch2/catch.hpp>

using namespace chicane::web::host;

TEST_CASE("a tar header comes back as it went, also of a file beyond eight gigabytes") {
    for (const std::uint64_t bytes : {0ULL, 1ULL, 512ULL, 8'589'934'591ULL, 8'589'934'592ULL, 900'000'000'000ULL}) {
        const TarEntry entry{"captures/sf-000001.bin", bytes};
        CHECK(parse_tar_header(tar_header(entry, 1'795'608'000)) == entry);
    }
}

TEST_CASE("a tar header with one wrong byte is no header") {
    const TarBlock good = tar_header({"journal.db", 4096}, 0);
    constexpr std::size_t end_of_sum = 155;  // a blank that says nothing
    for (std::size_t at = 0; at < good.size(); ++at) {
        if (at == end_of_sum) continue;
        TarBlock bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        CHECK(parse_tar_header(bad) != TarEntry{"journal.db", 4096});
    }
}

TEST_CASE("a file fills whole blocks") {
    CHECK(tar_padding_bytes(0) == 0);
    CHECK(tar_padding_bytes(1) == 511);
    CHECK(tar_padding_bytes(512) == 0);
}
