// The pictures of the Agreement screen, made with the report's own drawing: the curve over the tolerance, the page of a
// test against gold, and agreement by quarter. Small, so each is drawn at once: when what it shows, its size or the
// language changes. UI thread only.
#pragma once

#include "app/model.h"
#include "app/platform/page_texture.h"
#include "app/views/agreement_state.h"

#include <cstdint>
#include <tuple>
#include <vector>

namespace app {

class AgreementPictures {
public:
    // True when there is something new to see.
    bool tick(SDL_Renderer* renderer, const Model& model, const AgreementState& state);

    const PageTexture& curve() const { return curve_; }
    const PageTexture& drift() const { return drift_; }
    const std::vector<PageTexture>& certificate() const { return certificate_; }

private:
    using Stamp = std::tuple<std::uint64_t, int, int, base::Language>;  // what a picture shows

    bool draw_curve(SDL_Renderer* renderer, const Model& model, const AgreementState& state);
    bool draw_drift(SDL_Renderer* renderer, const Model& model, const AgreementState& state);
    bool draw_certificate(SDL_Renderer* renderer, const Model& model, const AgreementState& state);

    PageTexture curve_, drift_;
    std::vector<PageTexture> certificate_;
    Stamp curve_drawn_{}, drift_drawn_{}, certificate_drawn_{};
};

}  // namespace app
