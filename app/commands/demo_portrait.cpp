#include "app/commands/demo_portrait.h"

#include "base/error.h"
#include "base/i18n.h"

#include <cmath>
#include <cstdlib>
#include <pango/pangocairo.h>

namespace commands::demo {

namespace {

// One tile of the call, in pixels.
struct Tile {
    double x, y, width, height;
};
constexpr std::array<Tile, 2> kTiles = {{{8, 8, 308, 344}, {324, 8, 308, 344}}};
constexpr double kPi = 3.14159265358979;

void set_colour(cairo_t* cairo, const std::string& hex, double shade = 1) {
    const auto value = static_cast<unsigned>(std::strtoul(hex.c_str() + 1, nullptr, 16));
    const auto part = [&](unsigned shift) { return std::min(1.0, (value >> shift & 0xFFU) / 255.0 * shade); };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

void rounded(cairo_t* cairo, const Tile& box, double radius) {
    const double right = box.x + box.width;
    const double bottom = box.y + box.height;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - radius, box.y + radius, radius, -kPi / 2, 0);
    cairo_arc(cairo, right - radius, bottom - radius, radius, 0, kPi / 2);
    cairo_arc(cairo, box.x + radius, bottom - radius, radius, kPi / 2, kPi);
    cairo_arc(cairo, box.x + radius, box.y + radius, radius, kPi, 1.5 * kPi);
    cairo_close_path(cairo);
}

void ellipse(cairo_t* cairo, double x, double y, double half_width, double half_height, double from = 0,
             double to = 2 * kPi) {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, half_width, half_height);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, from, to);
    cairo_restore(cairo);
}

void fill_ellipse(cairo_t* cairo, double x, double y, double half_width, double half_height) {
    ellipse(cairo, x, y, half_width, half_height);
    cairo_fill(cairo);
}

void draw_name(cairo_t* cairo, const Tile& tile, const std::string& name) {
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    PangoFontDescription* font = pango_font_description_from_string("Inter, Sans Medium 12px");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, name.c_str(), static_cast<int>(name.size()));
    int width = 0;
    int height = 0;
    pango_layout_get_pixel_size(layout, &width, &height);
    const Tile box{tile.x + 10, tile.y + tile.height - 34, width + 20.0, 24};
    rounded(cairo, box, 4);
    cairo_set_source_rgba(cairo, 0.08, 0.09, 0.1, 0.75);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0.96, 0.96, 0.95);
    cairo_move_to(cairo, box.x + 10, box.y + (box.height - height) / 2);
    pango_cairo_show_layout(cairo, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
}

// One person, drawn around the middle of the face; y grows downwards.
class Person {
public:
    Person(cairo_t* cairo, const Look& look, const Pose& pose, double phase)
        : cairo_(cairo), look_(look), pose_(pose), phase_(phase) {}

    void draw(const Tile& tile) {
        const double breath = std::sin(pose_.seconds * 1.5 + phase_);
        x_ = tile.x + tile.width / 2 + 3 * std::sin(pose_.seconds * 0.55 + phase_);
        y_ = tile.y + 142 + breath;
        draw_body(tile, breath);
        const double nod = pose_.energy * 2.4 * std::sin(pose_.seconds * 5.2 + phase_);
        x_ += pose_.energy * 2.5 * std::sin(pose_.seconds * 2.1);
        y_ += nod;
        if (look_.hair_style == "long") draw_long_hair();
        draw_head();
        draw_hair();
        draw_eyes();
        draw_mouth();
    }

private:
    void draw_body(const Tile& tile, double breath) {
        const double bottom = tile.y + tile.height;
        const double shoulder = y_ + 78 - breath;
        set_colour(cairo_, look_.shirt);
        cairo_move_to(cairo_, x_ - 108, bottom);
        cairo_curve_to(cairo_, x_ - 106, shoulder + 30, x_ - 70, shoulder + 12, x_ - 24, shoulder);
        cairo_line_to(cairo_, x_ + 24, shoulder);
        cairo_curve_to(cairo_, x_ + 70, shoulder + 12, x_ + 106, shoulder + 30, x_ + 108, bottom);
        cairo_close_path(cairo_);
        cairo_fill(cairo_);
        set_colour(cairo_, look_.skin, 0.88);
        rounded(cairo_, {x_ - 19, y_ + 40, 38, 52}, 16);
        cairo_fill(cairo_);
        set_colour(cairo_, look_.shirt, 0.8);
        cairo_set_line_width(cairo_, 5);
        ellipse(cairo_, x_, shoulder + 1, 26, 15, 0.1 * kPi, 0.9 * kPi);
        cairo_stroke(cairo_);
    }

    void draw_long_hair() {
        set_colour(cairo_, look_.hair, 0.85);
        rounded(cairo_, {x_ - 57, y_ - 52, 114, 138}, 46);
        cairo_fill(cairo_);
        set_colour(cairo_, look_.skin, 0.88);
        rounded(cairo_, {x_ - 19, y_ + 40, 38, 48}, 16);
        cairo_fill(cairo_);
    }

    void draw_head() {
        set_colour(cairo_, look_.skin, 0.93);
        fill_ellipse(cairo_, x_ - 47, y_ + 6, 8, 12);
        fill_ellipse(cairo_, x_ + 47, y_ + 6, 8, 12);
        set_colour(cairo_, look_.skin);
        fill_ellipse(cairo_, x_, y_, 47, 59 + pose_.mouth * 2);
        if (look_.hair_style == "beard") draw_beard();
    }

