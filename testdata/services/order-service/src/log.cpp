#include "log.h"

#include <syslog.h>

namespace orders::log {

void open() { openlog("orders", LOG_PID, LOG_USER); }

void info(std::string_view event, std::string_view detail) {
  syslog(LOG_INFO, "event=%.*s detail=%.*s", static_cast<int>(event.size()), event.data(),
         static_cast<int>(detail.size()), detail.data());
}

void error(std::string_view event, std::string_view detail) {
  syslog(LOG_ERR, "event=%.*s detail=%.*s", static_cast<int>(event.size()), event.data(),
         static_cast<int>(detail.size()), detail.data());
}

} // namespace orders::log
