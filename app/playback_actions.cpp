#include "app/controller.h"

namespace app {

void Controller::carry_out(const PlayPause&) {}
void Controller::carry_out(const Play&) {}
void Controller::carry_out(const Pause&) {}
void Controller::carry_out(const SeekTo&) {}
void Controller::carry_out(const SeekBy&) {}
void Controller::carry_out(const StepPictures&) {}
void Controller::carry_out(const ChangeSpeed&) {}
void Controller::carry_out(const JumpToEvent&) {}
void Controller::carry_out(const ReplayLast&) {}
void Controller::carry_out(const SetLoop&) {}
void Controller::carry_out(const ToggleLoop&) {}
void Controller::carry_out(const SelectAudioTrack&) {}
void Controller::carry_out(const MuteChannel&) {}
void Controller::carry_out(const SoloChannel&) {}
void Controller::carry_out(const SetVolume&) {}

}  // namespace app
