#include "app/controller.h"

#include "app/background.h"
#include "base/error.h"

namespace app {

Controller::Controller(Model& model, Services services)
    : model_(model), services_(std::move(services)), background_(std::make_unique<Background>()) {}

Controller::~Controller() = default;

void Controller::apply(const Action& action) {
    try {
        std::visit([this](const auto& what) { carry_out(what); }, action);
    } catch (const std::exception& error) {
        tell(MessageKind::Error, error.what());
    }
}

void Controller::tell(MessageKind kind, const std::string& text) {
    model_.messages.push_back({kind, text});
}

}  // namespace app
