// The server's log: a line is an event with fields, `event=decoder_state track=main decoder=sf state=silent`, on standard error. No
// secret and no person is ever a field. Called from the web thread; a flood is cut and counted.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace chicane::web::host {

/// More lines in one minute say nothing that these do not.
inline constexpr int log_lines_of_minute_max = 200;

enum class Level {
    info,     ///< worth knowing later
    warning,  ///< it goes on, and somebody should look
    error     ///< somebody must act
};

using Field = std::pair<std::string_view, std::string>;

/// `event=… key=value`: a value with blanks, quotes or line breaks is quoted.
std::string log_line(std::string_view event, std::initializer_list<Field> fields);

class Log {
  public:
    Log();
    ~Log();
    void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace chicane::web::host
