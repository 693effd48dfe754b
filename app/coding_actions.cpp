#include "app/controller.h"

namespace app {

void Controller::carry_out(const DropCode&) {}
void Controller::carry_out(const Edit&) {}
void Controller::carry_out(const SelectEvents&) {}
void Controller::carry_out(const DeleteSelected&) {}
void Controller::carry_out(const RecodeSelected&) {}
void Controller::carry_out(const ShiftSelected&) {}
void Controller::carry_out(const Undo&) {}
void Controller::carry_out(const Redo&) {}
void Controller::carry_out(const StartNote&) {}
void Controller::carry_out(const FinishNote&) {}
void Controller::carry_out(const AbandonNote&) {}

}  // namespace app
