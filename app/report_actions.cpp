#include "app/controller.h"

namespace app {

void Controller::carry_out(const WriteFeedback&) {}
void Controller::carry_out(const IssueReport&) {}
void Controller::carry_out(const SaveReport&) {}
void Controller::carry_out(const PreviewReport&) {}

}  // namespace app
