// What stands on a certificate, as the strips that pages are filled with.
#pragma once

#include "report/certificate.h"
#include "report/strips.h"

#include <vector>

namespace report {

std::vector<Strip> page_strips(const Certificate& certificate);

}  // namespace report
