// Asio and Beast's HTTP parser, compiled once for the whole program; everybody else sees their declarations only.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
