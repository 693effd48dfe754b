// The screens: each draws its part of the model into the current Dear ImGui window, which is the room under the top
// bar, and says what the person asked for.
#pragma once

#include "app/agreement_pictures.h"
#include "app/file_request.h"
#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/platform/page_texture.h"
#include "app/platform/video_texture.h"
#include "app/trend_pictures.h"
#include "app/ui_state.h"
#include "app/views/file_browser_state.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

using Thumbnails = std::map<base::Id, PageTexture>;  // by conversation

void draw_top_bar(const Model& model, UiState& ui, Actions& actions);
void draw_messages(const Model& model, Actions& actions);
void draw_library_screen(const Model& model, LibraryState& state, const Thumbnails& thumbnails,
                         const std::vector<KeyPress>& pressed, Actions& actions);
void draw_privacy(const Model& model, PrivacyState& state, Actions& actions);  // of one conversation
void draw_sending(const Model& model, SendState& state, Actions& actions);     // a conversation, for others to open
void draw_arrival(const Model& model, ArrivalState& state, Actions& actions);  // what others sent
void draw_unread(const Model& model, Actions& actions);                        // what of a transcript could not be read
void draw_import(const Model& model, Actions& actions);                        // progress, and what was refused
void draw_codebooks_screen(const Model& model, CodebooksState& state, const std::vector<KeyPress>& pressed,
                           Actions& actions);
void draw_coding_move(const Model& model, CodebooksState& state, Actions& actions);  // what it changes, before it does
void draw_settings_screen(const Model& model, SettingsState& state, const std::vector<KeyPress>& pressed,
                          Actions& actions);
void draw_team_screen(const Model& model, TeamState& state, const TrendPictures& pictures,
                      const std::vector<KeyPress>& pressed, Actions& actions);
void draw_new_coding(const Model& model, NewCodingState& state, Actions& actions);  // who codes, by which codebook?

void draw_codings(const Model& model, CodingsState& state, Actions& actions);  // of the open conversation

// `texture` as below.
void draw_agreement_screen(const Model& model, AgreementState& state, const VideoTexture* texture,
                           const AgreementPictures& pictures, Actions& actions);
// `texture` is null where there is no picture (yet).
void draw_code_screen(const Model& model, CodeScreenState& state, const VideoTexture* texture, Actions& actions);
// `code`: what it shares with the Code screen, keys and playing.
void draw_review_screen(const Model& model, ReviewState& state, CodeScreenState& code, const VideoTexture* texture,
                        const TrendPictures& estimates, Actions& actions);
// The pages of model.preview, state.page_width_px wide.
void draw_report_screen(const Model& model, ReportScreenState& state, const std::vector<PageTexture>& pages,
                        Actions& actions);
// The table of keys inside the Settings screen; `pressed` are the keys of this frame, for a new key.
void draw_keys_settings(const Model& model, KeysSettingsState& state, const std::vector<KeyPress>& pressed,
                        Actions& actions);
// The built-in file dialog. An answer without paths: cancelled. Whoever takes the answer closes the dialog.
using FileAnswer = std::optional<std::vector<std::string>>;
FileAnswer draw_file_browser(const FileRequest& request, FileBrowserState& state);
void draw_keys_overview(const Model& model, bool& shown);  // F1

}  // namespace app
