#include "media/reel.h"

#include "base/error.h"
#include "base/i18n.h"
#include "media/new_file.h"
#include "media/worker_call.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace media {

namespace {

using nlohmann::json;

constexpr Size kWithoutPicture{1280, 720};

void refuse_impossible(const std::string& recording, const ReelPlan& plan, const std::string& out) {
    if (plan.stretches.empty()) {
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: nothing was chosen to write. Choose a part of it.")), recording));
    }
    for (const Stretch& stretch : plan.stretches) {
        if (stretch.span.from >= base::Time{} && stretch.span.to > stretch.span.from) continue;
        throw base::Error(fmt::format(fmt::runtime(_("{}: a clip has to end after it begins ({} to {}).")), recording,
                                      base::to_text(stretch.span.from), base::to_text(stretch.span.to)));
    }
    for (const Region& region : plan.masks.blurred) {
        const bool lies_inside = region.left >= 0 && region.top >= 0 && region.width > 0 && region.height > 0 &&
                                 region.left + region.width <= 1.000001 && region.top + region.height <= 1.000001;
        if (lies_inside) continue;
        throw base::Error(fmt::format(
            fmt::runtime(_("{}: the part to blur lies outside the picture. Choose a part that lies in it.")),
            recording));
    }
    std::error_code ignored;
    if (std::filesystem::equivalent(recording, out, ignored)) {
        throw base::Error(fmt::format(
            fmt::runtime(_("{}: the clip would overwrite the recording itself. Choose another name.")), out));
    }
}

// The plan without what lies beyond the recording's end: what it says of times then holds for the file, too. A stretch
// that lies there altogether is left for the worker to refuse.
ReelPlan within(ReelPlan plan, base::Time duration) {
    for (Stretch& stretch : plan.stretches) {
        if (stretch.span.from < duration) stretch.span.to = std::min(stretch.span.to, duration);
    }
    return plan;
}

std::vector<Cue> subtitles_of(const ReelPlan& plan) {
    std::vector<Cue> all;
    base::Time at;
    for (const Stretch& stretch : plan.stretches) {
        if (stretch.title) at += stretch.title->shown;
        for (Cue& cue : cues_within(plan.subtitles, stretch.span, at)) all.push_back(std::move(cue));
        at += stretch.span.length();
    }
    return all;
}

json as_json(base::Span span) {
    return {span.from.microseconds, span.to.microseconds};
}

json as_json(const std::vector<base::Span>& spans) {
    json all = json::array();
    for (const base::Span& span : spans) all.push_back(as_json(span));
    return all;
}

json as_json(const Stretch& stretch) {
    json card;
    if (stretch.title) {
        card = {{"width", stretch.title->width},
                {"height", stretch.title->height},
                {"shown", stretch.title->shown.microseconds}};
    }
    return {{"span", as_json(stretch.span)}, {"title", card}};
}

json as_json(const ReelPlan& plan, const std::vector<Cue>& subtitles) {
    json all{{"track", plan.track < 0 ? INT32_MAX : plan.track},
             {"stretches", json::array()},
             {"blurred", json::array()},
             {"voices", json::array()},
             {"beeps", as_json(plan.masks.beeps)},
             {"subtitles", json::array()}};
    for (const Stretch& stretch : plan.stretches) all["stretches"].push_back(as_json(stretch));
    for (const Region& part : plan.masks.blurred) {
        all["blurred"].push_back({part.left, part.top, part.width, part.height});
    }
    for (const VoiceMask& voice : plan.masks.voices) {
        all["voices"].push_back({{"shift", voice.way == VoiceMask::Way::Shift},
                                 {"channel", voice.channel ? json(*voice.channel) : json()},
                                 {"when", as_json(voice.when)}});
    }
    for (const Cue& cue : one_at_a_time(subtitles))
        all["subtitles"].push_back({{"span", as_json(cue.span)}, {"text", cue.text}});
    return all;
}

// The plan, and the titles' pixels behind it, as the protocol lays them out.
void hand_over(WorkerCall& worker, const ReelPlan& plan, const std::vector<Cue>& subtitles) {
    const std::string text = as_json(plan, subtitles).dump(-1, ' ', false, json::error_handler_t::replace);
    std::size_t at = 0;
    const auto put = [&](const void* bytes, std::size_t count) {
        if (!worker.put_into_memory(at, bytes, count)) worker.fail("too_large");
        at += count;
    };
    put(text.data(), text.size());
    for (const Stretch& stretch : plan.stretches) {
        if (!stretch.title) continue;
        const auto& [width, height, rgb, shown] = *stretch.title;
        if (rgb.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3) worker.fail("inside");
        put(rgb.data(), rgb.size());
    }
    worker.send(protocol::Kind::Clip, protocol::Clip{.plan_bytes = static_cast<std::uint32_t>(text.size())});
}

ReelResult write(const std::string& recording, const ReelPlan& asked, const std::string& out,
                 const base::Progress& progress, Share share) {
    refuse_impossible(recording, asked, out);
    if (progress.is_cancelled()) return {.duration = {}, .cancelled = true, .subtitles = {}};
    const ReelPlan plan = within(asked, probe(recording).duration);
    std::vector<Cue> subtitles = subtitles_of(plan);
    NewFile file(out);
    WorkerCall worker(recording, &progress, file.descriptor(), share);
    hand_over(worker, plan, subtitles);
    const std::optional<WorkerMessage> answer = worker.next();
    if (!answer) return {.duration = {}, .cancelled = true, .subtitles = {}};
    if (answer->kind != protocol::Kind::Done) worker.fail("inside");
    file.keep();
    return {.duration = {answer->as<protocol::Done>().value}, .cancelled = false, .subtitles = std::move(subtitles)};
}

}  // namespace

Size title_size(const RecordingInfo& recording) {
    if (!recording.video) return kWithoutPicture;
    return {std::max(2, recording.video->width / 2 * 2), std::max(2, recording.video->height / 2 * 2)};
}

ReelResult write_reel(const std::string& recording, const ReelPlan& plan, const std::string& out,
                      const base::Progress& progress) {
    return write(recording, plan, out, progress, {});
}

std::vector<ReelResult> write_separately(const std::string& recording, const ReelPlan& plan,
                                         const std::vector<std::string>& outs, const base::Progress& progress) {
    std::vector<ReelResult> written;
    const auto take_back = [&] {
        std::error_code ignored;
        for (std::size_t i = 0; i < written.size(); ++i) std::filesystem::remove(outs[i], ignored);
        written.clear();
    };
    const auto count = static_cast<float>(plan.stretches.size());
    try {
        for (std::size_t i = 0; i < plan.stretches.size() && i < outs.size(); ++i) {
            ReelPlan one = plan;
            one.stretches = {plan.stretches[i]};
            const auto done = static_cast<float>(i);
            ReelResult result =
                write(recording, one, outs[i], progress, {.from = done / count, .to = (done + 1) / count});
            if (result.cancelled) {
                take_back();
                return {std::move(result)};
            }
            written.push_back(std::move(result));
        }
    } catch (...) {
        take_back();
        throw;
    }
    return written;
}

}  // namespace media
