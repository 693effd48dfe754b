// Controller: the reel is written in the background, as one film with titles or as separate clips.
#include "app/controller.h"
#include "app/reel.h"
#include "app/reel_writing.h"
#include "base/error.h"
#include "base/i18n.h"
#include "library/overwriting.h"
#include "library/sharing.h"
#include "media/recording.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {
namespace {

namespace fs = std::filesystem;

FileRequest where_to(ReelFiles files) {
    FileRequest request;
    const bool is_film = files == ReelFiles::OneFilm;
    request.kind = is_film ? FileRequest::Kind::Save : FileRequest::Kind::ChooseFolder;
    request.title = is_film ? _("Save the best moments as one film") : _("A folder for the clips of the best moments");
    request.suggested = is_film ? std::string(_("best moments")) + ".mp4" : std::string();
    request.if_chosen = [files](const std::vector<std::string>& chosen) -> Action {
        return SaveReel{files, chosen.front()};
    };
    return request;
}

std::vector<std::string> files_for(const SaveReel& action, std::size_t moments) {
    if (action.files == ReelFiles::OneFilm) return {action.path};
    std::vector<std::string> files;
    for (std::size_t i = 0; i < moments; ++i)
        files.push_back((fs::path(action.path) / fmt::format("{:02}.mp4", i + 1)).string());
    return files;
}

// Which files stand there now: none when it was cancelled.
std::vector<std::string> write(const std::string& recording, const PlayedList& reel, std::vector<media::Cue> cues,
                               ReelFiles kind, const std::vector<std::string>& files, const base::Progress& progress) {
    const bool is_film = kind == ReelFiles::OneFilm;
    const media::Size size = is_film ? media::title_size(media::probe(recording)) : media::Size{};
    const media::ReelPlan plan = plan_of(reel, size, std::move(cues));
    const auto written = is_film ? std::vector{media::write_reel(recording, plan, files.front(), progress)}
                                 : media::write_separately(recording, plan, files, progress);
    const bool is_cancelled =
        std::any_of(written.begin(), written.end(), [](const media::ReelResult& one) { return one.cancelled; });
    return is_cancelled ? std::vector<std::string>{} : files;
}

}  // namespace

void Controller::carry_out(const SaveReel& action) {
    if (!model_.open || model_.open->reel_job) return;
    const OpenConversationState& open = *model_.open;
    const PlayedList reel = reel_of({open.codebook, open.coding, open.clips.clips, &open.turns, duration_of(open)});
    if (reel.moments.empty())
        throw base::Error(_("No best moments yet: give codes, or call a clip a strength, and they can be saved."));
    if (!open.player || open.conversation.recordings.empty())
        throw base::Error(_("There is no recording to cut the best moments from. Find it again from the Library."));
    library::require_may_share(model_.library, open.conversation.id);
    if (action.path.empty()) return services_.ask_file(where_to(action.files));
    const std::vector<std::string> files = files_for(action, reel.moments.size());
    for (const std::string& file : files) library::check_export(model_.library, file);
    model_.open->reel_job = std::make_unique<base::Job<std::vector<std::string>>>(
        [recording = open.conversation.recordings.front().path, reel, cues = cues_of(open.turns, open.coding),
         kind = action.files,
         files](const base::Progress& progress) { return write(recording, reel, cues, kind, files, progress); },
        services_.wake);
}

void Controller::carry_out(const CancelReel&) {
    if (model_.open && model_.open->reel_job) model_.open->reel_job->cancel();
}

void Controller::take_reel() {
    if (!model_.open || !model_.open->reel_job || !model_.open->reel_job->is_done()) return;
    const auto job = std::move(model_.open->reel_job);
    const auto files = job->take();
    if (!files || files->empty()) return;
    for (const std::string& file : *files)
        model_.library.access_log().note(library::AccessVerb::Exported, model_.open->conversation.id, file);
    tell(MessageKind::Information, files->size() == 1
                                       ? fmt::format(fmt::runtime(_("The best moments are saved: {}")), files->front())
                                       : fmt::format(fmt::runtime(_("The best moments are saved: {} clips in {}")),
                                                     files->size(), fs::path(files->front()).parent_path().string()));
}

}  // namespace app
