#include "app/key_commands.h"

#include "base/i18n.h"

namespace app {

const std::vector<KeyCommand>& key_commands() {
    static const char* const playing = N_("Playing");
    static const char* const moving = N_("Moving");
    static const char* const coding = N_("Coding");
    static const char* const transcript = N_("Transcript");
    static const char* const utterances = N_("Utterances");
    static const char* const moments = N_("Moments");
    static const char* const reviewing = N_("Review");
    static const char* const clips = N_("Clips");
    static const char* const looking = N_("Looking");
    static const std::vector<KeyCommand> commands = {
        {"play_pause", N_("Play or pause"), playing, "Space AudioPlay", "K Space AudioPlay"},
        {"play", N_("Play (pedal)"), playing, "F7", "F7"},
        {"pause", N_("Pause (pedal)"), playing, "F8 AudioStop", "F8 AudioStop"},
        {"slower", N_("Slower"), playing, "[", "[ Shift+J"},
        {"faster", N_("Faster"), playing, "]", "] Shift+L"},
        {"normal_speed", N_("Normal speed"), playing, "Backspace", "Backspace"},
        {"replay", N_("Once more: the last utterance"), playing, "Tab", "Tab"},
        {"loop", N_("Loop: from here, to here, off"), playing, "\\", "\\"},
        {"loop_from", N_("Loop from here"), playing, "Ctrl+[", "I"},
        {"loop_to", N_("Loop to here"), playing, "Ctrl+]", "O"},
        {"louder", N_("Louder"), playing, "Ctrl+Up", "Ctrl+Up"},
        {"softer", N_("Softer"), playing, "Ctrl+Down", "Ctrl+Down"},

        {"back", N_("Back 1 second"), moving, "Left", "Left"},
        {"forward", N_("Forward 1 second"), moving, "Right", "Right"},
        {"back_5", N_("Back 5 seconds"), moving, "Shift+Left", "J Shift+Left"},
        {"forward_5", N_("Forward 5 seconds"), moving, "Shift+Right", "L Shift+Right"},
        {"back_own", N_("Back by your own step"), moving, "Ctrl+Left", "Ctrl+Left"},
        {"forward_own", N_("Forward by your own step"), moving, "Ctrl+Right", "Ctrl+Right"},
        {"previous_event", N_("To the previous code"), moving, "Alt+Left", "Alt+Left"},
        {"next_event", N_("To the next code"), moving, "Alt+Right", "Alt+Right"},
        {"previous_picture", N_("Back one picture"), moving, ",", ","},
        {"next_picture", N_("Forward one picture"), moving, ".", "."},
        {"to_start", N_("To the start"), moving, "Home", "Home"},
        {"to_end", N_("To the end"), moving, "End", "End"},

        {"note", N_("Note on the last or selected code"), coding, "Enter", "Enter"},
        {"attributes", N_("Details of the last or selected code"), coding, "Ctrl+Enter", "Ctrl+Enter"},
        {"value", N_("The next key is a value, not a code"), coding, "`", "`"},
        {"previous_attribute", N_("Value keys: to the detail before"), coding, "PageUp", "PageUp"},
        {"next_attribute", N_("Value keys: to the next detail"), coding, "PageDown", "PageDown"},
        {"put_away", N_("Put away what is worth a thought"), coding, "Ctrl+M", "Ctrl+M"},
        {"explain", N_("What a code means"), coding, "Shift+F1", "Shift+F1"},
        {"undo", N_("Undo"), coding, "Ctrl+Z", "Ctrl+Z"},
        {"redo", N_("Redo"), coding, "Ctrl+Shift+Z Ctrl+Y", "Ctrl+Shift+Z Ctrl+Y"},
        {"delete", N_("Delete what is selected"), coding, "Delete", "Delete"},
        {"select_all", N_("Select all"), coding, "Ctrl+A", "Ctrl+A"},
        {"clear", N_("Select nothing, close"), coding, "Escape", "Escape"},
        {"shift_earlier", N_("Move selected codes 0.1 s earlier"), coding, "Alt+Shift+Left", "Alt+Shift+Left"},
        {"shift_later", N_("Move selected codes 0.1 s later"), coding, "Alt+Shift+Right", "Alt+Shift+Right"},

        {"phase", N_("From here: which phase"), coding, "F12", "F12"},
        {"ratings", N_("Ratings"), coding, "Ctrl+R", "Ctrl+R"},
        {"checklists", N_("Checklists and phases"), coding, "Ctrl+H", "Ctrl+H"},
        {"came_next", N_("What came next"), coding, "Ctrl+N", "Ctrl+N"},
        {"tie_evidence", N_("Selected codes are evidence for the rating"), coding, "Ctrl+B", "Ctrl+B"},
        {"play_evidence", N_("Play the rating's evidence"), coding, "Ctrl+Shift+B", "Ctrl+Shift+B"},
        {"segment", N_("Which part to code"), coding, "Shift+F12", "Shift+F12"},

        {"style", N_("One pass, mark utterances, code them"), utterances, "F6", "F6"},
        {"utterance_professional", N_("From here the professional speaks"), utterances, ";", ";"},
        {"utterance_client", N_("From here the client speaks"), utterances, "'", "'"},
        {"utterance_end", N_("Here the utterance ends"), utterances, "/", "/"},
        {"take_turns", N_("Take over the turns"), utterances, "Ctrl+U", "Ctrl+U"},
        {"next_utterance", N_("Next utterance"), utterances, "Down", "Down"},
        {"previous_utterance", N_("Previous utterance"), utterances, "Up", "Up"},
        {"next_uncoded", N_("Next without a code"), utterances, "Shift+Down", "Shift+Down"},
        {"previous_uncoded", N_("Previous without a code"), utterances, "Shift+Up", "Shift+Up"},
        {"uncode", N_("Take the last code off"), utterances, "-", "-"},
        {"uncode_rewind", N_("Take it off and hear it again"), utterances, "Shift+-", "Shift+-"},
        {"join_utterances", N_("Join with the next"), utterances, "Ctrl+Shift+J", "Ctrl+Shift+J"},
        {"swap_utterance", N_("The other person said it"), utterances, "Ctrl+'", "Ctrl+'"},
        {"begin_earlier", N_("Begin 0.1 s earlier"), utterances, "Ctrl+Shift+Left", "Ctrl+Shift+Left"},
        {"begin_later", N_("Begin 0.1 s later"), utterances, "Ctrl+Shift+Right", "Ctrl+Shift+Right"},
        {"end_earlier", N_("End 0.1 s earlier"), utterances, "Alt+Shift+Up", "Alt+Shift+Up"},
        {"end_later", N_("End 0.1 s later"), utterances, "Alt+Shift+Down", "Alt+Shift+Down"},
        {"next_moment", N_("Next moment of the list"), moments, "Alt+Down", "Alt+Down"},
        {"previous_moment", N_("Previous moment"), moments, "Alt+Up", "Alt+Up"},
        {"moment_again", N_("This moment again"), moments, "Shift+Tab", "Shift+Tab"},
        {"moments_go_on", N_("One after the other, or one at a time"), moments, "Shift+Enter", "Shift+Enter"},
        {"content_with", N_("Own view: this went well"), reviewing, "Ctrl+1", "Ctrl+1"},
        {"would_change", N_("Own view: this I would do otherwise"), reviewing, "Ctrl+2", "Ctrl+2"},
        {"make_clip", N_("Make a clip: of selected codes, the loop, or what was heard"), clips, "Ctrl+D", "Ctrl+D"},
        {"clips", N_("Clips"), clips, "Ctrl+Shift+D", "Ctrl+Shift+D"},
        {"next_clip", N_("Next clip"), clips, "Ctrl+PageDown", "Ctrl+PageDown"},
        {"previous_clip", N_("Previous clip"), clips, "Ctrl+PageUp", "Ctrl+PageUp"},
        {"clip_begins", N_("The clip begins here"), clips, "Ctrl+Shift+[", "Ctrl+Shift+["},
        {"clip_ends", N_("The clip ends here"), clips, "Ctrl+Shift+]", "Ctrl+Shift+]"},
        {"clip_words", N_("Title and words of the clip"), clips, "Ctrl+W", "Ctrl+W"},
        {"clip_comment", N_("Comment on the clip"), clips, "Ctrl+S", "Ctrl+S"},
        {"clip_speak", N_("Speak a comment; again: that was it"), clips, "Ctrl+Shift+S", "Ctrl+Shift+S"},
        {"say_again", N_("Say it again: hears up to your answer, then takes down another"), clips, "Ctrl+Shift+R",
         "Ctrl+Shift+R"},
        {"reel", N_("Strengths first: the best moments"), clips, "Ctrl+P", "Ctrl+P"},
        {"find", N_("Search the transcript"), transcript, "Ctrl+F", "Ctrl+F"},
        {"find_next", N_("The next place that was found"), transcript, "Ctrl+G", "Ctrl+G"},
        {"find_previous", N_("The place before"), transcript, "Ctrl+Shift+G", "Ctrl+Shift+G"},
        {"follow", N_("Follow playback"), transcript, "Ctrl+L", "Ctrl+L"},
        {"correct_turn", N_("Correct the words"), transcript, "Ctrl+E", "Ctrl+E"},
        {"split_turn", N_("Split the turn before the chosen word"), transcript, "Ctrl+K", "Ctrl+K"},
        {"join_turns", N_("Join the turn with the next"), transcript, "Ctrl+J", "Ctrl+J"},
        {"swap_speaker", N_("The other side speaks"), transcript, "Ctrl+T", "Ctrl+T"},
        {"swap_all", N_("Swap both sides in the whole transcript"), transcript, "Ctrl+Shift+X", "Ctrl+Shift+X"},
        {"mark_professional", N_("Mark: the professional begins to speak"), transcript, "F9", "F9"},
        {"mark_client", N_("Mark: the client begins to speak"), transcript, "F10", "F10"},
        {"mark_nobody", N_("Mark: nobody speaks"), transcript, "F11", "F11"},

        {"zoom_in", N_("Timeline: closer"), looking, "Ctrl+=", "Ctrl+="},
        {"zoom_out", N_("Timeline: wider"), looking, "Ctrl+-", "Ctrl+-"},
        {"zoom_fit", N_("Timeline: the whole conversation"), looking, "Ctrl+0", "Ctrl+0"},
        {"next_tab", N_("The next tab: timeline, events, transcript ..."), looking, "Ctrl+Tab", "Ctrl+Tab"},
        {"find_turns", N_("Find turns by speech"), looking, "Ctrl+Shift+F", "Ctrl+Shift+F"},
        {"codings", N_("All codings of this conversation"), looking, "Ctrl+O", "Ctrl+O"},
        {"agreement", N_("Agreement between coders"), looking, "Ctrl+Shift+A", "Ctrl+Shift+A"},
        {"send", N_("Send for review, or back"), looking, "Ctrl+Shift+P", "Ctrl+Shift+P"},
        {"open_package", N_("Open a review that somebody sent"), looking, "Ctrl+Shift+O", "Ctrl+Shift+O"},
        {"help", N_("Keys"), looking, "F1", "F1"},
        {"library", N_("Library"), looking, "F2", "F2"},
        {"code", NC_("screen", "Code"), looking, "F3", "F3"},
        {"review", N_("Review"), looking, "Shift+F3", "Shift+F3"},
        {"report", N_("Report"), looking, "F4", "F4"},
        {"team", N_("Team"), looking, "Shift+F2", "Shift+F2"},
        {"codebooks", N_("Codebooks"), looking, "F5", "F5"},
        {"settings", N_("Settings"), looking, "Ctrl+,", "Ctrl+,"},
    };
    return commands;
}

}  // namespace app
