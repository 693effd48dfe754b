#include "app/controller.h"

namespace app {

void Controller::carry_out(const GoTo&) {}
void Controller::carry_out(const OpenConversation&) {}
void Controller::carry_out(const OpenCoding&) {}
void Controller::carry_out(const NewCoding&) {}
void Controller::carry_out(const CloseConversation&) {}
void Controller::carry_out(const Quit&) {}
void Controller::carry_out(const AskForFiles&) {}
void Controller::carry_out(const Import&) {}
void Controller::carry_out(const CancelImport&) {}
void Controller::carry_out(const UpdateConversation&) {}
void Controller::carry_out(const RemoveConversation&) {}
void Controller::carry_out(const StepConversations&) {}
void Controller::carry_out(const FindRecording&) {}
void Controller::carry_out(const ChangeSettings&) {}
void Controller::carry_out(const DismissMessage&) {}

}  // namespace app
