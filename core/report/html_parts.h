// What the sections of the HTML report share; html.cpp puts them in order.
#pragma once

#include "report/html_text.h"
#include "report/report.h"

#include <fmt/format.h>
#include <string>

namespace report {

// A page of the document as it grows; text goes through escaped(), everything else is ours.
class Html {
public:
    template <class... Parts>
    void line(const char* pattern, const Parts&... parts) {
        text_ += fmt::format(fmt::runtime(pattern), parts...);
        text_ += '\n';
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string html_colour(codes::Colour value);
// <time> takes a duration as ISO 8601 writes it.
std::string time_element(base::Time at, const char* kind);
void moment_row(Html& html, const MomentRow& row);

// html_talk.cpp
void curves(Html& html, const Report& report);
void coverages(Html& html, const Report& report);
void talk(Html& html, const Report& report);
void thirds(Html& html, const Report& report);
void self_view(Html& html, const Report& report);
void quotes(Html& html, const Report& report);

}  // namespace report