    void draw_beard() {
        cairo_save(cairo_);
        ellipse(cairo_, x_, y_, 48, 61 + pose_.mouth * 2);
        cairo_clip(cairo_);
        set_colour(cairo_, look_.hair, 0.92);
        cairo_rectangle(cairo_, x_ - 60, y_ + 14, 120, 60);
        cairo_fill(cairo_);
        set_colour(cairo_, look_.skin);
        fill_ellipse(cairo_, x_, y_ + 12, 33, 15);
        cairo_restore(cairo_);
    }

    // A cap of hair: what the head has above a curved hair line.
    void draw_hair() {
        cairo_save(cairo_);
        ellipse(cairo_, x_, y_ - 4, 51, 61);
        cairo_clip(cairo_);
        set_colour(cairo_, look_.hair);
        cairo_move_to(cairo_, x_ - 60, y_ - 70);
        cairo_line_to(cairo_, x_ + 60, y_ - 70);
        cairo_line_to(cairo_, x_ + 60, y_ - 4);
        cairo_line_to(cairo_, x_ + 46, y_ - 8);
        cairo_curve_to(cairo_, x_ + 42, y_ - 40, x_ + 16, y_ - 47, x_ - 12, y_ - 42);
        cairo_curve_to(cairo_, x_ - 32, y_ - 39, x_ - 43, y_ - 30, x_ - 46, y_ - 8);
        cairo_line_to(cairo_, x_ - 60, y_ - 4);
        cairo_close_path(cairo_);
        cairo_fill(cairo_);
        cairo_restore(cairo_);
        if (look_.hair_style != "bun") return;
        set_colour(cairo_, look_.hair);
        fill_ellipse(cairo_, x_, y_ - 68, 20, 16);
    }

    void draw_eyes() {
        const bool blinks = std::fmod(pose_.seconds + phase_ * 1.7, 3.9) < 0.13;
        cairo_set_source_rgb(cairo_, 0.13, 0.12, 0.12);
        for (const double side : {-1.0, 1.0}) {
            const double x = x_ + side * 18;
            if (blinks) {
                cairo_set_line_width(cairo_, 2);
                cairo_move_to(cairo_, x - 5, y_ - 1);
                cairo_line_to(cairo_, x + 5, y_ - 1);
                cairo_stroke(cairo_);
            } else {
                fill_ellipse(cairo_, x, y_ - 2, 3.6, 4.4);
            }
            set_colour(cairo_, look_.hair, 0.7);
            cairo_set_line_width(cairo_, 2.4);
            ellipse(cairo_, x, y_ - 8 - pose_.energy * 1.5, 9, 5, 1.15 * kPi, 1.85 * kPi);
            cairo_stroke(cairo_);
            cairo_set_source_rgb(cairo_, 0.13, 0.12, 0.12);
        }
        set_colour(cairo_, look_.skin, 0.82);
        cairo_set_line_width(cairo_, 2);
        ellipse(cairo_, x_, y_ + 12, 5, 5, 0.15 * kPi, 0.85 * kPi);
        cairo_stroke(cairo_);
    }

    void draw_mouth() {
        const double y = y_ + 32;
        if (pose_.mouth < 0.06F) {
            cairo_set_source_rgb(cairo_, 0.5, 0.24, 0.22);
            cairo_set_line_width(cairo_, 2.4);
            ellipse(cairo_, x_, y - 5, 12, 6, 0.15 * kPi, 0.85 * kPi);
            cairo_stroke(cairo_);
            return;
        }
        cairo_set_source_rgb(cairo_, 0.36, 0.13, 0.13);
        fill_ellipse(cairo_, x_, y + pose_.mouth * 2, 12 - pose_.mouth * 2.5, 1.8 + pose_.mouth * 9);
    }

    cairo_t* cairo_;
    const Look& look_;
    const Pose& pose_;
    double phase_;  // so that the two do not move together
    double x_ = 0;  // middle of the face
    double y_ = 0;
};

}  // namespace

class Portraits::Canvas {
public:
    explicit Canvas(const Script& script)
        : script_(script),
          surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kFilmWidth, kFilmHeight)),
          cairo_(cairo_create(surface_)) {
        if (cairo_status(cairo_) != CAIRO_STATUS_SUCCESS)
            throw base::Error(_("There is not enough memory for the pictures."));
    }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }

    const std::uint8_t* draw(const std::array<Pose, 2>& poses) {
        cairo_set_source_rgb(cairo_, 0.13, 0.14, 0.16);
        cairo_paint(cairo_);
        for (std::size_t i = 0; i < kTiles.size(); ++i)
            draw_tile(kTiles[i], script_.speakers[i], poses[i], 2.4 * static_cast<double>(i));
        cairo_surface_flush(surface_);
        return cairo_image_surface_get_data(surface_);
    }

private:
    void draw_tile(const Tile& tile, const Speaker& speaker, const Pose& pose, double phase) {
        cairo_save(cairo_);
        rounded(cairo_, tile, 8);
        cairo_clip(cairo_);
        set_colour(cairo_, speaker.look.tile);
        cairo_paint(cairo_);
        Person(cairo_, speaker.look, pose, phase).draw(tile);
        cairo_restore(cairo_);
        draw_name(cairo_, tile, speaker.name);
        if (pose.energy < 0.15F) return;
        // The one who speaks is outlined, as meeting programs do.
        cairo_set_source_rgba(cairo_, 0.35, 0.75, 0.72, std::min(1.0, pose.energy * 1.5));
        cairo_set_line_width(cairo_, 2.5);
        rounded(cairo_, tile, 8);
        cairo_stroke(cairo_);
    }

    const Script& script_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};

Portraits::Portraits(const Script& script) : canvas_(std::make_unique<Canvas>(script)) {}
Portraits::~Portraits() = default;

const std::uint8_t* Portraits::draw(const std::array<Pose, 2>& poses) {
    return canvas_->draw(poses);
}

}  // namespace commands::demo
