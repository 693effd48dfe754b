#include "app/agreement_pictures.h"

#include "app/drift_words.h"
#include "app/theme.h"
#include "report/kappa_chart.h"
#include "report/trend_chart.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr double kPixelsPerPoint = 1.35;

double pixels_per_point() {
    return theme::scale() * kPixelsPerPoint * std::max(1.0F, ImGui::GetIO().DisplayFramebufferScale.x);
}

report::KappaCurve curve_of(const AgreementDesk& desk) {
    report::KappaCurve curve{.points = {}, .chosen = desk.tolerance, .language = base::language()};
    for (const auto& [tolerance, kappa] : desk.curve) curve.points.emplace_back(tolerance, kappa);
    return curve;
}

}  // namespace

bool AgreementPictures::tick(SDL_Renderer* renderer, const Model& model, const AgreementState& state) {
    if (model.screen != Screen::Agreement) return false;
    const bool curve = draw_curve(renderer, model, state);
    const bool drift = draw_drift(renderer, model, state);
    const bool certificate = draw_certificate(renderer, model, state);
    return curve || drift || certificate;
}

bool AgreementPictures::draw_curve(SDL_Renderer* renderer, const Model& model, const AgreementState& state) {
    if (!model.agreement || state.curve_px.x <= 0) return false;
    const int width = static_cast<int>(state.curve_px.x), height = static_cast<int>(state.curve_px.y);
    const Stamp wanted(model.agreement->serial, width, height, base::language());
    if (std::exchange(curve_drawn_, wanted) == wanted) return false;
    curve_ = make_texture(renderer, report::picture_of(curve_of(*model.agreement), width, height, pixels_per_point()));
    return true;
}

bool AgreementPictures::draw_drift(SDL_Renderer* renderer, const Model& model, const AgreementState& state) {
    if (model.drift.quarters.empty() || state.drift_px.x <= 0) return false;
    const int width = static_cast<int>(state.drift_px.x), height = static_cast<int>(state.drift_px.y);
    const Stamp wanted(model.drift.serial, width, height, base::language());
    if (std::exchange(drift_drawn_, wanted) == wanted) return false;
    drift_ = make_texture(renderer, report::draw(drift_chart(model.drift), width / pixels_per_point(), width, height));
    return true;
}

bool AgreementPictures::draw_certificate(SDL_Renderer* renderer, const Model& model, const AgreementState& state) {
    if (!model.agreement || !model.agreement->gold_test || state.page_width_px <= 0) return false;
    const base::Language language = state.certificate_language.value_or(base::language());
    const Stamp wanted(model.agreement->serial, state.page_width_px, 0, language);
    if (std::exchange(certificate_drawn_, wanted) == wanted) return false;
    const report::Pages pages(report::make_certificate(*model.agreement->gold_test, language));
    certificate_.clear();
    for (int page = 0; page < pages.count(); ++page)
        certificate_.push_back(make_texture(renderer, pages.draw(page, state.page_width_px)));
    return true;
}

}  // namespace app
