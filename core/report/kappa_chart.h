// How kappa hangs on the tolerance, as a picture with the report's own hand: a line over seconds, with the tolerance
// that was chosen marked.
#pragma once

#include "base/i18n.h"
#include "report/page.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

using cairo_t = struct _cairo;

namespace report {

struct KappaCurve {
    std::vector<std::pair<base::Time, std::optional<double>>> points;  // by tolerance
    base::Time chosen;
    base::Language language = base::Language::English;

    bool operator==(const KappaCurve&) const = default;
};

struct KappaChart {
    struct Label {
        double at = 0;  // along its axis
        std::string text;
    };
    double width = 0;
    double height = 0;
    double left = 0, right = 0, top = 0, bottom = 0;            // of the field
    std::vector<Label> levels;                                  // kappa, one horizontal line each
    std::vector<Label> seconds;                                 // tolerance
    std::vector<std::vector<std::pair<double, double>>> lines;  // broken where kappa is undefined
    std::optional<std::pair<double, double>> chosen;            // the point of the tolerance in use
    std::string chosen_text;                                    // its kappa
};

KappaChart kappa_chart(const KappaCurve& curve, double width, double height);
void draw(cairo_t* cairo, const KappaChart& chart, base::Language language);
// As a screen shows it; `height_px` may not be 0.
PageImage picture_of(const KappaCurve& curve, int width_px, int height_px, double pixels_per_point);

}  // namespace report
