#include "report/text_lines.h"

#include <algorithm>
#include <pango/pangocairo.h>
#include <string_view>

namespace report {

namespace {

constexpr const char* kFamilies = "Inter, DejaVu Sans, sans-serif";

struct Release {
    void operator()(void* object) const noexcept { g_object_unref(object); }
    void operator()(PangoFontDescription* font) const noexcept { pango_font_description_free(font); }
    void operator()(PangoAttrList* list) const noexcept { pango_attr_list_unref(list); }
    void operator()(PangoLayoutIter* walker) const noexcept { pango_layout_iter_free(walker); }
    void operator()(cairo_font_options_t* options) const noexcept { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

PangoWeight pango_weight(Weight weight) {
    switch (weight) {
        case Weight::Medium:
            return PANGO_WEIGHT_MEDIUM;
        case Weight::SemiBold:
            return PANGO_WEIGHT_SEMIBOLD;
        case Weight::Bold:
            return PANGO_WEIGHT_BOLD;
        case Weight::Regular:
            break;
    }
    return PANGO_WEIGHT_NORMAL;
}

// One unit is one point, and nothing is fitted to pixels: the PDF and every size of picture break alike.
Owned<PangoContext> point_context() {
    Owned<PangoContext> context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    pango_cairo_context_set_resolution(context.get(), 72);
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    return context;
}

void keep_parts_whole(PangoAttrList* attributes, const std::string& text) {
    constexpr std::string_view kBetween = " · ";
    constexpr std::size_t kShort = 60;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.size(), text.find(kBetween, from));
        if (to - from <= kShort) {
            PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
            whole->start_index = static_cast<guint>(from);
            whole->end_index = static_cast<guint>(to);
            pango_attr_list_insert(attributes, whole);
        }
        from = to + kBetween.size();
    }
}

PangoLayout* new_layout(const std::string& text, const TextStyle& style) {
    // Looking for fonts takes most of the time, and a context remembers what it found. Pango's fonts are per thread.
    thread_local const Owned<PangoContext> context = point_context();
    PangoLayout* layout = pango_layout_new(context.get());
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), kFamilies);
    pango_font_description_set_absolute_size(font.get(), style.size_pt * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), pango_weight(style.weight));
    pango_layout_set_font_description(layout, font.get());
    const Owned<PangoAttrList> attributes(pango_attr_list_new());
    if (style.tabular) pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    if (style.whole_parts) keep_parts_whole(attributes.get(), text);
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    return layout;
}

}  // namespace

void PangoRelease::operator()(PangoLayout* layout) const noexcept {
    g_object_unref(layout);
}

TextLines::TextLines(const std::string& text, const TextStyle& style, double width_pt, Align align, int most_lines)
    : layout_(new_layout(text, style)), style_(style) {
    PangoLayout* layout = layout_.get();
    pango_layout_set_width(layout, static_cast<int>(width_pt * PANGO_SCALE));
    if (align == Align::Right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    if (align == Align::Centre) pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
    if (most_lines > 0) {
        pango_layout_set_height(layout, -most_lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    const Owned<PangoLayoutIter> walker(pango_layout_get_iter(layout));
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(walker.get(), nullptr, &logical);
        const int baseline = pango_layout_iter_get_baseline(walker.get());
        const auto points = [](int units) { return static_cast<double>(units) / PANGO_SCALE; };
        lines_.push_back({.x = points(logical.x),
                          .ascent = points(baseline - logical.y),
                          .descent = points(logical.y + logical.height - baseline),
                          .width = points(logical.width)});
    } while (pango_layout_iter_next_line(walker.get()));
}

double TextLines::above(int line) const {
    const double wanted = (style_.line_pt + kCapitalHeight * style_.size_pt) / 2;
    // A taller script (emoji, Arabic) gets the room it needs; Inter's own box is taller than its letters.
    const double own = lines_[static_cast<std::size_t>(line)].ascent;
    return own > style_.size_pt * 1.05 ? std::max(wanted, own) : wanted;
}

double TextLines::below(int line) const {
    const double wanted = (style_.line_pt - kCapitalHeight * style_.size_pt) / 2;
    const double own = lines_[static_cast<std::size_t>(line)].descent;
    return own > style_.size_pt * 0.40 ? std::max(wanted, own) : wanted;
}

double TextLines::height() const {
    double total = 0;
    for (int line = 0; line < count(); ++line) total += above(line) + below(line);
    return total;
}

double TextLines::width() const {
    double widest = 0;
    for (const Line& line : lines_) widest = std::max(widest, line.width);
    return widest;
}

void TextLines::draw(cairo_t* cairo, int line, double x, double baseline) const {
    set_colour(cairo, style_.colour);
    cairo_move_to(cairo, x + lines_[static_cast<std::size_t>(line)].x, baseline);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout_.get(), line));
}

void set_colour(cairo_t* cairo, codes::Colour colour, double opacity) {
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
}

}  // namespace report
