// The service's log: one line per event to syslog.
#pragma once

#include <string_view>

namespace orders::log {

void open();
void info(std::string_view event, std::string_view detail);
void error(std::string_view event, std::string_view detail);

} // namespace orders::log
