#include "web/http/utf8.hpp"

#include <cstddef>

namespace chicane::web::http {

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > text.size()) return false;
        for (std::size_t at = i + 1; at < i + length; ++at)
            if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) return false;
        const auto second = length > 2 ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
        const bool outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
        if (overlong || outside) return false;
        i += length;
    }
    return true;
}

}  // namespace chicane::web::http
