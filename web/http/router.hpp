// Finds the handler of a request by its method and the segments of its path. Routes are added before the server starts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http/message.hpp"

namespace chicane::web::http {

class Router {
  public:
    struct Route {
        Method method;
        std::string pattern;  ///< `/api/v1/sessions/{id}`: a name in braces takes one segment
        Handler handler;
    };

    void add(Method method, std::string pattern, Handler handler);

    /// What a request asks for. `allowed`: the methods of a path that has none for this one; empty: no such path.
    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string, std::less<>> params;
        std::vector<Method> allowed;
    };
    /// HEAD is answered by the route of GET.
    Match match(Method method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

  private:
    std::vector<Route> routes_;
};

}  // namespace chicane::web::http
